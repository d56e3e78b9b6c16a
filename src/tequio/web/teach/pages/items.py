"""The items of the checks before their reviewer: by outcome, with what is right and why. No other page shows them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse

from tequio.kit.words import say
from tequio.web.teach.pages.bank import CHECKED, pool_name
from tequio.web.teach.pages.module import open_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.assessment.values import BankItemView, Pool
    from tequio.learning.review.api import ToReview
    from tequio.web.teach.pages.module import ItemShown


@dataclass(frozen=True, slots=True)
class PoolShown:
    """Items of one outcome in one pool, open."""

    name: str
    items: Sequence[ItemShown] = field(repr=False)


@dataclass(frozen=True, slots=True)
class OutcomeShown:
    """An outcome with the pools that ask for it."""

    key: str
    statement: str
    pools: Sequence[PoolShown]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItemsPage:
    """Every item of the final and the delayed check, as it stands now."""

    template: ClassVar[str] = "teach/review_items.html"
    course_title: str
    num: int
    back_href: str
    outcomes: Sequence[OutcomeShown]


def items_page(version: ToReview, bank: Sequence[BankItemView], language: str) -> ReviewItemsPage:
    checked = [one for one in bank if one.pool in CHECKED]
    return ReviewItemsPage(
        course_title=say(version.title, language),
        num=version.num,
        back_href=reverse("review_course", args=[version.id]),
        outcomes=[
            OutcomeShown(key, statement, _pools(checked, key, language))
            for key, statement in _statements(version, checked, language).items()
        ],
    )


def _statements(version: ToReview, checked: Sequence[BankItemView], language: str) -> dict[str, str]:
    """Every outcome that is asked for, in the course's order; one that the course does not state, by its key."""
    asked = {one.item.outcome for one in checked}
    stated = {one.key: say(one.statement, language) for one in version.outcomes if one.key in asked}
    return stated | {key: key for key in sorted(asked - stated.keys())}


def _pools(checked: Sequence[BankItemView], outcome: str, language: str) -> Sequence[PoolShown]:
    pools = [
        PoolShown(
            pool_name(pool), [open_item(one.item, language) for one in checked if _is(one, outcome, pool)]
        )
        for pool in CHECKED
    ]
    return [one for one in pools if one.items]


def _is(one: BankItemView, outcome: str, pool: Pool) -> bool:
    return one.item.outcome == outcome and one.pool is pool
