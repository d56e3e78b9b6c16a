"""The woven ornament: the arithmetic of kit.weave, and what pages make of it."""

import re
from pathlib import Path

import brotli
import pytest

from tequio.kit.weave import cloths, patterns, threads
from tequio.web import weave

STATIC = Path(weave.__file__).parent / "static"
WORDS = ("digital-safety", "rain-water", "maíz", "barro", "tequio", "nodo-anahuac")
PIECES = [cloths.panel, cloths.rosette, lambda word: cloths.band(word, weave.REPEATS)]


def strokes(path: str) -> list[tuple[int, int, int]]:
    """(x, y, length) of every stroke, read back from path data as a browser does."""
    found, x, y = [], 0, 0
    for kind, across, down, length in re.findall(r"([Mm])(-?\d+) (-?\d+)(?:\.5)?h(\d+)", path):
        x, y = (int(across), int(down)) if kind == "M" else (x + int(across), y + int(down))
        found.append((x, y, int(length)))
        x += int(length)
    return found


def painted(cloth: threads.Cloth) -> list[str]:
    rows = [["."] * cloth.width for _ in range(cloth.height)]
    for thread in cloth.threads:
        for x, y, length in strokes(thread.path):
            assert 0 <= x < x + length <= cloth.width
            assert 0 <= y < cloth.height
            rows[y][x : x + length] = thread.dye * length
    return ["".join(row) for row in rows]


@pytest.mark.parametrize("word", WORDS)
def test_a_panel_is_covered_and_hangs_the_same_either_way_up(word):
    rows = painted(cloths.panel(word))
    assert rows == rows[::-1]
    assert not [row for row in rows[3:-3] if "." in row]  # the fringe lets the paper through


@pytest.mark.parametrize("word", WORDS)
def test_a_panel_has_cotton_and_all_four_dyes(word):
    assert set("".join(painted(cloths.panel(word)))) >= set("oabcd")


@pytest.mark.parametrize("word", WORDS)
def test_a_rosette_is_the_same_from_all_eight_sides(word):
    rows = painted(cloths.rosette(word))
    assert rows == rows[::-1] == [row[::-1] for row in rows]
    assert rows == ["".join(column) for column in zip(*rows, strict=True)]


def test_every_tile_fits_across_a_panel():
    for word in map(str, range(60)):
        painted(cloths.panel(word))
    assert all(cloths.WIDTH % len(tile[0]) == 0 for tile in (patterns.GRECA, patterns.zigzag(6, "ab")))


@pytest.mark.parametrize("piece", PIECES, ids=["panel", "rosette", "band"])
def test_a_word_always_gives_the_same_cloth_and_words_differ(piece):
    assert piece("maíz") == piece("maíz")
    assert len({piece(str(number)) for number in range(40)}) > 15


@pytest.mark.parametrize("word", WORDS)
def test_cloth_costs_little_on_the_wire(word):
    assert len(brotli.compress(weave.band(word).encode(), quality=5)) < 450
    assert len(brotli.compress(weave.panel(word).encode(), quality=5)) < 900
    assert len(brotli.compress(weave.rosette(word).encode(), quality=5)) < 900


def test_cloth_says_nothing_to_a_screen_reader_and_carries_no_colour_of_its_own():
    for drawn in (weave.band("maíz"), weave.panel("maíz"), weave.rosette("maíz")):
        assert 'aria-hidden="true"' in drawn
        assert not re.search(r"style=|fill=|stroke=|#", drawn)


def test_a_file_of_its_own_is_dyed_with_the_colours_it_is_given():
    drawn = threads.svg(cloths.rosette("maíz"), dict.fromkeys("oabcd", "#123456"))
    assert set(re.findall("#[0-9a-f]{6}", drawn)) == {"#123456"}


def test_the_hem_of_the_frame_is_the_one_worked_out_here():
    assert (STATIC / "weave.svg").read_text("utf-8") == weave.hem_file()


def test_the_mark_on_pages_is_the_one_of_the_file():
    assert all(path in (STATIC / "mark.svg").read_text("utf-8") for path in (weave.MARK, weave.HEART))
