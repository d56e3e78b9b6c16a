"""Events as text and back. Each value says what it is, so reading needs no type hints.

Events carry ids and plain values, never objects: a handler reads the present state by id.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

if TYPE_CHECKING:
    from tequio.kit.events import Event

EventT = TypeVar("EventT", bound="Event")


def seal(event: Event) -> str:
    """The event as JSON text; a field that is no plain value is refused by name."""
    sealed = {}
    for field in fields(event):
        try:
            sealed[field.name] = _plain(getattr(event, field.name))
        except TypeError as error:
            raise TypeError(f"{type(event).__name__}.{field.name}: {error}") from error
    return json.dumps(sealed, ensure_ascii=False)


def unseal(cls: type[EventT], text: str) -> EventT:
    """The event that `seal` wrote."""
    values: dict[str, Any] = {name: _value(plain) for name, plain in json.loads(text).items()}
    return cls(**values)  # Any: the class itself says what each field is


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, UUID):
        return {"uuid": str(value)}
    if isinstance(value, datetime):
        return {"time": value.isoformat()}
    if isinstance(value, tuple):
        return {"tuple": [_plain(part) for part in value]}
    if isinstance(value, Mapping):
        return {"map": {str(key): _plain(part) for key, part in value.items()}}
    raise TypeError(f"an event carries ids and plain values, not {type(value).__name__}")


def _value(plain: object) -> object:
    if not isinstance(plain, dict):
        return plain
    ((kind, inner),) = plain.items()
    match kind:
        case "uuid":
            return UUID(inner)
        case "time":
            return datetime.fromisoformat(inner)
        case "tuple":
            return tuple(_value(part) for part in inner)
        case "map":
            return {key: _value(part) for key, part in inner.items()}
    raise ValueError(f"The outbox holds a value of unknown kind {kind!r}.")
