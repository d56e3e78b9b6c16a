"""Items of every kind, untouched and answered, as the gallery shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.web.learn.pages.items import FIELD, ChoiceView, ItemView, how_to_answer
from tequio.web.learn.pages.practice import FeedbackView, PracticeView
from tequio.web.markdown import to_html, to_line

if TYPE_CHECKING:
    from collections.abc import Sequence


def sample_items() -> tuple[ItemView, ...]:
    """One of each kind, not answered."""
    return (
        _first_rain("single"),
        _item(
            "multiple",
            _("What has to be cleaned before the rains begin?"),
            (_("The gutter"), _("The filter"), _("The street")),
        ),
        _item("text", _("What do you call the first litres that wash the roof?")),
        _item("number", _("One millimetre of rain falls on 30 square metres. How many litres is that?")),
    )


def sample_practice(action: str) -> tuple[PracticeView, ...]:
    """Answered wrong with hints taken, answered right, and the answer shown."""
    wrong = FeedbackView(
        "bad", "wrong", _("Not right yet"), [to_html(_("The first rain carries the dust of the roof."))], ""
    )
    right = FeedbackView(
        "good",
        "right",
        _("Right"),
        [to_html(_("Yes: let the first rain run off."))],
        to_html(_("After ten minutes the roof is washed, and what follows is worth keeping.")),
    )
    shown = FeedbackView(
        "note", "note", _("This is the answer. It earns no credit now."), [to_html(_("Let it run off"))], ""
    )
    return (
        _practice("wrong", action, wrong, chosen=0, hints=True),
        _practice("right", action, right, chosen=1),
        _practice("shown", action, shown, chosen=0),
    )


def _first_rain(key: str, chosen: int | None = None) -> ItemView:
    choices = (_("Keep it for drinking"), _("Let it run off"), _("Boil it and keep it"))
    return _item(key, _("What do you do with the **first rain** of the year?"), choices, chosen=chosen)


def _item(key: str, stem: str, choices: Sequence[str] = (), *, chosen: int | None = None) -> ItemView:
    kind = key if key in ("multiple", "text", "number") else "single"
    return ItemView(
        key=f"sample-{key}",
        name=f"{FIELD}sample-{key}",
        kind=kind,
        stem=to_html(stem),
        tip=how_to_answer(kind),
        choices=[
            ChoiceView(str(number), to_line(text), number == chosen) for number, text in enumerate(choices)
        ],
        value="",
    )


def _practice(
    key: str, action: str, feedback: FeedbackView, *, chosen: int, hints: bool = False
) -> PracticeView:
    ladder = (_("Think of what lies on a roof after six dry months."), _("What is in those litres?"))
    return PracticeView(
        item=_first_rain(key, chosen),
        action=action,
        problem="",
        feedback=feedback,
        done=not hints,
        hints=[to_html(hint) for hint in ladder] if hints else [],
        hints_in_all=3,
        more_hints=hints,
        can_reveal=hints,
    )
