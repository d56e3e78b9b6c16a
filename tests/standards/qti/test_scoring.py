"""What a response is worth: exact sets, kind texts, numbers by language, and total over any strings."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tequio_standards import qti
from tests.standards.qti.samples import items, single, typed

THREE = [{"key": key, "text": {"es": key}} for key in "abc"]


@pytest.mark.parametrize(
    ("response", "score"), [(("b",), 1), (("a",), 0), ((), 0), (("a", "b"), 0), (("B",), 0), (("", "b"), 0)]
)
def test_single(response: tuple[str, ...], score: int):
    assert qti.score(qti.item_from_json(single()), response) == score


@pytest.mark.parametrize(
    ("response", "score"),
    [(("a", "c"), 1), (("c", "a"), 1), (("a",), 0), (("a", "b", "c"), 0), ((), 0), (("a", "c", "c"), 1)],
)
def test_multiple_is_the_exact_set_or_nothing(response: tuple[str, ...], score: int):
    item = qti.item_from_json(single(kind="multiple", choices=THREE, correct=["a", "c"]))
    assert qti.score(item, response) == score


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Contraseña", True),
        ("  contraseña. ", True),
        ("CONTRASEÑA", True),
        ("contrasena", False),  # ñ is a letter of its own
        ("", False),
        ("clave", False),
    ],
)
def test_text_forgives_case_blanks_and_a_full_stop(said: str, right: bool):
    assert qti.score(typed("text", "contraseña"), (said,)) == right


def test_text_forgives_accents_unless_the_item_asks_for_them():
    exact = {"rule": "match_text", "exact_accents": True}
    assert qti.score(typed("text", "código"), ("codigo",)) == 1
    assert qti.score(typed("text", "código", processing=exact), ("codigo",)) == 0


@pytest.mark.parametrize(
    ("said", "language"), [("1,5", "es"), ("1.5", "es"), ("1,5", "es-ES"), ("1.50", "en")]
)
def test_a_number_is_right_however_its_decimals_are_marked(said: str, language: str):
    judged = qti.judge(typed("number", "1.5"), (said,), language=language)
    assert judged.right
    assert judged.reading is not None
    assert judged.reading.value == Fraction(3, 2)


def test_a_tolerance_is_kept_to_the_digit():
    item = typed("number", "3.14", processing={"rule": "match_number", "tolerance": "0.01"})
    assert qti.score(item, ("3.15",)) == 1
    assert qti.score(item, ("3.151",)) == 0


@given(
    items(), st.lists(st.text(max_size=60), max_size=5).map(tuple), st.sampled_from(["es", "en", "xx", ""])
)
@example(typed("number", "1"), ("9" * 5000,), "es")
@example(typed("number", "1"), ("1e999999",), "es")
@example(typed("text", "x"), ("x" * 100_000,), "es")
@example(typed("text", "x"), ("\ud800",), "es")
def test_scoring_is_total(item: qti.Item, response: tuple[str, ...], language: str):
    assert qti.score(item, response, language) in (0, 1)


@given(items())
def test_the_key_itself_is_right(item: qti.Item):
    response = item.correct if item.kind in ("single", "multiple") else item.correct[:1]
    said = qti.scoring.normal_text(response[0], item.scored_by) if item.kind == "text" else "x"
    assert qti.score(item, response) == 1 or not said  # a text of punctuation only accepts nothing
