"""Statements are read whole or refused, with the clause and the place."""

import json

import pytest

from tequio_standards import xapi
from tests.standards.xapi.documents import WHOLE, changed, without

# pointer, a value that breaks it, the clause that says so
FAULTS = [
    ("/id", "12345678-1234-4234-8234-123456789ab", "2.4"),
    ("/id", 7, "2.4"),
    ("/actor", "Citlali", "2.4"),
    ("/actor/objectType", "Group", "2.4.2"),
    ("/actor/mbox", "mailto:c@hub.example", "2.4.2"),
    ("/actor/account/homePage", "hub", "2.4.2.4"),
    ("/actor/account/name", None, "2.4.2.4"),
    ("/actor/account/more", 1, "2.4.2.4"),
    ("/verb/id", "answered", "2.4.3"),
    ("/verb/display/en", 1, "4.2"),
    ("/object/objectType", "StatementRef", "2.4.4.1"),
    ("/object/id", "no iri", "2.4.4.1"),
    ("/object/definition/type", "question", "2.4.4.1"),
    ("/object/definition/name/¿", "x", "4.2"),
    ("/result/success", "true", "2.4.5"),
    ("/result/success", 1, "2.4.5"),
    ("/result/score/scaled", 1.01, "2.4.5.1"),
    ("/result/score/raw", 11, "2.4.5.1"),
    ("/result/score/min", 10, "2.4.5.1"),
    ("/result/score/max", True, "2.4.5.1"),
    ("/result/duration", "1 minute", "2.4.5"),
    ("/result/duration", "P", "2.4.5"),
    ("/result/duration", "PT", "2.4.5"),
    ("/result/extensions/hints", 2, "4.1"),
    ("/context/registration", "none", "2.4.6"),
    ("/context/language", "español", "2.4.6"),
    ("/context/contextActivities/parent", {"id": "https://a.example"}, "2.4.6.2"),
    ("/context/contextActivities/parent/0/id", 3, "2.4.4.1"),
    ("/context/revision", "1", "2.4.6"),
    ("/timestamp", "2026-11-23", "2.4"),
    ("/timestamp", "2026-11-23T12:00:00", "2.4"),
    ("/timestamp", "2026-11-23T12:00:00-00:00", "2.4"),
    ("/timestamp", "2026-02-30T12:00:00Z", "2.4"),
    ("/timestamp", "0001-01-01T00:00:00+14:00", "2.4"),
    ("/authority", {}, "2.4"),
]


def test_a_whole_statement_is_read():
    statement = xapi.parse(json.dumps(WHOLE).encode())
    assert statement.actor == xapi.Account("https://hub.example", "Citlali")
    assert statement.result is not None
    assert statement.result.score == xapi.Score(scaled=0.5, raw=5, min=0, max=10)
    assert statement.context.parent == ("https://hub.example/courses/c",)
    assert statement.timestamp.microsecond == 250_000


@pytest.mark.parametrize(("pointer", "value", "clause"), FAULTS)
def test_a_fault_is_refused_by_clause_and_place(pointer: str, value: object, clause: str):
    with pytest.raises(xapi.InvalidStatement) as refused:
        xapi.parse(changed(pointer, value))
    assert refused.value.pointer == pointer
    assert refused.value.clause == clause


@pytest.mark.parametrize(
    "pointer", ["/id", "/actor", "/actor/account", "/verb", "/verb/id", "/object", "/object/id", "/timestamp"]
)
def test_what_is_required_may_not_be_absent(pointer: str):
    with pytest.raises(xapi.InvalidStatement, match="required") as refused:
        xapi.parse(without(pointer))
    assert refused.value.pointer == pointer


@pytest.mark.parametrize("pointer", ["/result", "/context", "/result/score", "/object/definition"])
def test_what_is_optional_may_be_absent(pointer: str):
    xapi.parse(without(pointer))


def test_a_key_said_twice_is_refused():
    with pytest.raises(xapi.InvalidStatement, match="twice"):
        xapi.parse(b'{"id": 1, "id": 2}')


def test_bytes_that_are_no_json_are_refused():
    with pytest.raises(xapi.InvalidStatement) as refused:
        xapi.parse(b"\xff")
    assert refused.value.clause == "2.1"


def test_a_pointer_escapes_slashes_and_tildes():
    with pytest.raises(xapi.InvalidStatement) as refused:
        xapi.parse({**WHOLE, "a/b~c": 1})
    assert refused.value.pointer == "/a~1b~0c"


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("2026-11-23T12:00:00Z", "2026-11-23T12:00:00Z"),
        ("2026-11-23T06:00:00-06:00", "2026-11-23T12:00:00Z"),
        ("2026-11-23t12:00:00.123456789z", "2026-11-23T12:00:00.123456Z"),
        ("2026-11-23T12:00:00+0000", "2026-11-23T12:00:00Z"),
    ],
)
def test_timestamps_are_kept_in_utc(told: str, kept: str):
    assert xapi.parse(changed("/timestamp", told)).to_json()["timestamp"] == kept
