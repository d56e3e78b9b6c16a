"""Forms: by blueprint, from reviewed final items, at random, kept, and another one next time."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.assessment import api
from tequio.assessment.drawing import Candidate, draw, shuffled
from tequio.assessment.values import BlueprintRow, Pool, PublicChoice, PublicItem
from tequio_standards import qti
from tests.assessment.desk import BEGIN, HOUR, bank_items, set_desk

CANDIDATES = st.lists(st.tuples(st.sampled_from("xyz"), st.integers(0, 3)), max_size=30).map(
    lambda pairs: [Candidate(num, outcome, seen) for num, (outcome, seen) in enumerate(pairs)]
)
PICKS = st.integers(0, 2**32).map(lambda seed: lambda size: (seed * 2654435761 >> 7) % size)


@given(CANDIDATES, st.integers(1, 4), PICKS)
def test_a_form_follows_its_blueprint_and_takes_the_least_seen(candidates, count: int, pick):
    drawn = draw(candidates, [BlueprintRow("x", count), BlueprintRow("y", count)], pick)
    by_version = {c.version: c for c in candidates}
    assert len(set(drawn)) == len(drawn)
    for outcome in "xy":
        pool = [c for c in candidates if c.outcome == outcome]
        mine = [by_version[version] for version in drawn if by_version[version].outcome == outcome]
        left = [c for c in pool if c not in mine]
        assert len(mine) == min(count, len(pool))
        assert not left or max(c.seen for c in mine) <= min(c.seen for c in left)


@given(st.lists(st.integers(), max_size=20), PICKS)
def test_shuffling_keeps_what_there_was(things, pick):
    assert Counter(shuffled(things, pick)) == Counter(things)


def test_every_order_of_three_comes_up_alike():
    picks = [(a, b) for a in range(3) for b in range(2)]
    orders = Counter(shuffled("abc", lambda size, pair=list(pair): pair.pop(0)) for pair in picks)
    assert len(orders) == 6
    assert set(orders.values()) == {1}


@pytest.mark.django_db
def test_only_reviewed_final_items_are_drawn(cast):
    items = bank_items(per_outcome=2) + [
        type(one)(
            qti.item_from_json(
                {**qti.item_to_json(one.item), "key": f"new-{n}", "stem": {"es": f"nuevo {n}"}}
            ),
            Pool.FINAL,
        )
        for n, one in enumerate(bank_items(per_outcome=2))
    ]
    view = set_desk(cast, items=items).start()
    assert {item.key for item in view.items} == {f"final-{o}-{n}" for o in ("spot", "share") for n in (1, 2)}


@pytest.mark.django_db
def test_a_form_holds_what_its_blueprint_says(desk):
    assert Counter(item.outcome for item in desk.start().items) == {"spot": 2, "share": 2}


@pytest.mark.django_db
def test_the_retry_draws_items_not_met_before(desk):
    first = {item.key for item in desk.start().items}
    desk.submit(desk.start())
    second = {item.key for item in desk.start(BEGIN + 48 * HOUR).items}
    assert first.isdisjoint(second)


@pytest.mark.django_db
def test_a_retired_item_is_not_drawn_but_keeps_its_attempts(desk):
    view = desk.start()
    gone = view.items[0].key
    kept = [one for one in bank_items() if one.item.key != gone]
    api.put_bank(
        organisation=desk.cast.a.id, key="safety", items=kept, by=desk.cast.actor("leticia"), now=BEGIN
    )
    desk.answer_all(view, "b")
    assert desk.submit(view).score == 1


@pytest.mark.django_db
def test_an_attempt_keeps_the_wording_and_the_key_it_saw(desk):
    view = desk.start()
    changed = [
        type(one)(
            qti.item_from_json(
                {**qti.item_to_json(one.item), "correct": ["c"], "stem": {"es": f"Otra {one.item.key}"}}
            ),
            one.pool,
            True,
        )
        for one in bank_items()
    ]
    api.put_bank(
        organisation=desk.cast.a.id, key="safety", items=changed, by=desk.cast.actor("leticia"), now=BEGIN
    )
    assert desk.start().items == view.items
    desk.answer_all(view, "b")
    assert desk.submit(view).score == 1


@pytest.mark.django_db
def test_choices_are_shuffled_once_and_kept(desk):
    view = desk.start()
    again = api.view_attempt(attempt=view.id, by=desk.rosa, now=BEGIN)
    assert [i.choices for i in view.items] == [i.choices for i in again.items]
    assert all(sorted(c.key for c in item.choices) == list("abcd") for item in view.items)


def test_what_is_shown_has_no_place_for_a_key():
    names = {field.name for cls in (PublicItem, PublicChoice) for field in fields(cls) if is_dataclass(cls)}
    assert names.isdisjoint({"correct", "rationale", "hints", "explanation", "processing", "score"})
