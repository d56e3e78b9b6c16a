"""Each constraint of the assessment tables holds against the database itself; none is left untested."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from tequio.assessment.models import (
    Attempt,
    AttemptScore,
    Bank,
    FormItem,
    Item,
    ItemKey,
    ItemReview,
    ItemText,
    ItemVersion,
    OutcomeEvidence,
    Paper,
    PaperVersion,
    Practice,
    Save,
)
from tequio.kit.ids import new_uuid
from tests.assessment.desk import BEGIN, ENROLMENT

if TYPE_CHECKING:
    from django.db.models import Model

pytestmark = pytest.mark.django_db


@pytest.fixture
def sat(desk):
    """Rows of every table: one failed attempt, one open one with a save, some practice."""
    desk.sit("a")
    view = desk.start(BEGIN + timedelta(days=2))
    desk.save(view, view.items[0].key, "a", key="k", at=BEGIN + timedelta(days=2))
    Practice.objects.create(registration=ENROLMENT, item="p", outcome="o", last_at=BEGIN)
    OutcomeEvidence.objects.create(registration=ENROLMENT, outcome="o", num=1, item="p", right=True, at=BEGIN)


def twin(row: Model, **changes: object) -> None:
    """The same row once more, as another."""
    row.pk = None
    row._state.adding = True
    if hasattr(row, "uuid"):
        row.uuid = new_uuid()
    for name, value in changes.items():
        setattr(row, name, value)
    row.save(force_insert=True)


def change(row: Model, **changes: object) -> None:
    type(row)._default_manager.filter(pk=row.pk).update(**changes)


def open_one() -> Attempt:
    return Attempt.objects.get(state="open")


def closed_one() -> Attempt:
    return Attempt.objects.get(state="submitted")


BREAKS = {
    "one_bank_per_key": lambda: twin(Bank.objects.get()),
    "one_item_per_key": lambda: twin(Item.objects.first()),
    "item_in_a_pool": lambda: change(Item.objects.first(), pool="spare"),
    "one_item_per_wording": lambda: twin(ItemText.objects.first(), item=Item.objects.last()),
    "one_item_version_per_num": lambda: twin(ItemVersion.objects.first(), superseded_at=BEGIN),
    "one_current_item_version": lambda: twin(ItemVersion.objects.first(), num=2),
    "one_paper_per_key": lambda: twin(Paper.objects.get()),
    "one_paper_version_per_num": lambda: twin(PaperVersion.objects.get(), superseded_at=BEGIN),
    "one_current_paper_version": lambda: twin(PaperVersion.objects.get(), num=2),
    "one_attempt_per_number": lambda: twin(closed_one()),
    "one_open_attempt": lambda: twin(open_one(), num=3),
    "attempt_within_its_tries": lambda: change(open_one(), num=4),
    "attempt_has_time": lambda: change(open_one(), deadline=BEGIN),
    "attempt_open_or_closed": lambda: change(open_one(), closed_at=BEGIN),
    "one_form_item_per_place": lambda: twin(
        FormItem.objects.filter(num=1).first(),
        version=ItemVersion.objects.filter(item__pool="delayed").first(),
    ),
    "one_place_per_form_item": lambda: twin(FormItem.objects.first(), num=99),
    "one_save_per_key": lambda: twin(Save.objects.get(key="k")),
    "save_has_a_key": lambda: change(Save.objects.get(key="k"), key=""),
    "save_seq_counts_from_one": lambda: change(Save.objects.get(key="k"), seq=0),
    "score_within_its_form": lambda: change(AttemptScore.objects.get(), right=5),
    "one_practice_per_item": lambda: twin(Practice.objects.get()),
    "practice_credit_is_right": lambda: change(Practice.objects.get(), credited=True, right=False),
    "one_evidence_per_num": lambda: twin(OutcomeEvidence.objects.get()),
}


def test_every_constraint_has_what_breaks_it():
    named = {
        constraint.name
        for model in apps.get_app_config("assessment").get_models()
        for constraint in model._meta.constraints
    }
    assert named == set(BREAKS)


def test_the_database_holds_each_of_them(sat):
    assert {name for name in BREAKS if not is_held(name)} == set()


def is_held(name: str) -> bool:
    """Whether breaking `name` is refused, by that constraint and no other as far as the database says."""
    try:
        with transaction.atomic():
            BREAKS[name]()
    except IntegrityError as error:
        # SQLite names the columns of a unique rule, not the rule.
        names_it = connection.vendor == "postgresql" or "CHECK" in str(error)
        return name in str(error) if names_it else "UNIQUE" in str(error)
    return False


def test_what_there_is_one_of_stays_one(sat):
    for model in (ItemKey, ItemReview, AttemptScore):
        with pytest.raises(IntegrityError), transaction.atomic():
            twin(model._default_manager.first())


def test_no_form_holds_an_item_of_another_pool(sat):
    assert set(FormItem.objects.values_list("version__item__pool", flat=True)) == {"final"}
