"""The confirmation before a certificate is revoked for good."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.govern.pages.register import grouped
from tequio.web.saying import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.credentials.values import CredentialView
    from tequio.web.govern.forms import RevokeForm


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokePage:
    """Which certificate it is, and the form. `revoked`: somebody has done it already."""

    template: ClassVar[str] = "govern/revoke.html"
    name: str
    facts: Sequence[tuple[str, str]]
    href: str
    here: str
    revoked: bool
    form: RevokeForm


def revoke_page(view: CredentialView, form: RevokeForm) -> RevokePage:
    return RevokePage(
        name=view.learner_name,
        facts=facts_of(view),
        href=reverse("certificate", args=[view.code]),
        here=reverse("revoke_certificate", args=[view.code]),
        revoked=view.revocation is not None,
        form=form,
    )


def facts_of(view: CredentialView) -> Sequence[tuple[str, str]]:
    """Enough to tell one certificate from another."""
    return (
        (_("Course"), say(view.title, get_language() or "es")),
        (_("Code"), grouped(view.code)),
        (_("Issued"), day(view.issued_at)),
        (_("Level"), view.level_words),
    )
