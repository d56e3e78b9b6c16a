"""The public page of one certificate: its own check made anew, the sheet as on paper, and what to take along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.credentials.values import CredentialState
from tequio.web.verify.pages import checks
from tequio.web.verify.pages.sheet import Sheet, gone_word, sheet_of
from tequio.web.verify.pages.told import Told, told_of_view

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.credentials.values import CredentialView, DimensionWords, Verdict
    from tequio.web.vouchings import VouchingLine

TAKEN_BACK = (CredentialState.REVOKED, CredentialState.SUSPENDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificatePage:
    """One certificate. `answer` is its own check, just now; `share` is a text to copy, empty when it does not stand.

    `taken_back` is the word of its ribbon when the issuer does not stand by it: nothing to hang on a wall.
    """

    template: ClassVar[str] = "verify/certificate.html"
    sheet: Sheet
    answer: checks.Answer
    dimensions: tuple[DimensionWords, ...]
    behind: Sequence[VouchingLine]
    why_href: str
    pdf_href: str
    json_href: str
    share: str
    taken_back: str


def certificate_page(
    view: CredentialView,
    verdict: Verdict,
    *,
    language: str,
    short_link: str,
    behind: Sequence[VouchingLine] = (),
) -> CertificatePage:
    told = told_of_view(view, language)
    return CertificatePage(
        sheet=sheet_of(view, language=language, link=short_link),
        answer=checks.answer(verdict, told if verdict.facts else None),
        dimensions=view.dimensions,
        behind=behind,
        why_href=reverse("certificate_why", args=[view.code]),
        pdf_href=reverse("certificate_pdf", args=[view.code]),
        json_href=reverse("wire_credential", args=[view.id]),
        share=_share(told, short_link, demo=view.demo) if view.state is CredentialState.VALID else "",
        taken_back=gone_word(view) if view.state in TAKEN_BACK else "",
    )


def _share(told: Told, link: str, *, demo: bool) -> str:
    said = {
        "name": told.name,
        "title": told.title,
        "level": told.level_words,
        "issuer": told.issuer,
        "date": told.issued,
        "link": link,
    }
    text = _("%(name)s: %(title)s (%(level)s). Issued by %(issuer)s on %(date)s. Check it: %(link)s") % said
    return _("DEMO, certifies nothing: %(text)s") % {"text": text} if demo else text
