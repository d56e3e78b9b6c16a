"""Hiding small cells: the attacks first, on a rule that is known to be too weak."""

from __future__ import annotations

from tequio_measure.small_cells import Shown
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
