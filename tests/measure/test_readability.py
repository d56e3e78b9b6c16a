"""Readability: formulas by hand, languages apart, and no number where there is no formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_measure.readability import NoFormula, readability, syllables

EASY = "Abre la carta. Lee el nombre. No des tu clave."
HARD = (
    "La implementación institucional de procedimientos administrativos multidisciplinarios requiere "
    "consideraciones organizacionales extraordinariamente particularizadas."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("casa", 2),
        ("murciélago", 4),
        ("país", 2),
        ("leo", 2),
        ("ciudad", 2),
        ("huevo", 2),
        ("aéreo", 4),
        ("y", 1),
    ],
)
def test_spanish_syllables(word: str, count: int):
    assert syllables(word, "es-MX") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("happy", 2), ("table", 2), ("make", 1), ("responsibility", 6), ("water", 2)],
)
def test_english_syllables(word: str, count: int):
    assert syllables(word, "en") == count


def test_szigriszt_pazos_as_reckoned_by_hand():
    # 3 sentences, 10 words, 15 syllables: 206.835 - 62.3 * 1.5 - 10 / 3
    found = readability(EASY, "es")
    assert (found.sentences, found.words, found.syllables) == (3, 10, 15)
    assert found.score == pytest.approx(206.835 - 62.3 * 1.5 - 10 / 3, abs=0.05)


def test_flesch_as_reckoned_by_hand():
    # 2 sentences, 9 words, 10 syllables: 206.835 - 84.6 * 10 / 9 - 1.015 * 4.5
    found = readability("The cat sat on the mat. It was happy.", "en-GB")
    assert (found.sentences, found.words, found.syllables) == (2, 9, 10)
    assert found.score == pytest.approx(206.835 - 84.6 * 10 / 9 - 1.015 * 4.5, abs=0.05)


def test_a_hard_sentence_scores_lower_and_stands_first():
    found = readability(f"{EASY} {HARD}", "es")
    assert readability(HARD, "es").score < readability(EASY, "es").score
    assert found.hardest[0] == HARD


def test_markup_is_not_read():
    assert (
        readability("## Abre la *carta*\n\n- [Lee](https://a.example/b) `x = 1` el nombre", "es").words == 6
    )


def test_a_language_without_a_formula_gets_no_number():
    with pytest.raises(NoFormula):
        readability("Cualli tonalli", "nah")


@given(st.text(max_size=300), st.sampled_from(["es", "en"]))
def test_any_text_can_be_read(text: str, language: str):
    assert readability(text, language).words >= 0
