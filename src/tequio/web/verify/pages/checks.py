"""Checks as lines on a page: icon, word, sentence, tip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.html import format_html

if TYPE_CHECKING:
    from tequio.credentials.values import CheckShown, Verdict

ICONS = {"good": "right", "bad": "wrong", "note": "note"}


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check: its tone and answer in a word, what it means, and what to do about it."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The one plain sentence on top, and what to do."""

    code: str  # for tests and style, never shown
    tone: str
    icon: str
    sentence: str
    do: str


def answer(verdict: Verdict) -> Answer:
    return Answer(verdict.code, verdict.tone, ICONS[verdict.tone], verdict.sentence, verdict.do)


def lines(verdict: Verdict) -> tuple[CheckLine, ...]:
    return tuple(_line(check) for check in verdict.checks)


def _line(check: CheckShown) -> CheckLine:
    tip = format_html('{} <span lang="en">{}</span>', check.do, check.detail) if check.detail else check.do
    return CheckLine(check.tone, ICONS[check.tone], check.state_word, f"{check.name}: {check.sentence}", tip)
