"""The pages of setting up: the beginning, one question, everything at a glance, the password, and what comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from babel import Locale
from babel.dates import get_timezone_location
from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.web.operate.setup_forms import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tequio.web.operate.pages.todo import TodoLine
    from tequio.web.operate.setup_forms import PasswordForm, Question


@dataclass(frozen=True, slots=True)
class BeginPage:
    """Where the printed address leads. `stands`: it is good; else the page says how to get another."""

    template: ClassVar[str] = "operate/setup_begin.html"
    stands: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPage:
    """One question, `num` of `of`. `back` leads to the one before, or is empty."""

    template: ClassVar[str] = "operate/setup_question.html"
    form: Question
    num: int
    of: int
    back: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """What was answered, and the way to change it."""

    name: str
    value: str
    href: str


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Every answer before it becomes final. `address` was fixed by `tequio init`."""

    template: ClassVar[str] = "operate/setup_check.html"
    lines: Sequence[AnswerLine]
    address: str


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """The password of the first operator, whose name is `operator`."""

    template: ClassVar[str] = "operate/setup_password.html"
    form: PasswordForm
    operator: str


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The hub is made: what to do first."""

    template: ClassVar[str] = "operate/setup_first.html"
    organisation: str
    todo: Sequence[TodoLine]


def question_page(form: Question, question: str) -> QuestionPage:
    keys = list(QUESTIONS)
    num = keys.index(question)
    back = reverse("setup_question", args=[keys[num - 1]]) if num else ""
    return QuestionPage(form=form, num=num + 1, of=len(keys) + 1, back=back)


def check_page(said: Mapping[str, str]) -> CheckPage:
    language = get_language() or settings.LANGUAGE_CODE
    shown = {
        "name": (_("Organisation"), said["name"]),
        "key": (_("Short name"), said["key"]),
        "country": (_("Country"), Locale.parse(language).territories[said["country"]]),
        "zone": (_("Clock"), get_timezone_location(said["zone"], locale=language, return_city=True)),
        "language": (_("Language"), dict(settings.LANGUAGES)[said["language"]]),
        "operator": (_("First operator"), said["operator"]),
    }
    lines = [
        AnswerLine(name, value, reverse("setup_question", args=[key])) for key, (name, value) in shown.items()
    ]
    return CheckPage(lines, settings.HUB_URL)
