"""The door of bundles: what is carried to where there is no internet, and the words of its answers."""

from tequio.credentials.bundles.making import bundle
from tequio.credentials.bundles.paper import paper_code
from tequio.credentials.bundles.wording import OfflineWords, offline_words

__all__ = ["OfflineWords", "bundle", "offline_words", "paper_code"]
