"""Looking into JSON of unknown making: every value at a path, lists walked through, with its JSON pointer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Presence(StrEnum):
    """Three different answers: said, not said, said in a way that cannot be read."""

    PRESENT = "present"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Place:
    """One value and where it stands."""

    pointer: str
    value: Any  # JSON of others


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at some paths: the readable places, or else the others."""

    presence: Presence
    places: tuple[Place, ...] = ()

    @property
    def where(self) -> tuple[str, ...]:
        """The pointers."""
        return tuple(place.pointer for place in self.places)

    @property
    def texts(self) -> tuple[str, ...]:
        """The values that are texts."""
        return tuple(place.value for place in self.places if isinstance(place.value, str))


def reach(document: Any, path: str) -> Iterator[Place]:
    """Every value at `path` (`a/b/c`); a list stands for each of its members."""
    yield from _below(document, path.split("/"), "")


def look(document: Any, paths: Iterable[str], readable: Callable[[Any], bool]) -> Found:
    """All readable values at the paths; only if there is none, the unreadable ones."""
    places = [place for path in paths for place in reach(document, path)]
    good = tuple(place for place in places if readable(place.value))
    if good:
        return Found(Presence.PRESENT, good)
    return Found(Presence.UNREADABLE, tuple(places)) if places else Found(Presence.ABSENT)


def is_text(value: Any) -> bool:
    """A text that says something."""
    return isinstance(value, str) and bool(value.strip())


def is_said(value: Any) -> bool:
    """A text or a node that says something."""
    return is_text(value) or (isinstance(value, dict) and bool(value))


def _below(value: Any, path: list[str], pointer: str) -> Iterator[Place]:
    if isinstance(value, list):
        for num, member in enumerate(value):
            yield from _below(member, path, f"{pointer}/{num}")
    elif not path:
        yield Place(pointer, value)
    elif isinstance(value, dict) and path[0] in value:
        yield from _below(value[path[0]], path[1:], f"{pointer}/{path[0]}")
