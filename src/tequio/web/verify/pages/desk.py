"""The verifier's desk: hand something in, read the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tequio.web.verify.pages import checks

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.values import SignedFacts, Verdict
    from tequio.web.verify.forms import VerifyForm


@dataclass(frozen=True, slots=True)
class DeskPage:
    """The form, and after handing in: the answer, every check, and what the document says of itself."""

    template: ClassVar[str] = "verify/desk.html"
    form: VerifyForm
    answer: checks.Answer | None = None
    checks: tuple[checks.CheckLine, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    checked_at: str = ""


def desk_page(form: VerifyForm, verdict: Verdict | None = None) -> DeskPage:
    if verdict is None:
        return DeskPage(form)
    return DeskPage(
        form=form,
        answer=checks.answer(verdict),
        checks=checks.lines(verdict),
        facts=_facts(verdict.facts) if verdict.facts else (),
        checked_at=moment(verdict.checked_at),
    )


def _facts(facts: SignedFacts) -> tuple[tuple[str, str], ...]:
    told = (
        (_("Name"), facts.learner_name),
        (_("What for"), facts.title),
        (_("Level"), facts.level),
        (_("Issuer"), facts.issuer_name),
        (_("Issuer's address"), facts.issuer_did),
        (_("Valid from"), moment(facts.valid_from)),
        (_("Valid until"), moment(facts.valid_until) if facts.valid_until else ""),
    )
    return tuple((name, value) for name, value in told if value)


def moment(when: datetime) -> str:
    return date_format(when, "DATETIME_FORMAT") + " UTC"
