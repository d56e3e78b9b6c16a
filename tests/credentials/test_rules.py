"""The level follows from evidence and falls with it; nothing else sets it."""

from __future__ import annotations

import inspect
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.credentials import rules
from tequio.credentials.evidence import Evidence, Method, Review, ReviewKind, evidence_from_json
from tequio.credentials.values import Dimension, Level
from tests.credentials.samples import NOON, PRACTISED

FLAGS = [
    name for name, kept in Evidence.__dataclass_fields__.items() if kept.type == "bool" and name != "preview"
]
evidences = st.builds(
    Evidence,
    **{name: st.booleans() for name in FLAGS},
    preview=st.booleans(),
    identity_level=st.integers(0, 3),
    fewest_responses=st.sampled_from([0, 99, 100, 500]),
    methods=st.lists(st.sampled_from(Method), max_size=3).map(tuple),
    reviews=st.lists(
        st.builds(Review, st.sampled_from(ReviewKind), st.booleans(), st.just("R"), st.just(NOON)), max_size=4
    ).map(tuple),
)


def level(evidence: Evidence) -> Level:
    return rules.assure(evidence, as_of=NOON).level


def test_machine_and_self_review_with_a_passed_check_reach_practised():
    vector = rules.assure(PRACTISED, as_of=NOON)

    assert vector.compact() == "I0 S0 A1 M0 Q1 E1 T1"
    assert vector.level is Level.L1


@pytest.mark.parametrize(
    "loss",
    [
        {"preview": True},
        {"reviews": ()},
        {"reviews": PRACTISED.reviews[:1]},
        {"reviews": (PRACTISED.reviews[0], replace(PRACTISED.reviews[1], passed=False))},
        {"items_disjoint": False},
        {"items_reviewed": False},
        {"passed": False},
        {"methods": ()},
        {"result_values": False},
        {"signed": False},
        {"content_expires_at": NOON - timedelta(days=1)},
    ],
)
def test_losing_one_piece_of_evidence_leaves_participation(loss):
    assert level(replace(PRACTISED, **loss)) is Level.L0


def test_a_documented_cut_lifts_measurement_only():
    vector = rules.assure(replace(PRACTISED, cut_documented=True), as_of=NOON)

    assert vector.values[Dimension.MEASUREMENT] == 1
    assert vector.level is Level.L1


def test_measurement_stays_low_while_few_have_answered():
    measured = replace(PRACTISED, cut_documented=True, statistics_report=True, fewest_responses=99)

    assert rules.assure(measured, as_of=NOON).values[Dimension.MEASUREMENT] == 1
    enough = replace(measured, fewest_responses=100)
    assert rules.assure(enough, as_of=NOON).values[Dimension.MEASUREMENT] == 2


def test_a_cumulative_row_needs_the_row_below():
    without = replace(PRACTISED, drift_report=True, delayed_retention=True)

    assert rules.assure(without, as_of=NOON).values[Dimension.MEASUREMENT] == 0


@given(evidences, st.sampled_from(FLAGS))
def test_taking_a_fact_away_never_raises_a_level_or_a_dimension(evidence, name):
    before = rules.assure(replace(evidence, **{name: True}), as_of=NOON)
    after = rules.assure(replace(evidence, **{name: False}), as_of=NOON)

    assert after.level <= before.level
    assert all(after.values[dimension] <= before.values[dimension] for dimension in Dimension)


@given(evidences)
def test_the_weakest_dimension_decides(evidence):
    vector = rules.assure(evidence, as_of=NOON)
    thresholds, _also = rules.LEVELS[vector.level]
    above = [lev for lev in Level if lev > vector.level]

    assert all(vector.values[dim] >= least for dim, least in thresholds.items())
    for higher in above:
        thresholds, also = rules.LEVELS[higher]
        short = any(vector.values[dim] < least for dim, least in thresholds.items())
        assert short or not also <= rules.facts(evidence, as_of=NOON)


@given(evidences)
def test_evidence_survives_being_kept(evidence):
    assert evidence_from_json(evidence.to_json()) == evidence


def test_every_fact_of_the_table_can_be_shown_by_evidence():
    named = set().union(
        *(row.needs for row in rules.ROWS), *(also for _thresholds, also in rules.LEVELS.values())
    )
    everything = Evidence(
        **dict.fromkeys(FLAGS, True),
        preview=False,
        identity_level=3,
        fewest_responses=1000,
        methods=tuple(Method),
        reviews=tuple(Review(kind, passed=True, by_name="R", at=NOON) for kind in ReviewKind),
    )

    assert named <= rules.facts(everything, as_of=NOON)
    assert level(everything) is Level.L4


def test_no_evidence_at_all_is_participation():
    assert level(Evidence()) is Level.L0


def test_no_field_of_evidence_and_no_argument_of_the_rules_names_a_level():
    assert not {"level", "vector", "assurance"} & set(Evidence.__dataclass_fields__)
    assert list(inspect.signature(rules.assure).parameters) == ["evidence", "as_of"]
