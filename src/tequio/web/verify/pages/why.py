"""Why a certificate has its level, link by link, and what the next one would take."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.words import say
from tequio.web.saying import day, percent
from tequio.web.verify.pages.sheet import OutcomeLine, gone_words, outcome_line

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import (
        CredentialChain,
        CredentialView,
        ReviewShown,
        RowShown,
        StatementShown,
        WayUpShown,
    )

_SHORT_ID = 12  # characters of a package id: enough to tell versions apart


@dataclass(frozen=True, slots=True)
class RowLine:
    """One dimension: the row reached, the record read, when, and the record's id where public; what it is short of."""

    name: str
    mark: str
    sentence: str
    record: str
    at: str
    ref: str
    short: str


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One review: its answer in a word, what it was, who made it, when, and whether its reviewer is simulated."""

    tone: str
    icon: str
    word: str
    kind: str
    by_name: str
    at: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Lift:
    """The next level: in one sentence how far it is, and what would reach it."""

    sentence: str
    deeds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """A certificate's chain. `gone` says that it no longer stands, or is empty; `lift` is None at the highest level."""

    template: ClassVar[str] = "verify/why.html"
    title: str
    level: str
    level_means: str
    code_href: str
    gone: str
    demo: bool
    as_of: str
    rows: tuple[RowLine, ...]
    reviews: tuple[ReviewLine, ...]
    version: tuple[tuple[str, str], ...]
    modules: tuple[str, ...]
    check: tuple[str, ...]
    outcomes: tuple[OutcomeLine, ...]
    statement: tuple[tuple[str, str], ...]
    lift: Lift | None


def why_page(chain: CredentialChain, *, language: str) -> WhyPage:
    view = chain.view
    return WhyPage(
        title=say(view.title, language),
        level=view.level_words,
        level_means=view.level_means,
        code_href=reverse("certificate", args=[view.code]),
        gone=gone_words(view),
        demo=view.demo,
        as_of=_day(view.vector.as_of, view),
        rows=tuple(_row(row, chain) for row in chain.rows),
        reviews=tuple(_review(review, view) for review in chain.reviews),
        version=_version(chain),
        modules=tuple(say(title, language) for title in chain.modules),
        check=_check(chain),
        outcomes=tuple(outcome_line(outcome, language) for outcome in view.outcomes),
        statement=_statement(chain.statement, view) if chain.statement else (),
        lift=_lift(chain.next) if chain.next else None,
    )


def _row(row: RowShown, chain: CredentialChain) -> RowLine:
    words = row.words
    mark = f"{words.dimension}{words.value}"
    short = _short(words.name, chain.next)
    return RowLine(words.name, mark, words.sentence, row.record, _day(row.at, chain.view), row.ref, short)


def _short(name: str, way: WayUpShown | None) -> str:
    needs = next((needs for short, _has, needs in way.short if short == name), 0) if way else 0
    return _("Needs %(needs)s for the next level") % {"needs": needs} if needs else ""


def _review(review: ReviewShown, view: CredentialView) -> ReviewLine:
    tone, icon, word = (
        ("good", "right", _("Passed")) if review.passed else ("bad", "wrong", _("Did not pass"))
    )
    return ReviewLine(tone, icon, word, review.kind, review.by_name, _day(review.at, view), review.demo)


def _version(chain: CredentialChain) -> tuple[tuple[str, str], ...]:
    num = str(chain.version_num) if chain.version_num else _("Not known to this hub any more")
    package = chain.view.package_id[:_SHORT_ID] + "…"
    return (
        (_("Version of the course"), num),
        (_("Its package begins with"), package),
    )


def _check(chain: CredentialChain) -> tuple[str, ...]:
    if chain.finished_at is None:
        return ()
    done = _("Finished on %(date)s.") % {"date": _day(chain.finished_at, chain.view)}
    cut = chain.view.cut
    if not cut:
        return (done,)
    return (done, _("To pass took %(percent)s of the items right.") % {"percent": percent(Fraction(cut))})


def _statement(statement: StatementShown, view: CredentialView) -> tuple[tuple[str, str], ...]:
    return (
        (_("Statement"), str(statement.id)),
        (_("Place in the ledger"), f"{statement.origin} · {statement.seq}"),
        (_("Kept on"), _day(statement.stored_at, view)),
    )


def _lift(way: WayUpShown) -> Lift:
    count = len(way.deeds)
    said = ngettext(
        "One thing more would make it %(level)s:",
        "%(count)s things together would make it %(level)s:",
        count,
    )
    return Lift(said % {"count": count, "level": way.level}, way.deeds)


def _day(when: datetime, view: CredentialView) -> str:
    return day(when, view.zone)
