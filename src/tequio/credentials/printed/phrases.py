"""What a certificate says, on paper and on its page alike, in the language now active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.credentials.moments import day_words
from tequio.credentials.printed.prose import fraction_words, hours_words
from tequio.credentials.values import CredentialState, Level

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
    issued = {"issuer": view.issuer_name, "date": day_words(view.issued_at, view.zone)}
    facts = [_("Issued by %(issuer)s on %(date)s") % issued]
    if view.hours:
        facts.append(hours_words(view.hours))
    if view.score:
        facts.append(_("result: %(score)s") % {"score": fraction_words(view.score)})
    return tuple(facts)


def gone_words(view: CredentialView) -> str:
    """Across a sheet that does not stand; empty when it does."""
    if view.state is CredentialState.SUSPENDED:
        return _("SUSPENDED: the issuer does not stand by this certificate at the moment.")
    if view.revocation is None:
        return ""
    when = day_words(view.revocation.at, view.zone)
    return _("REVOKED on %(date)s: this certificate does not stand any more.") % {"date": when}


def grouped(code: str) -> str:
    """The code as it is written: three groups of four."""
    return "-".join((code[:4], code[4:8], code[8:]))
