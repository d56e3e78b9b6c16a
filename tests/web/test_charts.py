"""Charts: named for who does not see them, true to their numbers, without a style; the table says the same."""

from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from tequio.web import charts, figures
from tequio.web.figures import Estimate, Share

shares = st.floats(0, 1)


def row(share: float | None = 0.5, low: float = 0.25, high: float = 0.75) -> charts.Row:
    return charts.Row(key="k", title="Rain & roofs", desc="1 of 2", share=share, low=low, high=high)


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # drawn by ourselves


@pytest.mark.parametrize("draw", [charts.bar, charts.dot])
def test_a_picture_has_its_name_and_its_numbers(draw):
    svg = drawn(draw(row()))

    named = [svg.find(f"*[@id='{one}']").text for one in svg.get("aria-labelledby").split()]
    assert svg.get("role") == "img"
    assert named == ["Rain & roofs", "1 of 2"]


@given(shares, shares, shares)
def test_nothing_is_drawn_outside_and_nothing_is_styled(share, low, high):
    for svg in (charts.bar(row(share, low, high)), charts.dot(row(share, low, high), mark=0.75)):
        assert "style" not in svg
        assert all(0 <= float(one) <= 100 for one in re.findall(r'"(-?[\d.]+)%"', svg))


def test_a_bar_is_as_long_as_its_share_and_its_whisker_as_its_interval():
    svg = charts.bar(row(0.5, 0.25, 0.755))

    assert 'class="bar-of" y="5.0" width="50%"' in svg
    assert 'class="whisker" x1="25%" x2="75.5%"' in svg


@pytest.mark.parametrize("draw", [charts.bar, charts.dot])
def test_a_hidden_share_leaves_no_length_behind(draw):
    svg = draw(row(None))

    assert "bar-of" not in svg and "whisker" not in svg and "dot" not in svg
    assert set(re.findall(r"([\d.]+)%", svg)) == {"100"}


def test_steps_follow_the_counts():
    weeks = charts.Weeks(key="k", title="t", desc="d", counts=(0, 2, 1), top=2)

    assert 'd="M0 40H1V0H2V20H3"' in charts.steps(weeks)


def test_no_activity_at_all_is_a_flat_line():
    weeks = charts.Weeks(key="k", title="t", desc="d", counts=(0, 0), top=0)

    assert 'd="M0 40H1V40H2"' in charts.steps(weeks)


def test_each_row_has_its_line_of_the_table():
    with override("en"):
        figure = figures.shares("k", "T", (Share("a", 9, 14), Share("b", None, 30), Share("c", 0, 0)))

    assert [line.label for line in figure.lines] == [cells[0] for cells in figure.rows] == ["a", "b", "c"]
    assert "9 of 14" in figure.lines[0].words
    assert figure.rows[0][1:3] == ("9", "14")


def test_what_is_hidden_is_said_in_words_everywhere():
    with override("en"):
        figure = figures.shares("k", "T", (Share("b", None, None),))

    assert "fewer than 10 people" in figure.lines[0].words
    assert set(figure.rows[0][1:]) == {"hidden"}


def test_an_outcome_without_evidence_has_no_estimate():
    with override("en"):
        figure = figures.estimates("k", "T", (Estimate(label="a", percent=None, words="none yet"),), goal=75)

    assert figure.rows[0] == ("a", "–", "–", "none yet")


def test_weeks_share_one_scale_and_one_table():
    with override("en"):
        figure = figures.weeks(
            "k", "T", (date(2026, 11, 16), date(2026, 11, 23)), (("x", (1, 4)), ("y", (0, 2)))
        )

    assert [cells[1:] for cells in figure.rows] == [("1", "0"), ("4", "2")]
    assert "V0H2" in figure.lines[0].plot
    assert "V20H2" in figure.lines[1].plot
