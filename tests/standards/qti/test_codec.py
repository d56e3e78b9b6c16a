"""Items as JSON: there and back, and every fault at its place."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_standards import qti
from tests.standards.qti.samples import items, single

CHOICES = single()["choices"]

FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"key": "bad key"}, "/key", "letters"),
    ({"kind": "essay"}, "/kind", "single, multiple, text, number"),
    ({"level": "know"}, "/level", "remember"),
    ({"seconds": 0}, "/seconds", "from 1 to 3600"),
    ({"seconds": True}, "/seconds", "whole number"),
    ({"stem": {}}, "/stem", "at least one language"),
    ({"stem": {"español": "x"}}, "/stem/español", "language tag"),
    ({"stem": {"es": "  "}}, "/stem/es", "text"),
    ({"stem": "x"}, "/stem", "object"),
    ({"choices": CHOICES[:1], "correct": ["a"]}, "/choices", "two choices"),
    ({"choices": [CHOICES[0], CHOICES[0]], "correct": ["a"]}, "/choices/1", "twice"),
    ({"choices": [CHOICES[0], {"key": "b"}]}, "/choices/1/text", "missing"),
    ({"choices": "ab"}, "/choices", "list"),
    ({"correct": ["d"]}, "/correct/0", "one of the choices"),
    ({"correct": ["a", "b"]}, "/correct", "exactly one"),
    ({"correct": []}, "/correct", "exactly one"),
    ({"correct": [1]}, "/correct/0", "text"),
    ({"kind": "multiple", "correct": []}, "/correct", "at least one"),
    ({"kind": "multiple", "correct": ["a", "a"]}, "/correct/1", "once"),
    ({"kind": "text", "correct": ["x"]}, "/choices", "no choices"),
    ({"kind": "number", "choices": [], "correct": ["1,5"]}, "/correct/0", "point"),
    ({"kind": "number", "choices": [], "correct": []}, "/correct", "at least one"),
    ({"hints": [{"es": "1"}] * 4}, "/hints", "At most 3"),
    ({"extra": 1}, "/extra", "Unknown"),
    ({"processing": {"rule": "eval"}}, "/processing/rule", "match_correct"),
    ({"processing": {"rule": "match_text"}}, "/processing/rule", "match_correct"),
    ({"processing": {"rule": "match_correct", "tolerance": "-1"}}, "/processing/tolerance", "not negative"),
    ({"processing": {"rule": "match_correct", "code": "x"}}, "/processing/code", "Unknown"),
]


@given(items())
def test_an_item_comes_back_as_it_was(item: qti.Item):
    assert qti.item_from_json(json.loads(json.dumps(qti.item_to_json(item)))) == item


@pytest.mark.parametrize(("change", "pointer", "words"), FAULTS)
def test_a_fault_is_named_where_it_is(change: dict[str, Any], pointer: str, words: str):
    found = {problem.pointer: problem.message for problem in qti.item_problems(single() | change)}
    assert words in found[pointer]


def test_a_missing_member_is_named():
    whole = single()
    for name in ("key", "outcome", "kind", "stem", "correct", "level", "seconds"):
        problems = qti.item_problems({key: value for key, value in whole.items() if key != name})
        assert [(problem.pointer, problem.message) for problem in problems] == [
            (f"/{name}", "This is missing.")
        ]


def test_every_fault_is_told_at_once():
    assert len(qti.item_problems(single(level="know", seconds=0, stem={}))) == 3


def test_reading_raises_the_first_fault_with_its_pointer():
    with pytest.raises(qti.InvalidItem) as caught:
        qti.item_from_json(single(level="know"))
    assert caught.value.pointer == "/level"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda x: st.lists(x) | st.dictionaries(st.text(), x),
    )
)
def test_any_json_is_refused_or_read_and_never_fails(value: object):
    qti.item_problems(value)


@given(items())
def test_the_public_item_tells_no_answer(item: qti.Item):
    public = qti.public_item(item)
    assert (public.correct, public.hints, public.explanation, public.processing) == ((), (), {}, None)
    assert all(choice.rationale == {} for choice in public.choices)
    assert public.stem == item.stem


def test_no_repr_tells_an_answer():
    whole = single(correct=["b"], hints=[{"es": "CANARIO"}], explanation={"es": "CANARIO"})
    whole["choices"] = [{**choice, "rationale": {"es": "CANARIO"}} for choice in whole["choices"]]
    shown = repr(qti.item_from_json(whole))
    assert "CANARIO" not in shown
    assert "correct" not in shown
