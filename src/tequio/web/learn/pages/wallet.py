"""My wallet: what was brought from elsewhere, and what it is worth today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tequio.web.saying import day
from tequio.web.verify.pages import checks
from tequio.web.verify.pages.sentences import WORDS
from tequio.web.verify.pages.told import told_of_facts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.credentials.wallet.api import Brought


class WalletForm(forms.Form):
    """One file."""

    use_required_attribute = False  # our own sentences say what is missing, in the page's language

    file = forms.FileField(
        label=_("A certificate from elsewhere"),
        help_text=_("The JSON, PDF or picture (PNG or SVG), exactly as you downloaded it."),
        error_messages={
            "required": _("Choose the file of a certificate."),
            "empty": _("This file is empty. Download it again."),
        },
        widget=forms.FileInput(
            attrs={"accept": ".json,.jwt,.pdf,.png,.svg,application/json,application/pdf,image/*"}
        ),
    )


@dataclass(frozen=True, slots=True)
class WalletLine:
    """A file: the title that was signed, or the file's name where nothing was proven."""

    href: str
    title: str
    issuer: str
    date: str
    tone: str
    icon: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletPage:
    """Everything brought, the newest first."""

    template: ClassVar[str] = "learn/wallet.html"
    form: WalletForm
    most: str
    number: int
    brought: Sequence[WalletLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtPage:
    """One file. `answer` is None for an older kind, which no key can prove."""

    template: ClassVar[str] = "learn/wallet_item.html"
    line: WalletLine
    file: str
    answer: checks.Answer | None
    file_href: str
    discard_href: str


def wallet_line(one: Brought) -> WalletLine:
    facts = one.verdict.facts if one.verdict else None
    return WalletLine(
        href=reverse("wallet_item", args=[one.id]),
        title=facts.title if facts else one.name,
        issuer=(facts.issuer_name or facts.issuer_did) if facts else "",
        date=day(one.at),
        tone=one.verdict.tone if one.verdict else "note",
        icon=checks.ICONS[one.verdict.tone] if one.verdict else "note",
        word=str(WORDS[one.verdict.code]) if one.verdict else gettext("Not signed by a key"),
    )


def brought_page(one: Brought) -> BroughtPage:
    told = told_of_facts(one.verdict.facts) if one.verdict and one.verdict.facts else None
    return BroughtPage(
        line=wallet_line(one),
        file=one.name,
        answer=checks.answer(one.verdict, told) if one.verdict else None,
        file_href=reverse("wallet_file", args=[one.id]),
        discard_href=reverse("wallet_discard", args=[one.id]),
    )
