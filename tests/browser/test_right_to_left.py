"""Pages in a made-up language that is read from right to left, as Arabic will be: each kind of page once."""

from __future__ import annotations

from itertools import cycle, product

import pytest

from tequio.web.pseudo import CODE
from tests.browser import looking
from tests.browser.matrix import COLOURS, WIDTHS, Visit
from tests.pages import PAGES, one_of_each

LOOKS = cycle(product(COLOURS, WIDTHS))
KINDS = [page for page in one_of_each(PAGES) if not page.heavy]  # the gallery turns itself round
VISITS = [Visit(page.key, CODE, *look) for page, look in zip(KINDS, LOOKS, strict=False)]


@pytest.mark.parametrize("part", range(4))
def test_each_kind_of_page_stands_from_right_to_left(hall, part):
    found = [fault for visit in VISITS[part::4] for fault in faults(hall, visit)]
    assert not found, "\n".join(found)


def faults(hall, visit):
    glass = hall.show(visit)
    turned = [] if glass.evaluate("getComputedStyle(document.body).direction") == "rtl" else ["is not turned"]
    return [f"{visit.key} {visit.width}: {one}" for one in turned + looking.faults(glass)]


@pytest.mark.parametrize("page", ["stranger-home", "rosa-today", "marisol-operate"])
def test_nothing_is_pushed_to_the_left_by_hand(hall, page):
    """Where reading begins: the first words of the page stand at the right edge of its column."""
    glass = hall.show(Visit(page, CODE, "light", 320))
    column, heading = (glass.locator(one).first.bounding_box() for one in ("main", "main h1"))
    assert column["x"] + column["width"] - (heading["x"] + heading["width"]) < 40
