"""The door of the printed certificate: the turns of phrase and the drawing that its web page shares with the paper."""

from tequio.credentials.printed.drawing import qr_svg
from tequio.credentials.printed.phrases import can_words, certifies, facts_words, for_what, grouped, heading
from tequio.credentials.printed.prose import bullets, fraction_words, hours_words

__all__ = [
    "bullets",
    "can_words",
    "certifies",
    "facts_words",
    "for_what",
    "fraction_words",
    "grouped",
    "heading",
    "hours_words",
    "qr_svg",
]
