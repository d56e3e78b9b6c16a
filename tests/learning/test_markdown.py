"""Markdown to fragments: headings, pictures, TeX, tables, and nothing of HTML's own."""

from __future__ import annotations

import pytest

from tequio.learning.content import tex
from tequio.learning.content.markdown import Pass, fragment, no_pictures, render
from tequio.learning.content.pictures import Picture, read_picture
from tests.learning.clean_course import PIXEL


def notices(text):
    reading = Pass(no_pictures)
    render(text, reading)
    return [(notice.line, notice.code) for notice in reading.notices]


@pytest.mark.parametrize("first", ["#", "##", "###"])
def test_the_highest_heading_becomes_h2(first):
    html = fragment(f"{first} One\n\n{first}# Two\n")
    assert "<h2>One</h2>" in html
    assert "<h3>Two</h3>" in html


def test_a_skipped_level_is_noticed_on_its_line():
    assert notices("# One\n\n### Three\n") == [(2, "heading-skip")]


def test_html_is_shown_and_not_obeyed():
    html = fragment("A <script>alert(1)</script> b\n\n<div onclick=x>c</div>")
    assert "<script" not in html
    assert "<div" not in html
    assert "&lt;script&gt;" in html


def test_a_less_than_sign_is_no_html():
    assert notices("Write to <your bank> when 3 < 4.") == []


@pytest.mark.parametrize("text", ["[a bank](javascript:x)", "[a bank](data:text/html,x)"])
def test_a_link_that_runs_is_noticed_and_made_no_link(text):
    assert notices(text) == [(0, "link")]
    assert "<a" not in fragment(text)


@pytest.mark.parametrize(
    "text", ["costs $20 or $30", "from $500 to $600.", "$ 5 and 6$", "US$20, MX$30", r"\$x$"]
)
def test_money_is_no_tex(text):
    assert "<math" not in fragment(text)
    assert notices(text) == []


def test_tex_becomes_mathml():
    html = fragment(r"Half: $\frac{1}{2}$ and $$x^2$$")
    assert "<mfrac>" in html
    assert 'display="block"' in html
    assert "\\" not in html


@pytest.mark.parametrize("bad", [r"\frca{1}", r"\frac{1}{2", r"\href{javascript:x}{y}", "x" * 1001])
def test_tex_that_is_not_understood_is_refused(bad):
    with pytest.raises(tex.TexError):
        tex.to_mathml(bad, block=False)


def test_a_command_left_outside_dollars_is_noticed():
    assert notices(r"Half is \frac{1}{2}.") == [(0, "tex")]


def test_alignment_is_a_class_because_no_page_allows_inline_style():
    html = fragment("| a | b |\n|:--|--:|\n| 1 | 2 |\n")
    assert "style=" not in html
    assert '<th class="align-right" scope="col">' in html


def test_a_picture_gets_its_size_and_is_named_by_its_digest():
    reading = Pass(lambda path: ("ab" * 32, Picture(PIXEL, "image/png", 640, 480)))
    html = render("![a grain](grain.png)", reading)
    assert f'src="sha256:{"ab" * 32}"' in html
    assert 'width="640" height="480"' in html
    assert list(reading.shown) == ["ab" * 32]


def test_the_line_of_a_notice_counts_soft_breaks():
    assert notices("one\ntwo\nthree <b>x</b>\n") == [(2, "raw-html")]


HEADS = {
    "image/png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + (3).to_bytes(4) + (2).to_bytes(4),
    "image/gif": b"GIF89a\x03\0\x02\0",
    "image/jpeg": b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\0\x02\0\x03\x03",
    "image/webp": b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\x02\0\0\x01\0\0",
}


@pytest.mark.parametrize("media_type", HEADS)
def test_size_and_kind_are_read_from_the_head_of_a_picture(media_type):
    picture = read_picture(HEADS[media_type])
    assert (picture.media_type, picture.width, picture.height) == (media_type, 3, 2)


@pytest.mark.parametrize(
    "data", [b"", b"GIF8", b"<svg/>", b"\xff\xd8\xff", b"RIFF1234WEBP", HEADS["image/png"][:20]]
)
def test_what_is_no_picture_is_none(data):
    assert read_picture(data) is None
