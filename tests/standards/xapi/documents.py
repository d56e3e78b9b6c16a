"""JSON documents of statements for the tests."""

from __future__ import annotations

import copy
from typing import Any

WHOLE: dict[str, Any] = {
    "id": "12345678-1234-4234-8234-123456789abc",
    "actor": {"objectType": "Agent", "account": {"homePage": "https://hub.example", "name": "Citlali"}},
    "verb": {"id": "http://adlnet.gov/expapi/verbs/answered", "display": {"en": "answered"}},
    "object": {
        "objectType": "Activity",
        "id": "https://hub.example/courses/c/items/p-1",
        "definition": {"type": "http://adlnet.gov/expapi/activities/question", "name": {"es": "¿Cuál?"}},
    },
    "result": {
        "success": True,
        "completion": False,
        "response": "b",
        "score": {"scaled": 0.5, "raw": 5, "min": 0, "max": 10},
        "duration": "PT1M30.5S",
        "extensions": {"https://w3id.org/tequio/hints": 2},
    },
    "context": {
        "registration": "0b3a7c5e-0000-4000-8000-0000000000e1",
        "language": "es-MX",
        "contextActivities": {"parent": [{"id": "https://hub.example/courses/c"}]},
        "extensions": {"https://w3id.org/tequio/attempt": None},
    },
    "timestamp": "2026-11-23T12:00:00.25Z",
}


def changed(pointer: str, value: object) -> dict[str, Any]:
    """The whole document with `value` at `pointer`."""
    document = copy.deepcopy(WHOLE)
    *path, last = pointer.strip("/").split("/")
    place: Any = document
    for step in path:
        place = place[int(step)] if isinstance(place, list) else place[step]
    place[last] = value
    return document


def without(pointer: str) -> dict[str, Any]:
    """The whole document with nothing at `pointer`."""
    document = copy.deepcopy(WHOLE)
    *path, last = pointer.strip("/").split("/")
    place: Any = document
    for step in path:
        place = place[step]
    del place[last]
    return document
