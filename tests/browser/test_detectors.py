"""Each detector is shown what it must find, and what it must leave alone."""

from __future__ import annotations

import pytest

from tests.browser import looking

FRAME = """<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width">
<title>Planted</title><style>body {{ margin: 8px; font: 16px/1.5 sans-serif }} {style}</style></head>
<body><main><h1>Planted</h1>{body}</main></body></html>"""
LONG = "electroencefalografistas" * 4
# Lays itself out for large text only, and forgets the button there.
ROOMY = "main { container-type: inline-size } @container (max-width: 25rem) { button { display: none } }"
BIG = "button, input { min-height: 44px; min-width: 44px; }"

PLANTED = {
    "scrolls sideways": ("", "<p style='width:500px'>wide</p>"),
    "text lies outside": ("", "<p style='margin-left:-60px'>gone to the left</p>"),
    "text lies outside: at the top": ("", "<p style='position:absolute;top:-90px'>gone up</p>"),
    "text is cut off": ("", f"<p style='overflow:hidden;width:120px'>{LONG}</p>"),
    "text is cut off: in height": ("", "<p style='overflow:hidden;height:20px'>one<br>two</p>"),
    "text is cut off: clip": ("", f"<div style='overflow:clip;width:90px'><b>{LONG}</b></div>"),
    "text ends in dots": (
        "",
        f"<p style='overflow:hidden;text-overflow:ellipsis;white-space:nowrap'>{LONG}</p>",
    ),
    "targets overlap": (BIG, "<button>one</button><button style='margin-left:-20px'>two</button>"),
    "something lies over": (
        BIG,
        "<button>one</button><div style='position:absolute;inset:0;background:#fff'></div>",
    ),
    "smaller than 44 px": ("", "<button style='height:30px'>low</button>"),
    "smaller than 44 px: a field": ("", "<label>Name <input style='height:24px'></label>"),
    "smaller than 24 px": ("", "<p><a href='#x' style='font-size:12px'>alone</a></p>"),
    "smaller than 24 px: a box": (
        "",
        "<input type=checkbox aria-label='tick' style='width:13px;height:13px'>",
    ),
}
FINE = {
    "a box that scrolls": f"<div tabindex=0 style='overflow:auto;width:200px'><p style='width:600px'>{LONG}</p></div>",
    "a link in a sentence": "<p>Read <a href='#x'>the rule</a> before you go on.</p>",
    "words for screen readers": "<p>A<span style='position:absolute;width:1px;height:1px;overflow:hidden;"
    "clip-path:inset(50%)'>nd all of this is for the ear</span></p>",
    "a tick with a tall label": "<label style='display:block;min-height:44px'><input type=radio> yes</label>",
    "a button beside a button": "<button style='height:44px'>one</button> <button style='height:44px'>two</button>",
}


def show(page, body, style=""):
    page.set_viewport_size({"width": 320, "height": 640})
    page.set_content(FRAME.format(style=style, body=body))
    looking.open_eyes(page)


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(glass, fault):
    style, body = PLANTED[fault]
    show(glass, body, style)
    found = glass.evaluate("[...sight.whole(), ...sight.small()]")
    assert any(one.startswith(fault.partition(":")[0]) for one in found), found


@pytest.mark.parametrize("case", FINE)
def test_what_is_fine_is_left_alone(glass, case):
    show(glass, FINE[case])
    assert glass.evaluate("[...sight.whole(), ...sight.small()]") == []


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("image-alt", "<img src='data:,'>"),
        ("label", "<input>"),
        ("color-contrast", "<p style='color:#aaa'>pale</p>"),
        ("button-name", "<button></button>"),
        ("target-size", "<a href='#a' style='font-size:9px'>a</a><a href='#b' style='font-size:9px'>b</a>"),
        ("heading-order", "<h4>too deep</h4>"),
        ("region", "</main><p>outside of every landmark</p>"),
    ],
)
def test_axe_is_awake(glass, rule, body):
    show(glass, body)
    assert any(one.startswith(f"{rule}:") for one in looking.violations(glass, looking.TAGS))


def test_words_lost_when_text_grows_are_found(glass):
    show(glass, "<div style='font-size:1rem;height:30px;overflow:hidden'>a line of words</div>")
    assert glass.evaluate("sight.whole()") == []
    assert any("cut off" in one for one in looking.faults_when_enlarged(glass))


def test_a_control_that_goes_when_text_grows_is_missed(glass):
    show(glass, "<button>stay</button>", ROOMY)
    assert any("controls" in one for one in looking.faults_when_enlarged(glass))


def test_words_lost_when_lines_are_spaced_are_found(glass):
    show(glass, "<p style='height:35px;overflow:hidden;line-height:1.1'>one line<br>another<br></p>")
    assert glass.evaluate("sight.whole()") == []
    assert any("cut off" in one for one in looking.faults_when_spaced(glass))
