"""The door of bundles."""

from tequio.credentials.bundles.making import bundle
from tequio.credentials.bundles.paper import paper_code

__all__ = ["bundle", "paper_code"]
