"""The certificate itself on the page: the same things as on paper, in the same order (parts/certificate.html)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from tequio.credentials.printed.api import (
    bullets,
    can_words,
    certifies,
    facts_words,
    for_what,
    fraction_words,
    grouped,
    heading,
    qr_svg,
)
from tequio.credentials.values import CredentialState
from tequio.kit.words import say
from tequio.web.saying import day

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialView, OutcomeShown

LONG = 34  # signs: a longer name is set smaller, as on paper


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """An outcome with its result."""

    statement: str
    result: str


@dataclass(frozen=True, slots=True)
class Ribbon:
    """What lies across the sheet because nobody may miss it."""

    tone: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One certificate. `cloth` and `seal` seed its ornament; `size` is "long" for a long name, else empty."""

    ribbons: tuple[Ribbon, ...]
    cloth: str
    seal: str
    issuer: str
    heading: str
    certifies: str
    name: str
    size: str
    for_what: str
    title: str
    can: str
    outcomes: tuple[OutcomeLine, ...]
    level: str
    level_means: str
    facts: tuple[str, ...]
    means: tuple[str, ...]
    does_not_mean: tuple[str, ...]
    code: str
    link: str
    qr: SafeString


def sheet_of(view: CredentialView, *, language: str, link: str) -> Sheet:
    """`link`: the short link that the QR code opens."""
    return Sheet(
        ribbons=_ribbons(view),
        cloth=view.course_key,
        seal=view.id.hex,
        issuer=view.issuer_name,
        heading=heading(view.level),
        certifies=certifies(view.level),
        name=view.learner_name,
        size="long" if len(view.learner_name) > LONG else "",
        for_what=for_what(view.level),
        title=say(view.title, language),
        can=can_words(view.level),
        outcomes=tuple(outcome_line(outcome, language) for outcome in view.outcomes),
        level=view.level_words,
        level_means=view.level_means,
        facts=facts_words(view),
        means=bullets(say(view.means, language)),
        does_not_mean=bullets(say(view.does_not_mean, language)),
        code=grouped(view.code),
        link=link,
        qr=mark_safe(qr_svg(link)),  # noqa: S308 - drawn by us: digits and path letters only
    )


def outcome_line(outcome: OutcomeShown, language: str) -> OutcomeLine:
    """An outcome in the reader's language."""
    return OutcomeLine(say(outcome.statement, language), fraction_words(f"{outcome.right}/{outcome.of}"))


def gone_words(view: CredentialView) -> str:
    """When it was revoked and why, or that its time is over; empty when it stands."""
    if view.state is CredentialState.EXPIRED:
        return _("Expired: its time is over. What follows was true when it was issued.")
    if view.state is CredentialState.SUSPENDED:
        return _("Suspended: the issuer does not stand by this certificate at the moment.")
    if view.revocation is None:
        return ""
    when = day(view.revocation.at, view.zone)
    return _("Revoked on %(date)s. Reason: %(reason)s") % {"date": when, "reason": view.revocation.reason}


def gone_word(view: CredentialView) -> str:
    """What the ribbon says across a sheet that does not stand; empty when it stands."""
    gone = {
        CredentialState.REVOKED: _("REVOKED"),
        CredentialState.SUSPENDED: _("SUSPENDED"),
        CredentialState.EXPIRED: _("EXPIRED"),
    }
    return gone.get(view.state, "")


def _ribbons(view: CredentialView) -> tuple[Ribbon, ...]:
    gone = gone_word(view)
    said = [Ribbon("bad", gone)] if gone else []
    demo = [Ribbon("note", _("DEMO · certifies nothing"))] if view.demo else []
    return (*said, *demo)
