"""Gettext in the made-up language: what `pseudo.py` makes of every msgid."""

from __future__ import annotations

from django.utils.translation import trans_real

from tequio.web import pseudo

_CONTEXT = "\x04"


class PseudoTranslation(trans_real.DjangoTranslation):
    """Never a catalogue, always the msgid itself, turned round."""

    def gettext(self, message: str) -> str:
        return pseudo.pseudo(message.rpartition(_CONTEXT)[2])

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def install() -> None:
    """Make gettext speak it. Django offers no door for a language without a catalogue, so its own table is filled."""
    trans_real._translations[pseudo.CODE] = PseudoTranslation(pseudo.CODE)  # type: ignore[attr-defined]  # not in the stubs
