"""What comparing a certificate's name with a person's document says, way by way. Pure English; translated where shown."""

from __future__ import annotations

from tequio.credentials.advice import Advice
from tequio.credentials.name_match import NameMatch
from tequio_standards.badges import State


def _(text: str) -> str:
    """Marks a sentence for translation."""
    return text


LABEL = _("Name on the person's document")
_LOOK = _("Look at both names yourself.")

NAMED: dict[NameMatch, tuple[State, Advice]] = {
    NameMatch.SAME: (State.OK, Advice(_("It is the name on the certificate."))),
    NameMatch.PART: (
        State.UNKNOWN,
        Advice(_("One of the two names is shorter, and it fits the other."), _LOOK),
    ),
    NameMatch.DIFFERS: (State.FAILED, Advice(_("It is not the name on the certificate."))),
    NameMatch.UNSURE: (State.UNKNOWN, Advice(_("The two names are written in different letters."), _LOOK)),
}
