"""The officer's start page: what the organisation issued, and the log of what it took back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tequio.kit.words import say
from tequio.web.saying import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.credentials.register.api import Issued, Revoked


@dataclass(frozen=True, slots=True)
class IssuedLine:
    """A certificate in the register. `state` is a word where it does not stand; once revoked, no way is left."""

    name: str
    title: str
    code: str
    date: str
    href: str
    revoke_href: str
    state: str
    ways: Sequence[tuple[str, str]]  # what else may be done with it, and where


@dataclass(frozen=True, slots=True)
class RevokedLine:
    """A line of the revocation log."""

    name: str
    code: str
    href: str
    reason: str
    by: str
    date: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernPage:
    """A search over the register and what it found. `next_query` leads on, or is empty."""

    template: ClassVar[str] = "govern/home.html"
    text: str
    total: int
    issued: Sequence[IssuedLine]
    first: int
    next_query: str
    log: Sequence[RevokedLine]


def issued_line(one: Issued) -> IssuedLine:
    return IssuedLine(
        name=one.learner_name,
        title=say(one.title, get_language() or "es"),
        code=grouped(one.code),
        date=day(one.issued_at),
        href=reverse("certificate", args=[one.code]),
        revoke_href="" if one.revoked else reverse("revoke_certificate", args=[one.code]),
        state=_("revoked") if one.revoked else _("suspended") if one.suspended else "",
        ways=() if one.revoked else _ways(one),
    )


def _ways(one: Issued) -> Sequence[tuple[str, str]]:
    pause = (
        (reverse("reinstate_certificate", args=[one.code]), _("Reinstate"))
        if one.suspended
        else (reverse("suspend_certificate", args=[one.code]), _("Suspend"))
    )
    return (pause, (reverse("correct_certificate", args=[one.code]), _("Correct the name")))


def revoked_line(one: Revoked) -> RevokedLine:
    return RevokedLine(
        name=one.learner_name,
        code=grouped(one.code),
        href=reverse("certificate", args=[one.code]),
        reason=one.reason,
        by=one.by_name,
        date=day(one.at),
    )


def grouped(code: str) -> str:
    """The code as it is printed: three groups of four."""
    return "-".join((code[:4], code[4:8], code[8:]))
