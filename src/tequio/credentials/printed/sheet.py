"""What stands on a printed certificate, word by word, in the language now active. Typst only sets it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from tequio.credentials.names import breakable
from tequio.credentials.printed.drawing import band_svg, paper_qr_svg, qr_svg, seal_svg
from tequio.credentials.printed.phrases import (
    can_words,
    certifies,
    facts_words,
    for_what,
    gone_words,
    grouped,
    heading,
)
from tequio.credentials.printed.prose import bullets, fraction_words
from tequio.kit.words import say

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialView


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One printing: what, on which paper, in which language, with which short address.

    `page` and `code`: where the whole certificate is rebuilt from its code, without internet; empty when it cannot be.
    """

    view: CredentialView
    size: str
    language: str
    address: str
    page: str = ""
    code: str = ""


def sheet(order: Order) -> dict[str, Any]:  # JSON values
    """Everything `certificate.typ` reads, as JSON values."""
    view = order.view
    return {
        "size": order.size,
        "language": order.language,
        "demo": view.demo,
        "gone": gone_words(view),
        "band": band_svg(view),
        "seal": seal_svg(view),
        "heading": heading(view.level),
        "issuer": view.issuer_name,
        "certifies": certifies(view.level),
        "name": breakable(view.learner_name),
        "name_note": "",
        "for_what": for_what(view.level),
        "title": breakable(say(view.title, order.language)),
        "can": can_words(view.level),
        "facts": list(facts_words(view)),
        **_proof(order),
        **_address(order),
        "foot": f"{view.id.urn} · {view.issuer_did}",
        "words": _labels(),
    }


def _proof(order: Order) -> dict[str, Any]:  # JSON values
    view, language = order.view, order.language
    return {
        "level": view.level_words,
        "level_means": view.level_means,
        "outcomes": [
            {
                "statement": say(outcome.statement, language),
                "result": fraction_words(f"{outcome.right}/{outcome.of}"),
            }
            for outcome in view.outcomes
        ],
        "dimensions": [
            {"code": f"{row.dimension}{row.value}", "name": row.name, "sentence": row.sentence}
            for row in view.dimensions
        ],
        "means": list(bullets(say(view.means, language))),
        "does_not_mean": list(bullets(say(view.does_not_mean, language))),
    }


def _address(order: Order) -> dict[str, Any]:  # JSON values
    return {
        "address": order.address,
        "short": order.address.partition("://")[2],  # as one types it
        **_qr(order),
        "code_line": _("Code: %(code)s") % {"code": grouped(order.view.code)},
    }


def _qr(order: Order) -> dict[str, Any]:  # JSON values
    """All of the certificate, where that fits; else its short address."""
    whole = paper_qr_svg(order.page, order.code) if order.code else ""
    if whole:
        says = _("QR code with the whole certificate; it opens %(address)s") % {"address": order.page}
        return {"qr": whole, "qr_whole": True, "qr_says": says}
    says = _("QR code that opens %(address)s") % {"address": order.address}
    return {"qr": qr_svg(order.address), "qr_whole": False, "qr_says": says}


def _labels() -> dict[str, str]:
    return {
        "document": _("A certificate that anyone can check, with its signed document attached."),
        "attachment": _("The signed document (Open Badges 3.0). Its signature, not this page, is the proof."),
        "demo": _("DEMO · certifies nothing"),
        "demo_why": _("DEMO: made by an example hub to show how this works. It certifies nothing."),
        "scan": _("Anyone can check it"),
        "how_to_check": _("Check it without asking us"),
        "check_steps": _(
            "Scan the code, or hand this PDF to any verifying page or to the “tequio verify” command: "
            "it carries the signed document."
        ),
        "check_offline": _(
            "The code holds the whole certificate: a phone that has opened the checking page once "
            "checks it without internet."
        ),
        "rule": _("The weakest of the seven checks decides the level. It is computed; nobody types it in."),
        "checked": _("What was checked"),
        "means": _("What it means"),
        "does_not_mean": _("What it does not mean"),
    }
