"""My certificates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.saying import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.credentials.values import CredentialView
    from tequio.web.learn.pages.wallet import WalletLine


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateLine:
    """One certificate. `level` is in words, such as "L2 · Demonstrated"."""

    key: str
    href: str
    title: str
    date: str
    level: str
    revoked: bool


@dataclass(frozen=True, slots=True)
class CertificatesPage:
    """What somebody earned here, and what they brought from elsewhere, the newest first."""

    template: ClassVar[str] = "learn/certificates.html"
    certificates: Sequence[CertificateLine]
    brought: Sequence[WalletLine]


def certificate_line(credential: CredentialView, language: str) -> CertificateLine:
    return CertificateLine(
        key=credential.course_key,
        href=reverse("certificate", args=[credential.code]),
        title=say(credential.title, language),
        date=day(credential.issued_at),
        level=credential.level_words,
        revoked=credential.revocation is not None,
    )
