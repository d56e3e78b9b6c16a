"""The one style sheet as it is served: within its budget, and the same rules as its source."""

from pathlib import Path

import brotli
import pytest

from tequio.web import assets

STATIC = assets.BUILT.parent
BUDGET = 6 * 1024
SOURCE = STATIC / "tequio.css"


def served() -> Path:
    name = assets.manifest().get("tequio.css")
    if not name:
        pytest.skip("the front end is not built here: the source is served as it is")
    return assets.BUILT / name


def test_it_costs_at_most_six_kilobytes_as_served():
    assert served().with_name(f"{served().name}.br").stat().st_size <= BUDGET


def test_what_is_sent_is_packed_as_tightly_as_brotli_can():
    packed = len(brotli.compress(served().read_bytes(), quality=11))
    assert served().with_name(f"{served().name}.br").stat().st_size <= packed * 1.01


def test_it_fits_unbuilt_as_well_but_for_its_comments():
    assert len(brotli.compress(SOURCE.read_bytes(), quality=11)) <= BUDGET * 1.25
