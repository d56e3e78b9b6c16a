"""Forms: drawn once per attempt, kept, and shown without anything that tells an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Count

from tequio.assessment import rules
from tequio.assessment.drawing import Candidate, draw, shuffled
from tequio.assessment.models import FormItem, ItemVersion, Save
from tequio.assessment.papers import drawable
from tequio.assessment.values import PublicChoice, PublicItem
from tequio.kit import ids

if TYPE_CHECKING:
    from tequio.assessment.models import Attempt
    from tequio.assessment.values import PaperSpec, Response


def draw_form(attempt: Attempt, spec: PaperSpec) -> None:
    """Draw and keep the form of a new attempt, preferring items this learner has not met."""
    met = _times_met(attempt)
    candidates = [
        Candidate(pk, outcome, met.get(item, 0))
        for pk, outcome, item in drawable(attempt.paper.bank).values_list("pk", "outcome", "item")
    ]
    drawn = draw(candidates, spec.blueprint, ids.pick_index)
    shown = ItemVersion.objects.in_bulk(drawn)
    FormItem.objects.bulk_create(
        FormItem(attempt=attempt, num=num, version_id=pk, order=_shuffled_choices(shown[pk]))
        for num, pk in enumerate(drawn, start=1)
    )


def places(attempt: Attempt) -> list[FormItem]:
    """The form in its order, with the versions to show. Keys are in another table and are not read."""
    return list(FormItem.objects.filter(attempt=attempt).select_related("version").order_by("num"))


def public_item(place: FormItem) -> PublicItem:
    """One place of the form, for the learner, with the choices in the order that was drawn."""
    shown = place.version.shown
    texts = {choice["key"]: choice["text"] for choice in shown["choices"]}
    return PublicItem(
        key=shown["key"],
        num=place.num,
        outcome=place.version.outcome,
        kind=shown["kind"],
        stem=shown["stem"],
        choices=tuple(PublicChoice(key, texts[key]) for key in place.order),
        seconds=shown["seconds"],
    )


def standing(attempt: Attempt) -> dict[int, Response]:
    """The answer that stands at each place (by `FormItem` id), from the saves that came in time."""
    saves = Save.objects.filter(attempt=attempt, late=False)
    rows = saves.values_list("place", "seq", "key", "response")
    return rules.standing(rules.Kept(place, seq, key, tuple(said)) for place, seq, key, said in rows)


def _times_met(attempt: Attempt) -> dict[int, int]:
    """How often each item stood in a form of this learner for this paper, in whichever version."""
    earlier = FormItem.objects.filter(attempt__paper=attempt.paper, attempt__person__uuid=attempt.person_id)
    return dict(earlier.values_list("version__item").annotate(Count("id")))


def _shuffled_choices(version: ItemVersion) -> list[str]:
    return list(shuffled((choice["key"] for choice in version.shown["choices"]), ids.pick_index))
