"""Banks and papers: pools that never share a question, versions, reviews, and precise refusals."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from django.utils import translation

from tequio.assessment import api
from tequio.assessment.errors import BankRefused, PaperRefused
from tequio.assessment.models import Item, ItemReview, ItemVersion, PaperVersion
from tequio.assessment.values import BankItem, BlueprintRow, Pool
from tequio.kit.errors import NotAllowed, NotFound
from tests.assessment.desk import HOME, bank_items, single, spec
from tests.cast import EVERYBODY, NOW

pytestmark = pytest.mark.django_db


def put(cast, items, *, key: str = "safety", by: str = "leticia"):
    return api.put_bank(organisation=cast.a.id, key=key, items=items, by=cast.actor(by), now=NOW)


def put_paper(cast, *, by: str = "leticia", bank: str = "safety", **changes):
    return api.put_paper(
        organisation=cast.a.id, key="final", bank_key=bank, spec=spec(**changes), by=cast.actor(by), now=NOW
    )


def one(key: str, pool: Pool = Pool.FINAL, **changes) -> BankItem:
    return BankItem(replace(single(key), **changes), pool)


def refused(cast, items) -> str:
    with pytest.raises(BankRefused) as caught, translation.override("en"):
        put(cast, items)
    return str(caught.value)


def test_a_bank_counts_its_items_by_pool(cast):
    info = put(cast, [*bank_items(per_outcome=2), one("fresh")])
    assert info.counts == {Pool.PRACTICE: 4, Pool.FINAL: 5, Pool.DELAYED: 4}
    assert info.reviewed == {Pool.PRACTICE: 4, Pool.FINAL: 4, Pool.DELAYED: 4}


def test_handing_in_the_same_again_changes_nothing(cast):
    first = put(cast, bank_items())
    assert put(cast, bank_items()) == first
    assert ItemVersion.objects.count() == 24


def test_a_changed_item_is_a_new_version_and_unreviewed(cast):
    put(cast, [BankItem(single("a1"), Pool.FINAL, reviewed=True)])
    info = put(cast, [one("a1", seconds=90)])
    assert list(ItemVersion.objects.order_by("num").values_list("num", flat=True)) == [1, 2]
    assert info.reviewed[Pool.FINAL] == 0
    assert ItemReview.objects.count() == 1


def test_an_item_left_out_is_retired_and_may_come_back(cast):
    put(cast, [one("a1"), one("a2")])
    assert put(cast, [one("a1")]).retired == 1
    info = put(cast, [one("a1"), one("a2")])
    assert (info.retired, info.counts[Pool.FINAL]) == (0, 2)
    assert Item.objects.count() == 2


@pytest.mark.parametrize("pool", [Pool.PRACTICE, Pool.DELAYED])
def test_an_item_never_moves_to_another_pool(cast, pool: Pool):
    put(cast, [one("a1", pool)])
    said = refused(cast, [one("a1", Pool.FINAL)])
    assert "a1" in said
    assert pool.value in said


def test_one_key_in_two_pools_is_refused(cast):
    said = refused(cast, [one("a1", Pool.PRACTICE), one("a1", Pool.FINAL)])
    assert (
        said == "The key a1 stands in the pool practice and again in final. Give each item a key of its own."
    )


def test_one_question_under_two_keys_is_refused(cast):
    twin = replace(single("a1"), key="a2")
    said = refused(cast, [one("a1", Pool.PRACTICE), BankItem(twin, Pool.FINAL)])
    assert "a2" in said
    assert "a1" in said


def test_blanks_case_and_the_order_of_choices_make_no_other_question(cast):
    item = single("a1")
    twin = replace(
        item,
        key="a2",
        stem={language: f"  {text.upper()} " for language, text in item.stem.items()},
        choices=tuple(reversed(item.choices)),
    )
    refused(cast, [BankItem(item, Pool.PRACTICE), BankItem(twin, Pool.FINAL)])


def test_a_question_practised_once_never_returns_as_a_final_item(cast):
    put(cast, [one("a1", Pool.PRACTICE)])
    put(cast, [one("b1")])
    said = refused(cast, [BankItem(replace(single("a1"), key="c1"), Pool.FINAL)])
    assert "a1" in said


def test_a_malformed_item_is_refused_with_its_place(cast):
    assert "/correct" in refused(cast, [one("a1", correct=("z",))])


def test_every_fault_is_named_at_once(cast):
    assert len(refused(cast, [one("a1", correct=("z",)), one("a2", level="know")]).splitlines()) == 2


def test_a_refused_bank_leaves_nothing_behind(cast):
    put(cast, [one("a1")])
    refused(cast, [one("a2"), one("a1", Pool.PRACTICE)])
    assert list(Item.objects.values_list("key", flat=True)) == ["a1"]


@pytest.mark.parametrize("name", EVERYBODY)
def test_only_authors_and_operators_of_the_organisation_hand_in(cast, name: str):
    if name in ("leticia", "marisol"):
        put(cast, [one("a1"), one("a2")], by=name)
        put_paper(cast, by=name, blueprint=(BlueprintRow("spot", 1),))
        return
    with pytest.raises(NotAllowed):
        put(cast, [one("a1")], by=name)
    with pytest.raises(NotAllowed):
        put_paper(cast, by=name)


def test_organisations_do_not_see_each_others_banks(cast):
    put(cast, [one("a1")])
    with pytest.raises(PaperRefused):
        api.put_paper(
            organisation=cast.b.id,
            key="final",
            bank_key="safety",
            spec=spec(),
            by=cast.actor("rodrigo"),
            now=NOW,
        )
    with pytest.raises(NotFound):
        api.paper_by_key(cast.b.id, "final")


def test_a_paper_keeps_its_id_and_counts_its_versions(cast):
    put(cast, bank_items())
    first = put_paper(cast)
    assert put_paper(cast) == first
    assert put_paper(cast, minutes=30) == first
    assert (api.paper(first).version, api.paper(first).spec.minutes) == (2, 30)
    assert PaperVersion.objects.count() == 2


def test_a_paper_is_read_as_it_was_put(cast):
    put(cast, bank_items())
    info = api.paper(put_paper(cast, cut=Fraction(2, 3)))
    assert info.spec == spec(cut=Fraction(2, 3))
    assert info.ready
    assert info == api.paper_by_key(cast.a.id, "final")


def test_a_paper_is_named_below_its_course(cast, settings):
    put(cast, bank_items())
    assert api.paper(put_paper(cast)).iri == f"{settings.HUB_URL}/courses/safety/papers/final"
    api.put_paper(
        organisation=cast.a.id,
        key="final",
        bank_key="safety",
        spec=spec(),
        by=cast.actor("leticia"),
        now=NOW,
        home=HOME,
    )
    assert api.paper_by_key(cast.a.id, "final").iri == f"{HOME}/papers/final"


@pytest.mark.parametrize(
    "wrong",
    [
        {"minutes": 0},
        {"tries": 0},
        {"wait_hours": -1},
        {"cut": Fraction(0)},
        {"cut": Fraction(5, 4)},
        {"blueprint": ()},
        {"blueprint": (BlueprintRow("spot", 0),)},
        {"blueprint": (BlueprintRow("spot", 1), BlueprintRow("spot", 1))},
        {"blueprint": (BlueprintRow("spot", 5),)},
        {"blueprint": (BlueprintRow("unheard", 1),)},
    ],
)
def test_rules_that_cannot_hold_are_refused(cast, wrong: dict[str, object]):
    put(cast, bank_items())
    with pytest.raises(PaperRefused):
        put_paper(cast, **wrong)


def test_a_paper_over_no_bank_is_refused(cast):
    with pytest.raises(PaperRefused, match="nowhere"):
        put_paper(cast, bank="nowhere")
