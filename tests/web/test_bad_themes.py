"""Each planted fault is found, and only where it was planted: the style sheet's own colours have none."""

import pytest

from tequio.web import contrast
from tests.web.bad_themes import SCHEMES, bad_themes

BAD = list(bad_themes())


def test_every_pair_is_planted_in_light_and_in_dark():
    assert len(BAD) == 2 * len(list(contrast.pairs()))


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_a_pair_that_is_short_by_a_hair_is_found(bad):
    found = {(fault.front, fault.back): fault for fault in contrast.faults(bad.colours)}
    assert bad.least - 0.35 < found[(bad.front, bad.back)].ratio < bad.least


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_originals_have_no_fault(scheme):
    assert contrast.faults(SCHEMES[scheme]) == []
