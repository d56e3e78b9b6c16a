"""The page before a certificate is suspended, reinstated or corrected: which one, what it means, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.web.govern.pages.revoking import facts_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.credentials.values import CredentialView
    from tequio.web.govern.standing_forms import ReasonForm


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """One act on one certificate."""

    template: ClassVar[str] = "govern/standing.html"
    title: str
    means: str
    word: str
    name: str
    facts: Sequence[tuple[str, str]]
    href: str
    here: str
    form: ReasonForm


def standing_page(act: str, view: CredentialView, form: ReasonForm) -> StandingPage:
    title, means, word = _said(act)
    return StandingPage(
        title=title,
        means=means,
        word=word,
        name=view.learner_name,
        facts=facts_of(view),
        href=reverse("certificate", args=[view.code]),
        here=reverse(f"{act}_certificate", args=[view.code]),
        form=form,
    )


def _said(act: str) -> tuple[str, str, str]:
    return {
        "suspend": (
            _("Suspend a certificate"),
            _("Until you reinstate it, whoever checks it is told not to rely on it for now."),
            _("Suspend it for now"),
        ),
        "reinstate": (
            _("Reinstate a certificate"),
            _("From now on, whoever checks it is told that it stands again."),
            _("Reinstate it"),
        ),
        "correct": (
            _("Correct the name on a certificate"),
            _("A new certificate is signed with the right name, and this one is revoked with your reason."),
            _("Sign it again with this name"),
        ),
    }[act]
