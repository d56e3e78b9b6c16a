"""Reading one JSON object strictly: every member is asked for by name, and what nobody asked for is refused."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from tequio_standards.xapi.errors import InvalidStatement

if TYPE_CHECKING:
    from collections.abc import Mapping


class Reader:
    """One JSON object, the clause that rules it and where it stands (a JSON pointer)."""

    def __init__(self, value: object, clause: str, pointer: str) -> None:
        self.clause = clause
        self.pointer = pointer
        if not isinstance(value, dict):
            raise InvalidStatement(clause, pointer, "this must be an object")
        self._left: dict[str, Any] = dict(value)  # JSON

    def refuse(self, name: str, message: str) -> InvalidStatement:
        return InvalidStatement(self.clause, _step(self.pointer, name), message)

    def take(self, name: str, kind: type | tuple[type, ...], what: str) -> Any:  # the caller names the type
        """The member `name`, or None when absent; another type than `kind` is refused."""
        if name not in self._left:
            return None
        value = self._left.pop(name)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.refuse(name, f"this must be {what}")
        return value

    def text(self, name: str) -> str | None:
        value: str | None = self.take(name, str, "a string")
        return value

    def number(self, name: str) -> float | None:
        value: float | None = self.take(name, (int, float), "a number")
        if value is not None and not math.isfinite(value):
            raise self.refuse(name, "this must be a finite number")
        return value

    def boolean(self, name: str) -> bool | None:
        value: bool | None = self.take(name, bool, "true or false")
        return value

    def listed(self, name: str) -> list[Any]:
        return self.take(name, list, "an array") or []

    def object(self, name: str, clause: str) -> Reader | None:
        """The object under `name`, ruled by `clause`; None when absent."""
        value = self.take(name, dict, "an object")
        return None if value is None else Reader(value, clause, _step(self.pointer, name))

    def __contains__(self, name: str) -> bool:
        return name in self._left

    def need(self, name: str) -> None:
        if name not in self._left:
            raise self.refuse(name, "this is required")

    def constant(self, name: str, expected: str, default: str | None = None) -> None:
        """The member must be `expected`; where the standard has a default, it may be absent."""
        value = self.text(name) or default
        if value != expected:
            raise self.refuse(name, f"only {expected} is kept here")

    def rest(self) -> Mapping[str, Any]:
        """Whatever nobody asked for yet, for maps with open keys."""
        left, self._left = self._left, {}
        return left

    def done(self) -> None:
        for name in self._left:
            raise self.refuse(name, "no such property")


def _step(pointer: str, name: str) -> str:
    return f"{pointer}/{name.replace('~', '~0').replace('/', '~1')}"
