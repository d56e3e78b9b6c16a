"""The answer of a check as a page shows it: one sentence, the checks worth a line, and the rest for experts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.web import saying
from tequio.web.verify.pages.sentences import WORDS, sentence

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import CheckShown, ElementShown, SignedFacts, Verdict
    from tequio.web.verify.pages.told import Told

ICONS = {"good": "right", "bad": "wrong", "note": "note"}
NOT_CHECKED = "not_checked"
SKIPPED = "skipped"  # for what was found before; other reasons not to check stand among the technical details
_FIRST = ("failed", "unknown", "stale")  # what asks for a look stands above what is well


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One check: its tone and answer in a word, what it means, and what to do about it."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The panel on top (word, sentence, reason, what to do), the checks, and for experts names with values."""

    code: str  # for tests, never shown
    tone: str
    icon: str
    word: str
    sentence: str
    reason: str
    do: str
    checks: tuple[CheckLine, ...]
    technical: tuple[tuple[str, str], ...]
    checked_at: str
    elements: tuple[CheckLine, ...] = ()  # the sixteen of a micro-credential


def answer(verdict: Verdict, told: Told | None) -> Answer:
    """`told`: what may be said of the certificate; None where nothing was proven, or the name differs."""
    return Answer(
        code=verdict.code,
        tone=verdict.tone,
        icon=ICONS[verdict.tone],
        word=str(WORDS[verdict.code]),
        sentence=sentence(verdict, told),
        reason=told.reason if told and verdict.code == "revoked" else "",
        do=verdict.do,
        checks=lines(verdict),
        technical=_technical(verdict),
        checked_at=moment(verdict.checked_at),
        elements=tuple(map(_element, verdict.elements)),
    )


def lines(verdict: Verdict) -> tuple[CheckLine, ...]:
    """What failed first, then what is well; everything skipped in one last line."""
    reached = [check for check in verdict.checks if check.state != NOT_CHECKED]
    ordered = sorted(reached, key=lambda check: check.state not in _FIRST)
    skipped = [check for check in verdict.checks if check.code == SKIPPED]
    return (*map(_line, ordered), *_skipped(skipped))


def moment(when: datetime) -> str:
    return saying.moment(when, "UTC")


def _line(check: CheckShown) -> CheckLine:
    return CheckLine(
        check.tone, ICONS[check.tone], check.state_word, f"{check.name}: {check.sentence}", check.do
    )


def _element(one: ElementShown) -> CheckLine:
    name = one.name if one.mandatory else _("%(name)s (optional)") % {"name": one.name}
    return CheckLine(one.tone, ICONS[one.tone], one.state_word, name, " ".join(one.advice))


def _skipped(checks: list[CheckShown]) -> tuple[CheckLine, ...]:
    if not checks:
        return ()
    names = ", ".join(check.name for check in checks)
    return (CheckLine("note", "note", checks[0].state_word, f"{names}.", checks[0].sentence),)


def _technical(verdict: Verdict) -> tuple[tuple[str, str], ...]:
    signed = _signed(verdict.facts) if verdict.facts else ()
    codes = tuple((check.name, f"{check.state} · {check.code}") for check in verdict.checks)
    return (*signed, (_("Answer"), verdict.code), *codes)


def _signed(facts: SignedFacts) -> tuple[tuple[str, str], ...]:
    told = (
        (_("Document"), facts.id),
        (_("Issuer's address"), facts.issuer_did),
        (_("Valid from"), moment(facts.valid_from)),
        (_("Valid until"), moment(facts.valid_until) if facts.valid_until else ""),
    )
    return tuple((name, value) for name, value in told if value)
