"""Saves: once each, in any order, none lost, none late that counts."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tequio.assessment import api
from tequio.assessment.errors import BadSave, ItemUnknown, KeyReused, ResponseRefused
from tequio.assessment.models import Save
from tequio.assessment.rules import Kept, standing
from tequio.assessment.values import BankItem, BlueprintRow, Pool
from tequio.kit.ids import new_uuid
from tests.assessment.desk import BEGIN, MINUTE, number, set_desk

pytestmark = pytest.mark.django_db


def saved(desk, view):
    return dict(api.view_attempt(attempt=view.id, by=desk.rosa, now=BEGIN + MINUTE).saved)


def test_a_replay_is_the_same_answer_once(desk):
    view = desk.start()
    item = view.items[0].key
    first = desk.save(view, item, "a", key="k1")
    again = desk.save(view, item, "a", key="k1", at=BEGIN + 9 * MINUTE)
    assert (first.replayed, again.replayed) == (False, True)
    assert (again.at, again.seq) == (first.at, first.seq)
    assert Save.objects.count() == 1


def test_a_replay_never_undoes_a_newer_answer(desk):
    view = desk.start()
    item = view.items[0].key
    desk.save(view, item, "a", key="k1")
    desk.save(view, item, "b", key="k2")
    desk.save(view, item, "a", key="k1")
    assert saved(desk, view) == {item: ("b",)}


@pytest.mark.parametrize("change", ["response", "item", "seq"])
def test_another_answer_under_a_used_key_is_refused(desk, change: str):
    view = desk.start()
    item, other = view.items[0].key, view.items[1].key
    desk.save(view, item, "a", key="k1", seq=4)
    with pytest.raises(KeyReused):
        desk.save(
            view,
            other if change == "item" else item,
            "b" if change == "response" else "a",
            key="k1",
            seq=5 if change == "seq" else 4,
        )
    assert saved(desk, view) == {item: ("a",)}


def test_keys_of_two_attempts_do_not_meet(desk):
    one, other = desk.start(), desk.start(registration=desk.paper)
    desk.save(one, one.items[0].key, "a", key="k1")
    assert not desk.save(other, other.items[0].key, "b", key="k1").replayed


def test_the_higher_seq_stands_whichever_comes_first(desk):
    view = desk.start()
    item = view.items[0].key
    desk.save(view, item, "c", seq=7)
    desk.save(view, item, "a", seq=3)
    assert saved(desk, view) == {item: ("c",)}
    assert Save.objects.count() == 2


def test_another_device_counts_on_from_what_it_sees(desk):
    view = desk.start()
    desk.save(view, view.items[0].key, "a", seq=7)
    elsewhere = desk.start(BEGIN + MINUTE)
    assert elsewhere.seq == 7
    assert desk.save(view, view.items[0].key, "b").seq == 8


def test_an_empty_response_takes_the_answer_back(desk):
    view = desk.start()
    item = view.items[0].key
    desk.save(view, item, "a")
    desk.save(view, item)
    seen = desk.start(BEGIN + MINUTE)
    assert (seen.saved[item], seen.answered) == ((), 0)


def test_a_save_at_the_deadline_counts_and_one_after_it_does_not(desk):
    view = desk.start()
    item = view.items[0].key
    assert not desk.save(view, item, "b", at=view.deadline).late
    late = desk.save(view, item, "a", at=view.deadline + MINUTE / 60)
    assert late.late
    assert api.result(view.id).score * 4 == 1


def test_a_late_save_is_kept_and_said_to_be_late_again(desk):
    view = desk.start()
    item = view.items[0].key
    desk.save(view, item, "b", key="late", at=view.deadline + MINUTE)
    again = desk.save(view, item, "b", key="late", at=view.deadline + 2 * MINUTE)
    assert (again.late, again.replayed) == (True, True)
    assert Save.objects.filter(late=True).count() == 1


def test_after_handing_in_a_save_is_late(desk):
    view = desk.start()
    desk.submit(view)
    assert desk.save(view, view.items[0].key, "b", at=BEGIN + 3 * MINUTE).late
    assert api.result(view.id).score == 0


def test_an_answer_acknowledged_before_the_deadline_is_acknowledged_again_after_it(desk):
    view = desk.start()
    desk.save(view, view.items[0].key, "b", key="k1")
    again = desk.save(view, view.items[0].key, "b", key="k1", at=view.deadline + MINUTE)
    assert (again.replayed, again.late) == (True, False)


@pytest.mark.parametrize("key", ["", " ", "a b", "x" * 81, "ñ", "\x00", "a\n"])
def test_a_key_that_is_none_is_refused(desk, key: str):
    view = desk.start()
    with pytest.raises(BadSave):
        desk.save(view, view.items[0].key, "a", key=key)


@pytest.mark.parametrize("seq", [0, -1, 10**9 + 1])
def test_a_seq_that_is_none_is_refused(desk, seq: int):
    view = desk.start()
    with pytest.raises(BadSave):
        desk.save(view, view.items[0].key, "a", seq=seq)


def test_an_item_of_another_form_is_refused(desk):
    view = desk.start()
    with pytest.raises(ItemUnknown):
        desk.save(view, "practice-spot-1", "a")


@pytest.mark.parametrize("response", [("z",), ("a", "b"), ("a", "z")])
def test_a_response_that_cannot_be_is_refused(desk, response: tuple[str, ...]):
    view = desk.start()
    with pytest.raises(ResponseRefused):
        desk.save(view, view.items[0].key, *response)
    assert saved(desk, view) == {}


def test_how_a_number_was_read_is_said_without_judging_it(cast):
    items = [BankItem(number(f"n-{n}"), Pool.FINAL, reviewed=True) for n in (1, 2)]
    desk = set_desk(cast, items=items, blueprint=(BlueprintRow("spot", 2),))
    view = desk.start()
    one, other = (item.key for item in view.items)
    assert desk.save(view, one, "1,5").read_as == "1.5"
    assert desk.save(view, other, "99").read_as is None
    assert desk.submit(view).score * 2 == 1


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=50), max_size=3))
def test_any_typed_response_is_kept_or_refused_and_never_fails(typing_desk, response: list[str]):
    desk, view = typing_desk
    try:
        desk.save(view, view.items[0].key, *response)
    except ResponseRefused:
        assert len(response) > 1


@pytest.fixture
def typing_desk(cast):
    items = [BankItem(number("n-1"), Pool.FINAL, reviewed=True)]
    desk = set_desk(cast, items=items, blueprint=(BlueprintRow("spot", 1),))
    return desk, desk.start()


@dataclass(frozen=True, slots=True)
class Sent:
    """A save as a client sends it."""

    place: int
    seq: int
    response: str

    @property
    def key(self) -> str:
        return f"{self.place}-{self.seq}-{self.response}"


SENT = st.builds(Sent, st.integers(0, 3), st.integers(1, 6), st.sampled_from("abcd"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(SENT, min_size=1, max_size=10), st.data())
def test_saves_in_any_order_with_replays_come_to_the_same(desk, sent: list[Sent], data: st.DataObject):
    orders = [sent, data.draw(st.permutations(sent + sent[: data.draw(st.integers(0, len(sent)))]))]
    states = []
    for order in orders:
        view = desk.start(registration=new_uuid())
        keys = sorted(item.key for item in view.items)
        for save in order:
            desk.save(view, keys[save.place], save.response, key=save.key, seq=save.seq)
        form = sorted(saved(desk, view).items())
        states.append([(keys.index(key), response) for key, response in form])
    assert states[0] == states[1]


@given(st.lists(SENT, max_size=12), st.randoms())
def test_the_standing_answer_does_not_depend_on_arrival(sent: list[Sent], chance):
    kept = [Kept(one.place, one.seq, one.key, (one.response,)) for one in sent]
    mixed = kept + kept[:3]
    chance.shuffle(mixed)
    assert standing(mixed) == standing(kept)
