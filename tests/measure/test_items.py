"""Classical item figures: by hand, and on published answers."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tequio_measure.items import analyse, choice_shares

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "learning"


def test_difficulty_is_the_share_of_right_answers():
    figures = analyse([[1, 0], [1, 1], [1, 0], [0, 0]])
    assert [item.difficulty for item in figures.items] == [0.75, 0.25]


def test_an_item_that_divides_nobody_has_no_discrimination():
    assert analyse([[1, 0], [1, 1]]).items[0].discrimination is None


def test_an_item_against_the_rest_of_the_test_can_be_negative():
    figures = analyse([[1, 0, 0], [0, 1, 1], [1, 0, 0], [0, 1, 1]])
    assert figures.items[0].discrimination == pytest.approx(-1)


def test_alpha_of_equal_items_is_one_and_leaves_no_error():
    figures = analyse([[1, 1], [0, 0], [1, 1]])
    assert (figures.alpha, figures.sem) == (pytest.approx(1), pytest.approx(0))


def test_where_all_score_alike_there_is_no_alpha():
    assert analyse([[1, 0], [0, 1]]).alpha is None


def test_few_answers_are_a_pilot():
    assert analyse([[1, 0], [0, 1]]).items[0].pilot


def test_shares_of_choices():
    assert choice_shares(["a", "a", "b", "?"], ["a", "b", "c"]) == {"a": 2 / 3, "b": 1 / 3, "c": 0}


@pytest.mark.outside
def test_alpha_of_lsat7_is_the_published_one():
    path = DATA / "lsat7_frequencies.csv"
    if not path.exists():
        pytest.skip("../shared/data/learning is absent: LSAT7 was not analysed")
    matrix = []
    with path.open() as file:
        for row in csv.DictReader(file):
            pattern = [int(float(row[f"Item.{num}"])) for num in range(1, 6)]
            matrix += [pattern] * int(float(row["freq"]))
    assert analyse(matrix).alpha == pytest.approx(0.453, abs=0.0005)
