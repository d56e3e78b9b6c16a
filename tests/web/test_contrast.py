"""The colours of the style sheet, light and dark, by WCAG's formula."""

from pathlib import Path

import pytest

from tequio.web import contrast

CSS = (Path(contrast.__file__).parent / "static" / "tequio.css").read_text("utf-8")
LIGHT_PART, _, REST = CSS.partition("@media screen and (prefers-color-scheme: dark)")
ASKED_PART, _, CHOSEN_PART = REST.partition("/* Ground */")[0].partition("@media screen {")
LIGHT = contrast.colours_of(LIGHT_PART)
DARK = contrast.colours_of(ASKED_PART)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_can_be_read(colours):
    assert contrast.faults(colours) == []


def test_dark_sets_every_colour_that_light_sets():
    assert set(DARK) == set(LIGHT)


def test_dark_is_the_same_whether_the_device_asks_for_it_or_somebody_chose_it():
    assert contrast.colours_of(CHOSEN_PART) == DARK
    assert ':root:not([data-theme="light"])' in ASKED_PART
    assert ':root[data-theme="dark"]' in CHOSEN_PART


def test_the_formula_knows_black_on_white():
    assert contrast.contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_nearest_colour_that_passes_is_close_and_does_pass():
    pale = LIGHT | {"accent": "#8fa0c8"}
    found = contrast.nearest(pale, "accent")
    assert found is not None
    assert contrast.faults(pale | {"accent": found}) == []
    assert contrast.contrast(found, pale["tint"]) < contrast.TEXT + 0.1  # no further than needed


def test_a_colour_that_passes_is_its_own_nearest():
    assert contrast.nearest(LIGHT, "accent") == LIGHT["accent"]


def test_where_nothing_passes_there_is_no_nearest():
    assert contrast.nearest(LIGHT | {"paper": "#777777"}, "ink") is None


def test_a_pale_theme_is_named_with_its_pair():
    found = contrast.faults(LIGHT | {"accent": "#d0d0d0"})
    assert ("accent", "paper") in [(fault.front, fault.back) for fault in found]


def test_colours_outside_the_variables_are_only_those_of_paper():
    ruled = CSS.partition("/* Ground */")[2].partition("/* On paper */")[0]
    assert "#" not in ruled.replace("url(weave.svg)", "")


def test_some_two_dozen_variables_are_the_whole_design():
    names = {line.split(":")[0].strip() for line in LIGHT_PART.splitlines() if line.strip().startswith("--")}
    assert 18 <= len(names) <= 26
