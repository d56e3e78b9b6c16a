"""A certificate and three answers that could be true, as the gallery shows them."""

from __future__ import annotations

from datetime import UTC, datetime

from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from tequio.credentials.printed.api import can_words, certifies, for_what, grouped, heading, qr_svg
from tequio.credentials.values import Level, Verdict
from tequio.web.verify.pages.checks import Answer, answer
from tequio.web.verify.pages.sheet import OutcomeLine, Ribbon, Sheet
from tequio.web.verify.pages.told import Told

NAME = "María Fernanda Hernández Ixtlilxóchitl"
LINK = "https://hub.example.org/c/7K3MPQ2RX4TB"
_LEVEL = "L1 · "
_WHEN = datetime(2026, 11, 23, 18, tzinfo=UTC)


def sample_sheet() -> Sheet:
    """Of a demo, with a name of four words."""
    return Sheet(
        ribbons=(Ribbon("note", _("DEMO · certifies nothing")),),
        cloth="rain-water",
        seal="sample",
        issuer="Universidad del Barro",
        heading=heading(Level.L1),
        certifies=certifies(Level.L1),
        name=NAME,
        size="long",
        for_what=for_what(Level.L1),
        title=_("Water from your roof"),
        can=can_words(Level.L1),
        outcomes=(OutcomeLine(_("Keep rain water clean, and say when not to drink it."), "4/4"),),
        level=_LEVEL + _("Practised"),
        level_means=_(
            "The person passed a check on their own. Nobody watched, and nobody checked who they are."
        ),
        facts=("2026-11-23", "11/12"),
        means=(_("This person practised with cases from their own roof."),),
        does_not_mean=(_("It is not a degree or a professional licence."),),
        code=grouped("7K3MPQ2RX4TB"),
        link=LINK,
        qr=mark_safe(qr_svg(LINK)),  # noqa: S308 - drawn by us: digits and path letters only
    )


def sample_answers() -> tuple[Answer, ...]:
    """One of each tone."""
    return (
        answer(_verdict("genuine", "good"), _told()),
        answer(_verdict("issuer_unknown", "note"), None),
        answer(_verdict("revoked", "bad"), _told(revoked="2026-11-24", reason=_("The name was wrong."))),
    )


def _verdict(code: str, tone: str) -> Verdict:
    return Verdict(
        code=code, tone=tone, sentence="", do="", checks=(), facts=None, demo=False, checked_at=_WHEN
    )


def _told(revoked: str = "", reason: str = "") -> Told:
    return Told(
        name=NAME,
        title=_("Water from your roof"),
        issuer="Universidad del Barro",
        level=Level.L1,
        level_words="",
        level_means="",
        outcomes=(),
        issued="2026-11-23",
        revoked=revoked,
        reason=reason,
    )
