"""What stands on a printed certificate, word by word, in the language now active. Typst only sets it."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import segno
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tequio.credentials.names import breakable
from tequio.credentials.printed.prose import bullets, fraction_words, hours_words
from tequio.credentials.printed.weave import band
from tequio.credentials.values import Level
from tequio.kit.words import say

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialView

CLOTH, THREAD, INK = "#f6f1e7", "#7a1f3d", "#1f2a33"
COLUMNS = 241  # ten motifs and their closing edge: the band fills the sheet from side to side


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One printing: what, on which paper, in which language, with which short address."""

    view: CredentialView
    size: str
    language: str
    address: str


def sheet(order: Order) -> dict[str, Any]:  # JSON values
    """Everything `certificate.typ` reads, as JSON values."""
    view = order.view
    return {
        "size": order.size,
        "language": order.language,
        "demo": view.demo,
        "revoked": _revoked(view),
        "band": band(view.id.bytes, columns=COLUMNS, colours=(CLOTH, THREAD)),
        "heading": heading(view.level),
        "issuer": view.issuer_name,
        "name": breakable(view.learner_name),
        "name_note": "",
        "for_what": _for_what(view),
        "title": breakable(say(view.title, order.language)),
        "facts": _facts(view),
        **_proof(order),
        **_address(order),
        "foot": f"{view.id.urn} · {view.issuer_did}",
        "words": _labels(),
    }


def heading(level: Level) -> str:
    """A constancia for taking part, a certificate for what was shown; never a diploma or a degree."""
    return _("Certificate of participation") if level is Level.L0 else _("Certificate")


def _for_what(view: CredentialView) -> str:
    if view.level is Level.L0:
        return _("for taking part in the course")
    return _("for passing the final check of the course")


def _facts(view: CredentialView) -> list[str]:
    local = view.issued_at.astimezone(ZoneInfo(view.zone))
    facts = [date_format(local, "DATE_FORMAT", use_l10n=True)]
    if view.hours:
        facts.append(hours_words(view.hours))
    if view.score:
        facts.append(_("result: %(score)s") % {"score": fraction_words(view.score)})
    return facts


def _revoked(view: CredentialView) -> str:
    if view.revocation is None:
        return ""
    when = date_format(view.revocation.at.astimezone(ZoneInfo(view.zone)), "DATE_FORMAT", use_l10n=True)
    return _("REVOKED on %(date)s: this certificate does not stand any more.") % {"date": when}


def _proof(order: Order) -> dict[str, Any]:  # JSON values
    view, language = order.view, order.language
    return {
        "level": view.level_words,
        "level_means": _(
            "The weakest of the seven checks decides the level. It is computed; nobody types it in."
        ),
        "outcomes": [
            {
                "statement": say(outcome.statement, language),
                "result": _("%(right)s of %(of)s") % {"right": outcome.right, "of": outcome.of},
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
    code = order.view.code
    grouped = "-".join((code[:4], code[4:8], code[8:]))
    return {
        "address": order.address,
        "qr": qr_svg(order.address),
        "qr_says": _("QR code that opens %(address)s") % {"address": order.address},
        "code_line": _("Code: %(code)s") % {"code": grouped},
    }


def qr_svg(address: str) -> str:
    """The address as a QR code, sharp at any size."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="svg", border=2, xmldecl=False, dark=INK)
    return out.getvalue().decode()


def _labels() -> dict[str, str]:
    return {
        "document": _("A certificate that anyone can check, with its signed document attached."),
        "attachment": _("The signed document (Open Badges 3.0). Its signature, not this page, is the proof."),
        "demo_mark": _("DEMO"),
        "demo": _("DEMO: made by an example hub to show how this works. It certifies nothing."),
        "awarded_to": _("awarded to"),
        "outcomes": _("Outcomes and results"),
        "how_to_check": _("Check it without asking us"),
        "check_steps": _(
            "Scan the code, or hand this PDF to any verifying page or to the “tequio verify” command: "
            "it carries the signed document."
        ),
        "checked": _("What was checked"),
        "means": _("What it means"),
        "does_not_mean": _("What it does not mean"),
    }
