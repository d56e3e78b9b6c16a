"""The verifier's desk: hand something in, read the answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from tequio.web.verify.pages import checks
from tequio.web.verify.pages.possible import possible_answers
from tequio.web.verify.pages.told import Told, told_of_facts, told_of_view

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialView, Verdict
    from tequio.web.verify.forms import VerifyForm


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskPage:
    """The form, and after handing in the answer. `told` is None where nothing may be said of the certificate.

    `looks_like`: what an unreadable file seems to be and what to do instead; empty when it seems to be nothing known.
    `possible`: what may be answered, for whoever has not handed in anything yet.
    `own_href`: the certificate's page when this hub issued it.
    """

    template: ClassVar[str] = "verify/desk.html"
    form: VerifyForm
    answer: checks.Answer | None = None
    told: Told | None = None
    looks_like: str = ""
    possible: tuple[checks.CheckLine, ...] = ()
    own_href: str = ""


def empty_desk(form: VerifyForm) -> DeskPage:
    """Before anything is handed in, or when it has to be put right."""
    return DeskPage(form=form, possible=possible_answers())


def answered(
    verdict: Verdict,
    form: VerifyForm,
    *,
    own: CredentialView | None,
    own_href: str,
    looks_like: str,
    language: str,
) -> DeskPage:
    """`own`: the certificate as this hub keeps it, when it is the one that was handed in."""
    told = None
    if verdict.facts:
        told = told_of_view(own, language) if own else told_of_facts(verdict.facts)
    return DeskPage(
        form=form,
        answer=checks.answer(verdict, told),
        told=told,
        looks_like=looks_like if verdict.code == "unreadable" else "",
        own_href=own_href if told and own else "",
    )
