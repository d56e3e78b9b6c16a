"""Short texts compared kindly: case, blanks, accents and a final full stop never cost a point unless an item says so."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tequio_standards.qti.items import Processing

_ACCENTS = {"\u0300", "\u0301", "\u0302", "\u0308"}  # the tilde stays: ñ is a letter, not an accented n
_ENDS = ".,;:!?¡¿\"'«»“”‘’() "


def normal_text(text: str, processing: Processing) -> str:
    """`text` in the form that is compared."""
    tidy = " ".join(unicodedata.normalize("NFKC", text).split()).strip(_ENDS)
    if not processing.exact_case:
        tidy = tidy.casefold()
    return tidy if processing.exact_accents else without_accents(tidy)


def without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(ch for ch in apart if ch not in _ACCENTS))
