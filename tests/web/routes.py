"""Every address of this installation, found by introspection, and how each answers somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.translation import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django.http import HttpResponse
    from django.test import Client

METHODS = ("GET", "POST")


@dataclass(frozen=True, order=True)
class Route:
    """One address by name, with the names of its parameters."""

    name: str
    parameters: tuple[str, ...]

    def address(self, world: Mapping[str, object]) -> str:
        """Where it is in Spanish, about the things of `world`."""
        own = {parameter: world.get(f"{self.name}.{parameter}") for parameter in self.parameters}
        with override("es"):
            return reverse(self.name, kwargs={name: value or world[name] for name, value in own.items()})


def all_routes() -> list[Route]:
    """Every route, sorted by name. One without a name, or twice with the same, is a mistake."""
    found = sorted(_walk(get_resolver()))
    names = [route.name for route in found]
    assert len(set(names)) == len(names), f"two routes share a name: {names}"
    return found


def _walk(resolver: URLResolver, above: tuple[str, ...] = ()) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        here = (*above, *pattern.pattern.regex.groupindex)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern, here)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield Route(pattern.name, here)


def answer(client: Client, method: str, address: str) -> str:
    """What `client` gets, in the matrix's words."""
    return _word(client.post(address) if method == "POST" else client.get(address))


def _word(response: HttpResponse) -> str:
    if response.status_code in (301, 302):
        target = response["Location"]
        return "sign-in" if target.startswith(("/es/sign-in/", "/es/join/")) else "on"
    return WORDS.get(response.status_code, str(response.status_code))


WORDS = {200: "ok", 400: "refused", 403: "no", 404: "nothing", 405: "-", 409: "refused", 422: "refused"}
