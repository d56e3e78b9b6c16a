"""Statements are written in one way only, and read back as they were."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tequio_standards import xapi
from tests.standards.xapi.documents import WHOLE

texts = some.text(some.characters(codec="utf-8"), max_size=20)
iris = some.builds(
    lambda tail: f"https://hub.example/{tail}", some.from_regex(r"[a-z0-9/._-]{0,12}", fullmatch=True)
)
words = some.dictionaries(some.sampled_from(["es", "en", "nah", "es-MX"]), texts, max_size=2)
extensions = some.dictionaries(iris, texts | some.integers(-(2**53) + 1, 2**53 - 1) | some.none(), max_size=2)
perhaps = some.booleans() | some.none()
results = some.builds(
    xapi.Result,
    success=perhaps,
    completion=perhaps,
    response=texts | some.none(),
    score=some.builds(xapi.Score, scaled=some.floats(-1, 1)) | some.none(),
    duration=some.sampled_from([None, "PT0S", "P1W", "P1Y2M3DT4H5M6.7S"]),
    extensions=extensions,
)
statements = some.builds(
    xapi.Statement,
    id=some.uuids(version=4),
    actor=some.builds(xapi.Account, iris, texts),
    verb=some.sampled_from(sorted(xapi.verbs.VERBS)),
    object=some.builds(xapi.Activity, iris, some.none() | iris, words),
    timestamp=some.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=some.just(UTC)),  # noqa: DTZ001
    result=results,
    context=some.builds(
        xapi.Context,
        registration=some.none() | some.uuids(version=4),
        language=some.none() | some.just("es"),
        parent=some.lists(iris, max_size=2).map(tuple),
        grouping=some.lists(iris, max_size=2).map(tuple),
        extensions=extensions,
    ),
)


@given(statements)
def test_what_is_written_is_read_back(statement: xapi.Statement):
    back = xapi.parse(statement.to_bytes())
    assert back.to_bytes() == statement.to_bytes()
    assert back.result == (statement.result if statement.result != xapi.Result() else back.result)
    assert back.context == statement.context


def test_writing_a_parsed_statement_is_stable():
    written = xapi.parse(WHOLE).to_bytes()
    assert xapi.parse(written).to_bytes() == written


def test_equal_moments_are_equal_bytes():
    statement = xapi.parse(WHOLE)
    there = statement.timestamp.astimezone(timezone(timedelta(hours=-6)))
    moved = xapi.parse({**WHOLE, "timestamp": there.isoformat()})
    assert moved.to_bytes() == statement.to_bytes()


def test_what_is_false_or_empty_is_still_said():
    result = xapi.Result(success=False, response="", score=xapi.Score(raw=0))
    assert result.to_json() == {"success": False, "response": "", "score": {"raw": 0}}


def test_a_moment_without_its_offset_is_refused():
    statement = replace(xapi.parse(WHOLE), timestamp=datetime(2026, 11, 23))  # noqa: DTZ001
    with pytest.raises(ValueError, match="offset"):
        statement.to_bytes()
