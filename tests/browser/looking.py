"""Looking at a page as it stands: accessibility by axe, nothing cut off, covered, too small or wider than the screen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.conftest import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SIGHT = Path(__file__).with_name("sight.js")
# WCAG 2.2, 1.4.12: what a reader may set, and lose nothing.
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-block-end: 2em !important }"""


def faults(page: Page) -> list[str]:
    """Everything wrong with the page in front of us."""
    open_eyes(page)
    return [*page.evaluate("[...sight.whole(), ...sight.small()]"), *violations(page, TAGS)]


def faults_when_enlarged(page: Page) -> list[str]:
    """1.4.4: text at 200 % in a window of 640 px. Leaves the page like that."""
    page.set_viewport_size({"width": 640, "height": 720})
    before = page.evaluate("sight.contents()")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    return [f"at 200 %: {one}" for one in _after(page, before)]


def faults_when_spaced(page: Page) -> list[str]:
    """1.4.12: more room between lines, words and letters. Leaves the page like that."""
    before = page.evaluate("sight.contents()")
    page.add_style_tag(content=SPACING)
    return [f"with wide spacing: {one}" for one in _after(page, before)]


def _after(page: Page, before: dict[str, int]) -> list[str]:
    after = page.evaluate("sight.contents()")
    lost = [f"of {before[one]} {one} {after[one]} are left" for one in before if after[one] != before[one]]
    return lost + page.evaluate("sight.whole()")


def open_eyes(page: Page) -> None:
    """Load axe and our own detectors, once a page, unless the window brings them along."""
    if not page.evaluate("'sight' in window"):
        page.evaluate(AXE.read_text("utf-8"))
        page.evaluate(SIGHT.read_text("utf-8"))


def with_open_eyes(window: Page) -> Page:
    """Every page that opens in this window has axe and our detectors: sent to the browser once, not once a page."""
    window.add_init_script(AXE.read_text("utf-8"))
    window.add_init_script(SIGHT.read_text("utf-8"))
    return window


def violations(page: Page, wanted: list[str]) -> list[str]:
    """What axe finds, by rule and place."""
    script = """async wanted => (await axe.run(document, {runOnly: wanted, resultTypes: ["violations"]})).violations
        .flatMap(one => one.nodes.map(node => `${one.id}: ${node.target} ${node.failureSummary}`))"""
    return page.evaluate(script, wanted)
