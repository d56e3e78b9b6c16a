"""Statements from JSON, strictly: one fault refuses the whole, naming the clause and the place.

The house keeps what it can fold: an actor with an account, an activity as object. Other forms of the standard
are refused in plain words, never half understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tequio_standards import strict
from tequio_standards.xapi import forms
from tequio_standards.xapi.errors import InvalidStatement
from tequio_standards.xapi.reader import Reader
from tequio_standards.xapi.values import Account, Activity, Context, Result, Score, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID


def parse(document: bytes | Mapping[str, Any]) -> Statement:  # JSON
    """The statement in `document`; `InvalidStatement` names the clause broken and the JSON pointer."""
    value = _load(document) if isinstance(document, bytes) else dict(document)
    return _statement(Reader(value, "2.4", ""))


def _statement(reader: Reader) -> Statement:
    for name in ("id", "actor", "verb", "object", "timestamp"):
        reader.need(name)
    statement = Statement(
        id=_uuid(reader, "id"),
        actor=_actor(_inside(reader, "actor", "2.4.2")),
        verb=_verb(_inside(reader, "verb", "2.4.3")),
        object=_activity(_inside(reader, "object", "2.4.4.1")),
        result=_result(reader.object("result", "2.4.5")),
        context=_context(reader.object("context", "2.4.6")),
        timestamp=_moment(reader, "timestamp"),
    )
    reader.done()
    return statement


def _actor(reader: Reader) -> Account:
    reader.constant("objectType", "Agent", default="Agent")
    account = _inside(reader, "account", "2.4.2.4")
    reader.done()
    home_page, name = _iri(account, "homePage"), _text(account, "name")
    account.done()
    return Account(home_page, name)


def _verb(reader: Reader) -> str:
    iri = _iri(reader, "id")
    _words(reader.object("display", "4.2"))  # checked, and left to the table of verbs
    reader.done()
    return iri


def _activity(reader: Reader) -> Activity:
    reader.constant("objectType", "Activity", default="Activity")
    iri = _iri(reader, "id")
    definition = reader.object("definition", "2.4.4.1")
    reader.done()
    if definition is None:
        return Activity(iri)
    kind = _iri(definition, "type") if "type" in definition else None
    name = _words(definition.object("name", "4.2"))
    definition.done()
    return Activity(iri, kind, name)


def _result(reader: Reader | None) -> Result | None:
    if reader is None:
        return None
    result = Result(
        success=reader.boolean("success"),
        completion=reader.boolean("completion"),
        response=reader.text("response"),
        score=_score(reader.object("score", "2.4.5.1")),
        duration=_duration(reader),
        extensions=_extensions(reader.object("extensions", "4.1")),
    )
    reader.done()
    return result


def _score(reader: Reader | None) -> Score | None:
    if reader is None:
        return None
    score = Score(**{name: reader.number(name) for name in ("scaled", "raw", "min", "max")})
    reader.done()
    if score.scaled is not None and not -1 <= score.scaled <= 1:
        raise reader.refuse("scaled", "this must lie between -1 and 1")
    low, high = score.min, score.max
    if low is not None and high is not None and low >= high:
        raise reader.refuse("min", "this must be less than max")
    if score.raw is not None and (
        (low is not None and score.raw < low) or (high is not None and score.raw > high)
    ):
        raise reader.refuse("raw", "this must lie between min and max")
    return score


def _context(reader: Reader | None) -> Context:
    if reader is None:
        return Context()
    parent, grouping = _context_activities(reader.object("contextActivities", "2.4.6.2"))
    context = Context(
        registration=_uuid(reader, "registration") if "registration" in reader else None,
        language=_language(reader),
        parent=parent,
        grouping=grouping,
        extensions=_extensions(reader.object("extensions", "4.1")),
    )
    reader.done()
    return context


def _context_activities(reader: Reader | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if reader is None:
        return (), ()
    parent, grouping = _iris(reader, "parent"), _iris(reader, "grouping")
    reader.done()
    return parent, grouping


def _iris(reader: Reader, name: str) -> tuple[str, ...]:
    pointer = f"{reader.pointer}/{name}"
    members = enumerate(reader.listed(name))
    return tuple(_activity(Reader(member, "2.4.4.1", f"{pointer}/{i}")).id for i, member in members)


def _extensions(reader: Reader | None) -> Mapping[str, Any]:
    if reader is None:
        return {}
    extensions = reader.rest()
    for key in extensions:
        if not forms.is_iri(key):
            raise reader.refuse(key, "the key of an extension must be an IRI")
    return extensions


def _words(reader: Reader | None) -> Mapping[str, str]:
    if reader is None:
        return {}
    words = reader.rest()
    for language, text in words.items():
        if not forms.is_language(language) or not isinstance(text, str):
            raise reader.refuse(language, "this must be a language tag (RFC 5646) and its text")
    return words


def _inside(reader: Reader, name: str, clause: str) -> Reader:
    reader.need(name)
    inner = reader.object(name, clause)
    assert inner is not None
    return inner


def _text(reader: Reader, name: str) -> str:
    reader.need(name)
    return reader.text(name) or ""


def _iri(reader: Reader, name: str) -> str:
    text = _text(reader, name)
    if not forms.is_iri(text):
        raise reader.refuse(name, "this must be an IRI with its scheme")
    return text


def _uuid(reader: Reader, name: str) -> UUID:
    value = forms.read_uuid(_text(reader, name))
    if value is None:
        raise reader.refuse(name, "this must be a UUID in its standard form")
    return value


def _moment(reader: Reader, name: str) -> datetime:
    moment = forms.read_moment(_text(reader, name))
    if moment is None:
        raise reader.refuse(name, "this must be an RFC 3339 timestamp with its offset")
    return moment


def _language(reader: Reader) -> str | None:
    language = reader.text("language")
    if language is not None and not forms.is_language(language):
        raise reader.refuse("language", "this must be a language tag (RFC 5646)")
    return language


def _duration(reader: Reader) -> str | None:
    duration = reader.text("duration")
    if duration is not None and not forms.is_duration(duration):
        raise reader.refuse("duration", "this must be an ISO 8601 duration")
    return duration


def _load(data: bytes) -> Any:  # JSON
    try:
        return strict.load_json(data)
    except strict.StrictError as error:
        raise InvalidStatement("2.1", error.pointer, error.message) from error
