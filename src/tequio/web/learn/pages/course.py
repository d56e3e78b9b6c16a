"""The course page: everything one asks before starting, and what the certificate will and will not mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.learn.pages.course_words import (
    AlignmentLine,
    ReviewLine,
    check_lines,
    review_lines,
    skill_lines,
    vouched_line,
)
from tequio.web.learn.pages.measures import Fact, course_facts, money_for, size
from tequio.web.learn.pages.spoken import other_language
from tequio.web.learn.pages.ways import GoOn, course_way, go_on
from tequio.web.markdown import to_html

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from django.utils.safestring import SafeString

    from tequio.learning.values import CertificateWords, CourseInfo, Progress, Source
    from tequio.web.learn.pages.course_map import MapStep
    from tequio.web.vouchings import VouchingLine

UNKNOWN = "unknown"  # what an import says when its source names no licence


@dataclass(frozen=True, slots=True)
class CertificateText:
    """What the certificate means, does not mean, and how it is earned (HTML)."""

    means: SafeString
    does_not_mean: SafeString
    assessment: SafeString


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePage:
    """One course, before or after joining."""

    template: ClassVar[str] = "learn/course.html"
    key: str
    language: str  # of the course, when it lacks the page's
    title: str
    summary: str
    audience: SafeString
    preview: bool
    joined: bool
    go_on: GoOn  # for who joined: the next step; empty when all are done
    check_href: str  # of the final check, when there is one
    vouched: str  # who reviewed it and when, in a sentence; empty when nobody has
    facts: Sequence[Fact]
    data: str  # kilobytes in words
    price: str  # what the visitor said a megabyte costs, as typed; empty when not said
    cost: str  # that price times the course's bytes; empty when no price was said: never a guess
    price_wrong: bool  # something was typed that is no price
    start_href: str  # first step of the first module
    outcomes: Sequence[str]  # what one will be able to do
    skills: Sequence[AlignmentLine]  # published skills that the outcomes belong to
    modules: Sequence[MapStep]
    certificate: CertificateText | None
    check: Sequence[str]
    behind: Sequence[VouchingLine]  # who endorses it, in date only
    reviews: Sequence[ReviewLine]
    authors: str
    licence: str  # empty when unknown
    sources: Sequence[Source]
    expires: date | None


def course_page(
    course: CourseInfo,
    progress: Progress | None,
    *,
    language: str,
    price_text: str,
    price: Decimal | None,
    behind: Sequence[VouchingLine] = (),
) -> CoursePage:
    """`progress` is None for who has not joined."""
    first = go_on(course, None, language)
    level = course.reading_level.get(language, "")
    certified = bool(course.final_check) and not course.run.preview
    return CoursePage(
        key=course.key,
        language=other_language(course.languages, language),
        title=say(course.title, language),
        summary=say(course.summary, language),
        audience=to_html(say(course.audience, language)),
        preview=course.run.preview,
        joined=progress is not None,
        go_on=go_on(course, progress, language),
        check_href=reverse("final_check", args=[course.key]) if course.final_check else "",
        vouched=vouched_line(course.reviews),
        facts=course_facts(course.minutes, course.bytes, level, course.languages, certified=certified),
        data=size(course.bytes),
        price=price_text,
        cost=money_for(course.bytes, price) if price else "",
        price_wrong=bool(price_text) and price is None,
        start_href=first.href,
        outcomes=[say(outcome.statement, language) for outcome in course.outcomes],
        skills=skill_lines(course.outcomes, language),
        modules=course_way(course, progress, language),
        certificate=_certificate(course.certificate, language),
        check=check_lines(course.final_check),
        behind=behind,
        reviews=review_lines(course.reviews),
        authors=", ".join(course.authors),
        licence="" if course.licence == UNKNOWN else course.licence,
        sources=course.sources,
        expires=course.expires,
    )


def _certificate(words: CertificateWords | None, language: str) -> CertificateText | None:
    if words is None:
        return None
    return CertificateText(
        means=to_html(say(words.means, language)),
        does_not_mean=to_html(say(words.does_not_mean, language)),
        assessment=to_html(say(words.assessment, language)),
    )
