"""The nearest way up reaches the next level, and asks for nothing that is not needed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tequio.credentials import rules
from tequio.credentials.chain_words import DEEDS
from tequio.credentials.evidence import Evidence
from tequio.credentials.next_level import deeds_for, facts_of, way_up
from tequio.credentials.values import AssuranceVector, Dimension, Level
from tests.credentials.samples import NOON, PRACTISED
from tests.credentials.test_rules import evidences

NAMED = sorted({fact for row in rules.ROWS for fact in row.needs} | {"recognised"})
shown_facts = st.frozensets(st.sampled_from(NAMED)) | st.frozensets(st.sampled_from(NAMED)).map(
    lambda lost: frozenset(NAMED) - lost
)


def weigh(shown: frozenset[str]) -> AssuranceVector:
    values = {dimension: rules.shown_value(dimension, shown) for dimension in Dimension}
    return AssuranceVector(values, rules.reached(values, shown), NOON)


def with_deeds(shown, deeds) -> Level:
    return weigh(shown.union(*(facts_of(deed) for deed in deeds))).level


def way_of(evidence: Evidence):
    return way_up(rules.assure(evidence, as_of=NOON), rules.facts(evidence, as_of=NOON))


@given(shown_facts)
def test_the_named_deeds_reach_the_next_level_and_none_can_be_left_out(shown):
    vector = weigh(shown)
    way = way_up(vector, shown)
    if vector.level is Level.L4:
        assert way is None
        return

    assert with_deeds(shown, way.deeds) >= way.level
    assert all(with_deeds(shown, set(way.deeds) - {deed}) < way.level for deed in way.deeds)


@given(shown_facts)
def test_lifting_what_is_short_meets_the_next_row_and_lifting_less_does_not(shown):
    vector = weigh(shown)
    way = way_up(vector, shown)
    if way is None:
        return
    thresholds, _also = rules.LEVELS[way.level]
    lifted = {**vector.values, **{one.dimension: one.needs for one in way.short}}

    assert all(lifted[dimension] >= least for dimension, least in thresholds.items())
    for one in way.short:
        assert {**lifted, one.dimension: one.has}[one.dimension] < thresholds[one.dimension]


@given(evidences)
def test_whatever_an_award_shows_there_is_a_way_up_below_the_top(evidence):
    way = way_of(evidence)

    assert (way is None) == (rules.assure(evidence, as_of=NOON).level is Level.L4)
    assert way is None or (way.deeds and way.level > rules.assure(evidence, as_of=NOON).level)


def test_one_task_a_supervisor_and_an_identity_check_can_be_all_that_is_missing():
    shown = frozenset(NAMED) - {
        *("identity_checked_at_enrolment", "identity_checked_at_assessment"),
        *("constructed_or_performed", "trained_raters_agree"),
    }
    way = way_up(weigh(shown), shown)

    assert way.level is Level.L2
    assert way.deeds == ("constructed_or_performed",)
    further = shown | {"constructed_or_performed"}
    assert way_up(weigh(further), further).deeds == ("identity_checked_at_enrolment",)


def test_a_practised_certificate_names_every_step_to_demonstrated():
    way = way_of(PRACTISED)

    assert way.level is Level.L2
    assert [f"{one.dimension}{one.has}>{one.needs}" for one in way.short] == [
        *("I0>1", "S0>1", "A1>2", "M0>1", "Q1>2", "T1>2")
    ]
    assert way.deeds == (
        *("unique_contact", "similarity_screen", "constructed_or_performed"),
        *("documented_cut", "external_review", "issuer_in_registry"),
    )


def test_what_two_dimensions_share_is_asked_for_once():
    way = way_of(replace(PRACTISED, items_reviewed=False))

    assert way.level is Level.L1
    assert way.deeds == ("reviewed_items",)


def test_every_deed_has_its_words():
    assert set(deeds_for(NAMED)) == set(DEEDS)
