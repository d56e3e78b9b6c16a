"""PyLD's processor with its context processing remembered.

PyLD keeps processed contexts, but forgets those that belong to a type (it gives each copy a new identity), and builds
some 17 of them anew for each credential: two thirds of the time of a verification. What it builds depends only on its
arguments, all of which are pinned contexts here.
"""

from collections.abc import Callable
from typing import Any

from pyld import jsonld

MOST_REMEMBERED = 256  # a credential needs about 20; each is some 40 kB


class Processor(jsonld.JsonLdProcessor):  # type: ignore[misc] # PyLD has no types
    """One for each list of contexts; not for several threads at once."""

    def __init__(self, on_property_dropped: Callable[[str | None], None]) -> None:
        super().__init__(on_property_dropped=on_property_dropped)
        self._remembered: dict[tuple[Any, ...], tuple[Any, Any, Any]] = {}

    # Any: PyLD's active contexts are nested dicts.
    def _process_context(
        self, active_ctx: Any, local_ctx: Any, options: Any, *more: Any, **flags: Any
    ) -> Any:
        if more or "cycles" in flags:
            return super()._process_context(active_ctx, local_ctx, options, *more, **flags)
        key = (id(active_ctx), _identity(local_ctx), *sorted(flags.items()))
        found = self._remembered.get(key)
        if found is None:
            processed = super()._process_context(active_ctx, local_ctx, options, **flags)
            found = self._remember(key, active_ctx, local_ctx, processed)
        return found[2]

    # Any: values of JSON-LD; only texts are terms.
    def _expand_iri(self, active_ctx: Any, value: Any, *more: Any, **flags: Any) -> Any:
        """The usual case first: a term that the context defines. Neither keywords nor what looks like one can be."""
        if flags.get("vocab") and not more and len(flags) == 1 and type(value) is str:
            mapping = active_ctx["mappings"].get(value)
            if mapping is not None:
                return mapping["@id"]
        return super()._expand_iri(active_ctx, value, *more, **flags)

    def _remember(self, key: tuple[Any, ...], active_ctx: Any, local_ctx: Any, processed: Any) -> Any:
        """The arguments are kept too: as long as they live, nothing else can have their identity."""
        if len(self._remembered) >= MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered[key] = (active_ctx, local_ctx, processed)
        return self._remembered[key]


def _identity(local_ctx: Any) -> Any:
    """Addresses count by their text, since every document brings its own list of them."""
    if isinstance(local_ctx, str):
        return local_ctx
    if isinstance(local_ctx, list) and all(isinstance(each, str) for each in local_ctx):
        return tuple(local_ctx)
    return id(local_ctx)
