"""What an item is. Whatever would tell the answer is left out of `repr`, so that no log or traceback leaks a key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

Words = Mapping[str, str]  # language → text, as everywhere in the house

KINDS = ("single", "multiple", "text", "number")
LEVELS = ("remember", "understand", "apply", "analyse", "unknown")  # unknown: where it came from did not say


class Rule(StrEnum):
    """How a response is held against `correct` (QTI 3 response processing, as data and never as code)."""

    MATCH_CORRECT = "match_correct"  # the set of choices must be exactly the correct set
    MATCH_TEXT = "match_text"  # the text must equal one of the accepted texts
    MATCH_NUMBER = "match_number"  # the number must equal one of the accepted numbers, within the tolerance


@dataclass(frozen=True, slots=True)
class Processing:
    """Response processing of one item. `tolerance` is absolute; accents never cost a point unless said so."""

    rule: Rule
    tolerance: str = "0"
    exact_case: bool = False
    exact_accents: bool = False


PROCESSING: Mapping[str, Processing] = {
    "single": Processing(Rule.MATCH_CORRECT),
    "multiple": Processing(Rule.MATCH_CORRECT),
    "text": Processing(Rule.MATCH_TEXT),
    "number": Processing(Rule.MATCH_NUMBER),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice, and why it is right or wrong (its rationale; empty when nobody wrote one)."""

    key: str
    text: Words
    rationale: Words = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question in all its languages. `correct` holds choice keys, accepted texts, or accepted numbers ("1.5")."""

    key: str
    outcome: str
    kind: str
    stem: Words
    choices: tuple[Choice, ...] = ()
    correct: tuple[str, ...] = field(default=(), repr=False)
    hints: tuple[Words, ...] = field(default=(), repr=False)
    explanation: Words = field(default_factory=dict, repr=False)
    level: str = "unknown"
    seconds: int = 60
    processing: Processing | None = field(default=None, repr=False)

    @property
    def scored_by(self) -> Processing:
        """Its own response processing, else what its kind says."""
        return self.processing or PROCESSING[self.kind]

    def choice(self, key: str) -> Choice | None:
        return next((choice for choice in self.choices if choice.key == key), None)


def public_item(item: Item) -> Item:
    """The item as anyone may see it: nothing left that tells the answer."""
    shown = tuple(Choice(choice.key, choice.text) for choice in item.choices)
    return replace(item, choices=shown, correct=(), hints=(), explanation={}, processing=None)
