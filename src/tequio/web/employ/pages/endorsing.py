"""Pages of an organisation that endorses: what it stands behind, what it may, the form, and taking back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.vouchings import VouchingLine, vouching_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tequio.credentials.vouching.api import VouchingInfo
    from tequio.learning.values import CourseCard, CourseInfo
    from tequio.web.employ.forms import EndorseForm, WithdrawForm


@dataclass(frozen=True, slots=True)
class Endorsable:
    """A course of another organisation."""

    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployPage:
    """Everything one's organisation stands behind, and the courses it may."""

    template: ClassVar[str] = "employ/home.html"
    organisation: str
    endorsements: Sequence[VouchingLine]
    courses: Sequence[Endorsable]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsePage:
    """The form for one course."""

    template: ClassVar[str] = "employ/endorse.html"
    organisation: str
    title: str
    course_href: str
    issuer: str
    here: str
    form: EndorseForm


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawPage:
    """Which support is taken back, and why."""

    template: ClassVar[str] = "employ/withdraw.html"
    line: VouchingLine
    back: str
    here: str
    form: WithdrawForm


def employ_page(
    organisation: str,
    signed: Sequence[VouchingInfo],
    courses: Sequence[CourseCard],
    *,
    now: datetime,
    language: str,
) -> EmployPage:
    return EmployPage(
        organisation=organisation,
        endorsements=[vouching_line(one, now) for one in signed],
        courses=[Endorsable(say(one.title, language), reverse("endorse", args=[one.key])) for one in courses],
    )


def endorse_page(
    organisation: str, issuer: str, course: CourseInfo, form: EndorseForm, language: str
) -> EndorsePage:
    return EndorsePage(
        organisation=organisation,
        title=say(course.title, language),
        course_href=reverse("course", args=[course.key]),
        issuer=issuer,
        here=reverse("endorse", args=[course.key]),
        form=form,
    )
