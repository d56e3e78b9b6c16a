"""The keyboard walk is shown what it must find."""

from __future__ import annotations

import pytest

from tests.browser import keyboard
from tests.browser.test_detectors import FRAME

GOOD = "<p><a href='#one'>one</a></p><p><a href='#two'>two</a></p><p><button>three</button></p>"
PLANTED = {
    "focus cannot be seen": ("a { outline: none }", GOOD),
    "focused outside": ("button { position: fixed; left: -500px }", GOOD),
    "lies over it": (
        "",
        GOOD + "<div style='position:fixed;inset:0;background:#fff'>A banner that nobody closes</div>",
    ),
    "jumps up": ("main { display: flex; flex-direction: column-reverse; } p { margin: 9px }", GOOD),
    "does not reach": ("", GOOD + "<script>addEventListener('keydown', it => it.preventDefault())</script>"),
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(glass, fault):
    style, body = PLANTED[fault]
    glass.set_viewport_size({"width": 320, "height": 640})
    glass.set_content(FRAME.format(style=style, body=body))
    found = keyboard.walk(glass)
    assert any(fault in one for one in found), found


def test_an_ordinary_page_is_walked_without_remark(glass):
    glass.set_content(FRAME.format(style="", body=GOOD))
    assert keyboard.walk(glass) == []
