"""Wide tables scroll in a region of their own, which has a name."""

from __future__ import annotations

import re

from django.utils.translation import override

from tequio.web.markdown import to_html, with_scrolling_tables

TWO = '|Sign|What *you* do|\n|-|-|\n|a|b|\n\nBetween.\n\n|Word|\n|-|\n|"c"|\n'


def names(html: str) -> list[str]:
    return re.findall(r'aria-label="([^"]*)"', html)


def test_two_tables_are_told_apart_by_their_headings():
    with override("en"):
        assert names(to_html(TWO)) == ["Table: Sign, What you do", "Table: Word"]


def test_a_name_cannot_break_out_of_its_attribute():
    with override("en"):
        hostile = with_scrolling_tables("<table><th>&quot; onclick=&quot;x</th></table>")
    assert 'aria-label="Table: &quot; onclick=&quot;x"' in hostile


def test_a_table_without_headings_is_still_named():
    with override("es"):
        assert names(with_scrolling_tables("<table><tr><td>1</td></tr></table>")) == ["Tabla"]
