"""What is still to do, in words, each with its way there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class TodoLine:
    """One thing to do; shown by operate/todo.html. `href`: a page; `press`: a button's address; either may lack."""

    title: str
    text: str
    href: str = ""
    word: str = ""
    press: str = ""
    press_word: str = ""


def todo_lines(keys: Sequence[str]) -> Sequence[TodoLine]:
    lines = {"course": _course, "colleagues": _colleagues, "reviewer": _reviewer}
    lines |= {"review": _review, "backup": _backup, "colours": _colours}
    return [lines[key]() for key in keys]


def _course() -> TodoLine:
    return TodoLine(
        _("Bring in a first course"),
        _(
            "Import one that you have. Or publish the example: one hour on safety online. "
            "Like every course, it is a preview until a reviewer of this hub has let it pass."
        ),
        reverse("import_course"),
        _("Import a course"),
        reverse("publish_example"),
        _("Publish the example"),
    )


def _colleagues() -> TodoLine:
    address = f"{settings.HUB_URL}{reverse('join')}"
    text = _("First they join, at %(address)s. Then you look for their name and give them a role.")
    return TodoLine(_("Invite colleagues"), text % {"address": address}, reverse("roles"), _("Give roles"))


def _reviewer() -> TodoLine:
    return TodoLine(
        _("Name a reviewer"),
        _("Nobody reviews a course of their own. Until somebody else has, it stays a preview."),
        reverse("roles"),
        _("Give roles"),
    )


def _review() -> TodoLine:
    return TodoLine(
        _("Have a course reviewed"),
        _("Your courses are previews. A reviewer finds them in the menu, under “Reviews”."),
        reverse("roles"),
        _("See who reviews"),
    )


def _backup() -> TodoLine:
    return TodoLine(
        _("Make a backup"),
        _(
            "Here you make the first one. One every night, and a copy on another machine, "
            "is set up on the server: docs/running-a-hub.md says how."
        ),
        press=reverse("back_up"),
        press_word=_("Back up now"),
    )


def _colours() -> TodoLine:
    return TodoLine(
        _("Give the hub your colours"),
        _("If you like. They are kept only if everybody can read them."),
        reverse("theme"),
        _("Choose colours"),
    )
