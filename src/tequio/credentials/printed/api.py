"""The door of the printed certificate: the turns of phrase that its web page shares with the paper."""

from tequio.credentials.printed.prose import bullets, fraction_words, hours_words

__all__ = ["bullets", "fraction_words", "hours_words"]
