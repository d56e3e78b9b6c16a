"""What a certificate says, on paper and on its page alike, in the language now active."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from tequio.credentials.printed.prose import fraction_words, hours_words
from tequio.credentials.values import Level

if TYPE_CHECKING:
    from tequio.credentials.values import CredentialView


def heading(level: Level) -> str:
    """A constancia for taking part, a certificate for what was shown; never a diploma or a degree."""
    return _("Certificate of participation") if level is Level.L0 else _("Certificate")


def certifies(level: Level) -> str:
    """Before the name: a constancia confirms, a certificate certifies."""
    return _("confirms that") if level is Level.L0 else _("certifies that")


def for_what(level: Level) -> str:
    """Between the name and the course's title."""
    if level is Level.L0:
        return _("took part in the course")
    return _("passed the final check of the course")


def can_words(level: Level) -> str:
    """Before the outcomes."""
    return _("The course is about:") if level is Level.L0 else _("and can do this:")


def facts_words(view: CredentialView) -> tuple[str, ...]:
    """When it was issued and by whom, how long it takes to learn, and the result."""
    local = view.issued_at.astimezone(ZoneInfo(view.zone))
    issued = {"issuer": view.issuer_name, "date": date_format(local, "DATE_FORMAT", use_l10n=True)}
    facts = [_("Issued by %(issuer)s on %(date)s") % issued]
    if view.hours:
        facts.append(hours_words(view.hours))
    if view.score:
        facts.append(_("result: %(score)s") % {"score": fraction_words(view.score)})
    return tuple(facts)


def grouped(code: str) -> str:
    """The code as it is written: three groups of four."""
    return "-".join((code[:4], code[4:8], code[8:]))
