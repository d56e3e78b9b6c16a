"""JSON-LD to quads, and nothing lost on the way: what cannot be signed is refused instead of dropped.

PyLD expands; its pitfalls are closed here. An undefined term would vanish and an undefined type or relative IRI would
get an invented base, so both run into markers that are refused (`unsigned_data`).
"""

import threading
from functools import cache
from typing import Any

from pyld import jsonld
from pyld.context_resolver import ContextResolver

from tequio_standards.vc.contexts import Contexts
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.processor import Processor

UNDEFINED = "urn:x-undefined:"
RELATIVE = "undefined-base://x/"


# Any: JSON-LD is any JSON.
def expand(document: dict[str, Any], contexts: Contexts) -> list[Any]:
    """The expanded form of `document`; CredentialError when a term, type or address in it means nothing."""
    return _expander(contexts).expand(document)


@cache
def _expander(contexts: Contexts) -> "_Expander":
    return _Expander(contexts)


class _Expander:
    """PyLD with processed contexts kept between documents. Its caches are not made for threads, hence the lock."""

    def __init__(self, contexts: Contexts) -> None:
        self._contexts = contexts
        self._lock = threading.Lock()
        self._processor = Processor(_refuse_dropped)
        self._undefined = {"@vocab": UNDEFINED}
        self._resolver = ContextResolver({}, self._load)

    def expand(self, document: dict[str, Any]) -> list[Any]:
        options = {
            "base": RELATIVE,
            "expandContext": self._undefined,
            "documentLoader": self._load,
            "contextResolver": self._resolver,
        }
        with self._lock:
            try:
                expanded: list[Any] = self._processor.expand(document, options)
            except jsonld.JsonLdError as cause:
                raise CredentialError("malformed", f"Not JSON-LD: {_reason(cause)}") from cause
        return expanded

    def _load(self, url: str, _options: object) -> dict[str, Any]:
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": self._contexts.document(url),
            "tag": "static",
        }


def _refuse_dropped(name: str | None) -> None:
    raise CredentialError("unsigned_data", f"“{name}” is not a defined term, so it would not be signed.")


def _reason(error: jsonld.JsonLdError) -> str:
    while isinstance(error.__cause__, jsonld.JsonLdError):
        error = error.__cause__
    return str(error.args[0] if error.args else error).split("\n", 1)[0][:200]
