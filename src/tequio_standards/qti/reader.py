"""Reads JSON values member by member, gathering every problem with its JSON pointer instead of stopping at one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from tequio_standards.strict import StrictError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Read = TypeVar("Read")
MISSING = object()


class InvalidItem(StrictError):
    """The JSON is no item; `pointer` says where, the message what to write instead."""

    code = "invalid_item"

    def __str__(self) -> str:
        return f"{self.pointer or '/'}: {self.message}"


class Reader:
    """A JSON value at a place. Problems are shared by all readers that came from one root."""

    # Any: a JSON document can be any JSON value.
    def __init__(self, value: Any, pointer: str = "", problems: list[InvalidItem] | None = None) -> None:
        self.value = value
        self.pointer = pointer
        self.problems: list[InvalidItem] = problems if problems is not None else []

    def complain(self, message: str) -> None:
        self.problems.append(InvalidItem(message, pointer=self.pointer))

    def at(self, name: str | int, default: object = MISSING) -> Reader:
        """The member `name`, as a reader; a missing one without `default` is a problem of its own."""
        found = self._find(name, default)
        inner = self._inner(name, None if found is MISSING else found)
        if found is MISSING:
            if isinstance(self.value, Mapping):
                inner.complain("This is missing.")
            inner.problems = []  # said once; what reading nothing would add is not worth saying
        return inner

    def _find(self, name: str | int, default: object) -> object:
        if isinstance(name, int):
            return self.value[name]
        return self.value.get(name, default) if isinstance(self.value, Mapping) else default

    def members(self, allowed: Iterable[str]) -> None:
        """Complain unless this is an object with members from `allowed` only."""
        if not isinstance(self.value, Mapping):
            self.complain("This must be an object.")
            return
        for name in sorted(set(map(str, self.value)) - set(allowed)):
            self._inner(name, None).complain(f"Unknown member. Known here: {', '.join(sorted(allowed))}.")

    def text(self, pattern: Callable[[str], bool] = bool, wanted: str = "a text that is not empty") -> str:
        if isinstance(self.value, str) and pattern(self.value):
            return self.value
        self.complain(f"This must be {wanted}.")
        return ""

    def one_of(self, known: Iterable[str]) -> str:
        names = tuple(known)
        return self.text(names.__contains__, f"one of {', '.join(names)}")

    def whole(self, low: int, high: int) -> int:
        value = self.value
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.complain(f"This must be a whole number from {low} to {high}.")
        return low

    def truth(self) -> bool:
        if not isinstance(self.value, bool):
            self.complain("This must be true or false.")
        return self.value is True

    def each(self, read: Callable[[Reader], Read]) -> tuple[Read, ...]:
        """Every element of this array, read by `read`."""
        if not isinstance(self.value, list | tuple):
            self.complain("This must be a list.")
            return ()
        return tuple(read(self._inner(num, element)) for num, element in enumerate(self.value))

    def pairs(self) -> list[tuple[str, Reader]]:
        """Members of an object with open keys."""
        if not isinstance(self.value, Mapping):
            self.complain("This must be an object.")
            return []
        return [(str(name), self._inner(str(name), inner)) for name, inner in self.value.items()]

    def _inner(self, name: str | int, value: object) -> Reader:
        step = str(name).replace("~", "~0").replace("/", "~1")
        return Reader(value, f"{self.pointer}/{step}", self.problems)
