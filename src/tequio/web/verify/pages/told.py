"""What a certificate tells in an answer: from what was signed, or fuller, from what this hub itself keeps of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tequio.kit.words import say
from tequio.web.saying import day

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from tequio.credentials.values import CredentialView, Level, SignedFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who can do what, said by whom and when. Days are words; those that do not apply are empty."""

    name: str
    title: str
    issuer: str
    level: Level | None
    level_words: str
    level_means: str
    outcomes: tuple[str, ...]
    issued: str
    ends: str = ""
    revoked: str = ""
    reason: str = ""


def told_of_facts(facts: SignedFacts) -> Told:
    """Of any genuine document; its days are those of UTC, since it does not name a place."""
    return Told(
        name=facts.learner_name,
        title=facts.title,
        issuer=facts.issuer_name or facts.issuer_did,
        level=facts.level,
        level_words=facts.level_words,
        level_means=facts.level_means,
        outcomes=facts.outcomes,
        issued=_day(facts.valid_from, UTC),
        ends=_day(facts.valid_until, UTC) if facts.valid_until else "",
    )


def told_of_view(view: CredentialView, language: str) -> Told:
    """Of a certificate of this hub: in the reader's language, its days those of where it was issued."""
    zone = ZoneInfo(view.zone)
    gone = view.revocation
    return Told(
        name=view.learner_name,
        title=say(view.title, language),
        issuer=view.issuer_name,
        level=view.level,
        level_words=view.level_words,
        level_means=view.level_means,
        outcomes=tuple(say(outcome.statement, language) for outcome in view.outcomes),
        issued=_day(view.issued_at, zone),
        ends=_day(view.valid_until, zone) if view.valid_until else "",
        revoked=_day(gone.at, zone) if gone else "",
        reason=gone.reason if gone else "",
    )


def _day(when: datetime, zone: tzinfo) -> str:
    return day(when.astimezone(zone).date())
