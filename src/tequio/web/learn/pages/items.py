"""Items as forms, in practice and in the final check."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.markdown import to_html, to_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString

    from tequio.assessment.values import PublicItem
    from tequio_standards.qti import Item

FIELD = "item-"


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """One choice to tick."""

    value: str
    text: SafeString
    checked: bool


@dataclass(frozen=True, slots=True)
class ItemView:
    """What parts/item.html shows. `name` is the field's name; no key, hint or rationale comes near it."""

    key: str
    name: str
    kind: str
    stem: SafeString
    tip: str
    choices: Sequence[ChoiceView]
    value: str


def item_view(item: Item | PublicItem, response: Sequence[str], language: str) -> ItemView:
    return ItemView(
        key=item.key,
        name=FIELD + item.key,
        kind=item.kind,
        stem=to_html(say(item.stem, language)),
        tip=how_to_answer(item.kind),
        choices=[
            ChoiceView(choice.key, to_line(say(choice.text, language)), choice.key in response)
            for choice in item.choices
        ],
        value="" if item.choices or not response else response[0],
    )


def how_to_answer(kind: str) -> str:
    tips = {
        "single": _("Choose one answer."),
        "multiple": _("Choose every answer that is right."),
        "text": _("Write your answer in a few words."),
        "number": _("Write your answer as a number."),
    }
    return tips[kind]


def field_of(item_key: str) -> str:
    return FIELD + item_key
