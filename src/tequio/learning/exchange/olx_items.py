"""A choice question of Open edX as an item of ours."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree
from lxml import html as lxml_html

from tequio.learning.exchange.marking import to_markdown, to_words
from tequio_standards.qti import Choice, Item

if TYPE_CHECKING:
    from tequio_standards import olx

_LETTER = re.compile(r"^\s*\(?([A-Za-z])[.)]\s+")
SECONDS = 60


@dataclass(frozen=True, slots=True)
class Made:
    """The item, the pictures of its stem as markup for the step's page, and what has to be told."""

    item: Item
    figures: str
    remarks: tuple[str, ...]


def item(key: str, question: olx.Question, problem: olx.Problem, language: str) -> Made:
    """`question` of `problem`; answers keep their order and lose their typed letters."""
    texts = _without_letters([to_words(choice.html) for choice in question.choices])
    choices = tuple(
        Choice(
            key=chr(ord("a") + n) if n < 26 else f"c{n}",
            text={language: text or f"({n + 1})"},
            rationale={language: to_words(choice.feedback)} if choice.feedback else {},
        )
        for n, (choice, text) in enumerate(zip(question.choices, texts, strict=True))
    )
    right = tuple(c.key for c, choice in zip(choices, question.choices, strict=True) if choice.correct)
    made = Item(
        key=key,
        outcome="imported",
        kind=question.kind,
        stem={language: to_markdown(question.prompt) or problem.title},
        choices=choices,
        correct=right,
        hints=tuple({language: to_markdown(hint)} for hint in problem.hints if to_words(hint)),
        explanation={language: to_markdown(problem.solution)} if problem.solution else {},
        level="unknown",
        seconds=SECONDS,
    )
    return Made(made, _figures(question.prompt), _remarks(question, problem))


def _without_letters(texts: list[str]) -> list[str]:
    """Drop "A. ", "B. " … when they merely count the answers: pages letter them themselves."""
    letters = [match.group(1).upper() if (match := _LETTER.match(text)) else "" for text in texts]
    counting = letters == [chr(ord("A") + n) for n in range(len(texts))]
    return [_LETTER.sub("", text, count=1) for text in texts] if counting else texts


def _figures(markup: str) -> str:
    if "<img" not in markup:
        return ""
    root = lxml_html.fragment_fromstring(markup, create_parent="div")
    return "".join(
        f"<p>{etree.tostring(img, encoding='unicode', with_tail=False)}</p>" for img in root.iter("img")
    )


def _remarks(question: olx.Question, problem: olx.Problem) -> tuple[str, ...]:
    found = []
    if any("<img" in choice.html for choice in question.choices):
        found.append("Pictures in answers became their descriptions.")
    if "<img" in problem.solution:
        found.append("A picture in the explanation was left out.")
    return tuple(found)
