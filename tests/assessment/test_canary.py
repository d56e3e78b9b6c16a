"""A word is hidden in every key, rationale, hint and explanation of summative items; it must come out nowhere."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps

from tequio.assessment import api
from tequio.assessment.errors import BankRefused
from tequio.assessment.models import ItemKey
from tequio.assessment.values import BankItem, BlueprintRow, Pool
from tequio.kit.errors import TequioError
from tequio.kit.models import OutboxEvent
from tequio.records import api as records
from tequio_standards import qti
from tests.assessment.desk import BEGIN, CANARY, ENROLMENT, HOME, MINUTE, Desk, bank_items, set_desk

pytestmark = pytest.mark.django_db


def secret_text(key: str, pool: Pool) -> BankItem:
    """An item whose very answer is the canary."""
    item = qti.Item(
        key=key,
        outcome="spot",
        kind="text",
        stem={"es": f"¿Cuál es la palabra de {key}?"},
        correct=(CANARY,),
        explanation={"es": f"Es {CANARY}"},
    )
    return BankItem(item, pool, reviewed=True)


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG)
    return caplog


@pytest.fixture
def desk(cast, heard) -> Desk:
    items = [*bank_items(secret=CANARY), *(secret_text(f"word-{n}", Pool.FINAL) for n in (1, 2, 3))]
    return set_desk(cast, items=items, blueprint=(BlueprintRow("spot", 7), BlueprintRow("share", 2)))


def walk(desk: Desk) -> list[object]:
    """Everything that the door gives away in two attempts, one handed in and one timed out, errors included."""
    view = desk.start()
    out: list[object] = [view, api.paper(desk.paper), api.paper_by_key(desk.cast.a.id, "final")]
    for item in view.items:
        out.append(attempt(lambda item=item: desk.save(view, item.key, "b" if item.choices else "nada")))
        out.append(attempt(lambda item=item: desk.save(view, item.key, "zz", "yy")))
        out.append(attempt(lambda: desk.save(view, "practice-spot-1", "b")))
    out += [desk.start(), api.view_attempt(attempt=view.id, by=desk.rosa, now=BEGIN + MINUTE)]
    out.append(attempt(lambda: api.result(view.id)))
    out += [desk.submit(view), api.attempts(ENROLMENT), api.result(view.id)]
    out.append(attempt(desk.start))
    second = desk.start(BEGIN + timedelta(days=2))
    out += [second, api.close_overdue(now=BEGIN + timedelta(days=3)), api.result(second.id)]
    return [*out, api.practice_state(ENROLMENT), api.mastery(ENROLMENT, ["spot"]), api.mastery_rule()]


def attempt(act) -> object:
    try:
        return act()
    except TequioError as error:
        return [error, str(error), vars(error)]


def test_the_canary_is_where_it_was_put(desk):
    assert CANARY in str([key.whole for key in ItemKey.objects.all()])


def test_what_the_door_gives_holds_no_key(desk):
    given = walk(desk)
    assert "timed_out" in repr(given)
    assert CANARY not in repr(given)


def test_no_statement_holds_a_key_success_or_score_of_an_item(desk):
    walk(desk)
    kept = [one.statement for one in records.statements()]
    assert CANARY not in "".join(str(one.to_json()) for one in kept)
    of_items = [one for one in kept if "/items/" in one.object.id]
    assert of_items
    for one in of_items:
        assert one.result is not None
        assert (one.result.success, one.result.score, one.result.extensions) == (None, None, {})
    assert all(one.object.name == {} for one in kept)


def test_no_event_holds_a_key(desk):
    walk(desk)
    assert OutboxEvent.objects.count() >= 2
    assert CANARY not in "".join(OutboxEvent.objects.values_list("body", flat=True))


def test_no_log_line_holds_a_key(desk, heard):
    walk(desk)
    assert CANARY not in heard.text


def test_no_table_but_one_holds_a_key(desk):
    walk(desk)
    holding = [
        model._meta.label
        for model in apps.get_models()
        if CANARY in str(list(model._default_manager.values()))
    ]
    assert holding == ["assessment.ItemKey"]


def test_no_repr_of_an_item_or_row_holds_a_key(desk):
    shown = [*bank_items(secret=CANARY), secret_text("x", Pool.FINAL), *ItemKey.objects.all()]
    assert CANARY not in repr(shown)
    assert "correct" not in repr(shown)


@pytest.mark.parametrize(
    "fault",
    [
        {"correct": (CANARY, "b")},
        {"hints": tuple({"es": CANARY} for _ in range(4))},
        {"explanation": {"": CANARY}},
        {"kind": "number", "choices": (), "correct": (CANARY,)},
        {"key": "practice-spot-1"},
        {"stem": {"es": "¿Qué haces con final-share-1?", "en": "What do you do with final-share-1?"}},
    ],
)
def test_a_refused_bank_says_what_is_wrong_without_the_key(cast, fault: dict[str, object]):
    items = bank_items(secret=CANARY)
    items = [
        replace(one, item=replace(one.item, **fault)) if one.item.key == "final-spot-1" else one
        for one in items
    ]
    if "stem" in fault:
        twin = next(one.item for one in items if one.item.key == "final-share-1")
        items = [
            replace(one, item=replace(one.item, choices=twin.choices))
            if one.item.stem == fault["stem"]
            else one
            for one in items
        ]
    with pytest.raises(BankRefused) as caught:
        set_desk(cast, items=items)
    assert CANARY not in repr([caught.value, str(caught.value), caught.value.problems])


def test_statements_name_items_below_the_course(desk):
    walk(desk)
    assert all(one.statement.object.id.startswith(HOME) for one in records.statements())
