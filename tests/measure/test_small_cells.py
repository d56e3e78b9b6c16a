"""Hiding small cells: the attacks first, on a rule that is known to be too weak; then our rule against them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_measure.small_cells import Shown, hide_small
from tests.measure.differencing import from_the_rule, from_totals, planted

FLOOR = 3


def only_the_small(counts, floor) -> Shown:
    """The weak rule: hide what is small, show the rest and the total."""
    return Shown(tuple(None if count < floor else count for count in counts), sum(counts))


def test_the_weak_rule_falls_to_subtraction():
    fallen = [table for table in planted(FLOOR, 8) if from_totals(only_the_small(table, FLOOR), FLOOR)]

    assert len(fallen) > 20


def test_the_weak_rule_falls_to_whoever_knows_it():
    attacks = from_the_rule(only_the_small, cells=3, most=6, floor=FLOOR)

    assert sum(bool(found) for _shown, found in attacks) > 50


@pytest.mark.parametrize("cells", [1, 2, 3, 4])
@pytest.mark.parametrize("floor", [2, 3])
def test_no_table_at_all_gives_a_hidden_cell_away(floor, cells):
    most = 2 * floor + 3
    for shown, found in from_the_rule(hide_small, cells=cells, most=most, floor=floor):
        known = sum(cell for cell in shown.cells if cell is not None)
        if shown.total is None or shown.total - known <= most:  # else larger tables look alike, too
            assert not found, f"{shown} gives away {found}"


def test_no_planted_table_falls_to_subtraction():
    assert not [table for table in planted(10, 30) if from_totals(hide_small(table), 10)]


tables = st.lists(st.integers(0, 60), min_size=1, max_size=8)


@given(tables)
def test_no_small_cell_is_ever_shown(counts):
    shown = hide_small(counts)

    assert all(cell is None or cell >= 10 for cell in shown.cells)
    assert shown.total is None or shown.total >= 10


@given(tables)
def test_subtraction_finds_nothing(counts):
    assert not from_totals(hide_small(counts), 10)


@given(tables)
def test_what_is_shown_is_true(counts):
    shown = hide_small(counts)

    assert all(cell in (None, count) for cell, count in zip(shown.cells, counts, strict=True))
    assert shown.total in (None, sum(counts))


@given(st.lists(st.integers(10, 60), min_size=1, max_size=8))
def test_nothing_is_hidden_without_need(counts):
    assert hide_small(counts) == Shown(tuple(counts), sum(counts))


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((3,), Shown((None,), None)),
        ((12, 4, 30), Shown((None, None, 30), 46)),
        ((12, 12, 4), Shown((None, None, None), 28)),  # equal cells go together
        ((9, 9, 10), Shown((None, None, None), 28)),  # two nines leave 18, which only two nines make
        ((0, 0, 40, 50), Shown((None, None, None, 50), 90)),
        ((9, 9, 9), Shown((None, None, None), None)),
        ((27, 0), Shown((None, None), 27)),
    ],
)
def test_the_rule_by_example(counts, shown):
    assert hide_small(counts) == shown
