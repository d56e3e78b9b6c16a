"""The woven ornament."""

from pathlib import Path

import brotli

from tequio.web import weave

STATIC = Path(weave.__file__).parent / "static"


def test_a_tile_is_the_same_from_all_four_sides():
    for word in ("digital-safety", "maíz", "barro"):
        grid = weave.grid_of(word)
        assert [row[::-1] for row in grid] == grid
        assert grid[::-1] == grid


def test_a_word_always_gives_the_same_cloth_and_words_differ():
    assert weave.band("maíz") == weave.band("maíz")
    assert len({weave.threads(str(number), 1) for number in range(40)}) > 20


def test_every_run_stays_on_its_tile():
    for x, y, length in weave.runs_of("digital-safety"):
        assert 0 <= x < x + length <= weave.TILE
        assert 0 <= y < weave.TILE


def test_the_frames_cloth_is_woven_from_the_programs_name():
    assert (STATIC / "weave.svg").read_text("utf-8") == weave.tile_file("tequio", 1)


def test_a_band_costs_little_on_the_wire():
    assert len(brotli.compress(weave.band("digital-safety").encode(), quality=5)) < 400
