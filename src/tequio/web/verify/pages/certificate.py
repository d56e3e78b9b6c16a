"""The public page of one certificate: what it says, and its own checks, made anew each time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tequio.credentials.printed.api import bullets, fraction_words, hours_words
from tequio.credentials.values import Level
from tequio.kit.words import say
from tequio.web.verify.pages import checks
from tequio.web.verify.pages.desk import moment

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialView, DimensionWords, OutcomeShown, Verdict


@dataclass(frozen=True, slots=True)
class OutcomeLine:
    """An outcome with its result."""

    statement: str
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePage:
    """One certificate. `weave` seeds its woven band; `revoked` tells when and why, or is empty."""

    template: ClassVar[str] = "verify/certificate.html"
    heading: str
    title: str
    learner_name: str
    issuer: str
    weave: str
    answer: checks.Answer
    checks: tuple[checks.CheckLine, ...]
    checked_at: str
    revoked: str
    facts: tuple[tuple[str, str], ...]
    level: str
    dimensions: tuple[DimensionWords, ...]
    outcomes: tuple[OutcomeLine, ...]
    means: tuple[str, ...]
    does_not_mean: tuple[str, ...]
    code: str
    why_href: str
    pdf_href: str
    json_href: str
    short_link: str


def certificate_page(
    view: CredentialView, verdict: Verdict, *, language: str, short_link: str
) -> CertificatePage:
    return CertificatePage(
        heading=_("Certificate of participation") if view.level is Level.L0 else _("Certificate"),
        title=say(view.title, language),
        learner_name=view.learner_name,
        issuer=view.issuer_name,
        weave=view.id.hex,
        answer=checks.answer(verdict),
        checks=checks.lines(verdict),
        checked_at=moment(verdict.checked_at),
        revoked=revoked_words(view),
        facts=_facts(view),
        level=view.level_words,
        dimensions=view.dimensions,
        outcomes=tuple(outcome_line(outcome, language) for outcome in view.outcomes),
        means=bullets(say(view.means, language)),
        does_not_mean=bullets(say(view.does_not_mean, language)),
        code=grouped(view.code),
        why_href=reverse("certificate_why", args=[view.code]),
        pdf_href=reverse("certificate_pdf", args=[view.code]),
        json_href=reverse("wire_credential", args=[view.id]),
        short_link=short_link,
    )


def grouped(code: str) -> str:
    """The code as it is printed: three groups of four."""
    return "-".join((code[:4], code[4:8], code[8:]))


def _facts(view: CredentialView) -> tuple[tuple[str, str], ...]:
    local = view.issued_at.astimezone(ZoneInfo(view.zone))
    told = (
        (_("Issued"), date_format(local, "DATE_FORMAT")),
        (_("Result"), fraction_words(view.score) if view.score else ""),
        (_("Time to learn it"), hours_words(view.hours) if view.hours else ""),
        (_("Issuer's address"), view.issuer_did),
    )
    return tuple((name, value) for name, value in told if value)


def outcome_line(outcome: OutcomeShown, language: str) -> OutcomeLine:
    """An outcome in the reader's language."""
    return OutcomeLine(say(outcome.statement, language), fraction_words(f"{outcome.right}/{outcome.of}"))


def revoked_words(view: CredentialView) -> str:
    """When it was revoked and why; empty when it stands."""
    if view.revocation is None:
        return ""
    when = date_format(view.revocation.at.astimezone(ZoneInfo(view.zone)), "DATE_FORMAT")
    return _("Revoked on %(date)s. Reason: %(reason)s") % {"date": when, "reason": view.revocation.reason}
