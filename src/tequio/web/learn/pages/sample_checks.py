"""The five ways in which a check comes out, as the gallery shows them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class SampleCheck:
    """What parts/checks.html shows."""

    tone: str
    icon: str
    word: str
    text: str
    tip: str = ""


def sample_checks() -> tuple[SampleCheck, ...]:
    """OK, failed, and the three silences, which are never the same as failed."""
    return (
        SampleCheck("good", "right", _("OK"), _("The signature fits the text: nothing was changed.")),
        SampleCheck(
            "bad",
            "wrong",
            _("Failed"),
            _("The issuer took this certificate back."),
            _("Do not accept it; ask the person for the original."),
        ),
        SampleCheck("note", "note", _("Not checked"), _("Checks after a broken signature say nothing.")),
        SampleCheck(
            "note",
            "note",
            _("Unknown"),
            _("Nobody here knows this issuer."),
            _("Find out by another way who this issuer is."),
        ),
        SampleCheck(
            "note", "note", _("Out of date"), _("The list of revoked certificates is three days old.")
        ),
    )
