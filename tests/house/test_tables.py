"""Every table of the house says what it is: ledger, primary or derived; and each derived one has its fold."""

import pytest
from django.apps import apps
from django.conf import settings

from tequio.records import tables
from tequio.records.api import unclear_tables

OURS = [
    model
    for model in apps.get_models(include_auto_created=True)
    if model._meta.app_label in settings.OUR_APPS
]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_a_table_is_marked(model):
    assert tables.kind(model) in tables.KINDS


def test_every_derived_table_is_folded_by_exactly_one_projection():
    assert unclear_tables() == []


@pytest.mark.parametrize(
    "model", [m for m in OURS if tables.kind(m) == "derived"], ids=lambda m: m._meta.label
)
def test_a_derived_table_points_at_nothing_but_the_ledger(model):
    pointed = [f.related_model for f in model._meta.concrete_fields if f.is_relation]
    assert all(tables.kind(target) == "ledger" for target in pointed)


@pytest.mark.parametrize(
    "model", [m for m in OURS if tables.kind(m) == "derived"], ids=lambda m: m._meta.label
)
def test_a_derived_table_reads_no_clock(model):
    assert not [
        f.name
        for f in model._meta.fields
        if getattr(f, "auto_now", False) or getattr(f, "auto_now_add", False)
    ]
