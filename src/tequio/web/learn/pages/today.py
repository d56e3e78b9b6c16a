"""Today: what to go on with, how far one is, what one can do by now, and one's certificates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tequio.assessment.values import MasteryState
from tequio.kit.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.assessment.values import OutcomeMastery
    from tequio.credentials.values import CredentialView
    from tequio.learning.values import CourseInfo, Enrolment, ModuleInfo, Progress


@dataclass(frozen=True, slots=True)
class MasteryLine:
    """What we believe of one outcome, and why; shown by parts/checks.html."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseLine:
    """One course that the learner studies."""

    key: str
    title: str
    href: str
    next_href: str  # the first step that is not done; empty when all are
    next_words: str
    done: int
    total: int
    check_href: str  # empty when the course has no final check
    certificate_href: str  # empty until the final check is passed
    mastery: Sequence[MasteryLine]
    preview: bool


@dataclass(frozen=True, slots=True)
class CertificateLine:
    """One certificate."""

    href: str
    title: str
    date: str
    revoked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPage:
    """A learner's start page."""

    template: ClassVar[str] = "learn/today.html"
    name: str
    courses: Sequence[CourseLine]
    certificates: Sequence[CertificateLine]
    mastery_rule: str


def course_line(
    enrolment: Enrolment,
    course: CourseInfo,
    progress: Progress,
    next_module: ModuleInfo | None,
    mastery: Sequence[OutcomeMastery],
    certificate: CredentialView | None,
    language: str,
) -> CourseLine:
    step = _next_step(next_module, progress)
    return CourseLine(
        key=course.key,
        title=say(course.title, language),
        href=reverse("course", args=[course.key]),
        next_href=reverse("step", args=[course.key, *step]) if step else "",
        next_words=say(next_module.title, language) if next_module else "",
        done=sum(module.steps_done for module in progress.modules),
        total=sum(module.steps for module in progress.modules),
        check_href=reverse("final_check", args=[course.key]) if course.final_check else "",
        certificate_href=reverse("certificate", args=[certificate.code]) if certificate else "",
        mastery=[_mastery_line(one, course, language) for one in mastery],
        preview=enrolment.preview,
    )


def _next_step(module: ModuleInfo | None, progress: Progress) -> tuple[str, str] | None:
    if module is None:
        return None
    finished = {key for one in progress.modules if one.key == module.key for key in one.finished}
    step = next((step for step in module.steps if step.key not in finished), None)
    return (module.key, step.key) if step else None


def _mastery_line(mastery: OutcomeMastery, course: CourseInfo, language: str) -> MasteryLine:
    words = next((one.statement for one in course.outcomes if one.key == mastery.outcome), {})
    tones = {
        MasteryState.NEW: ("note", "time", _("Not practised yet")),
        MasteryState.LEARNING: ("note", "level", _("Learning")),
        MasteryState.MASTERED: ("good", "right", _("Mastered")),
    }
    return MasteryLine(*tones[mastery.state], text=say(words, language), tip=mastery.sentence)


def certificate_line(credential: CredentialView, language: str) -> CertificateLine:
    return CertificateLine(
        href=reverse("certificate", args=[credential.code]),
        title=say(credential.title, language),
        date=date_format(credential.issued_at),
        revoked=credential.revocation is not None,
    )
