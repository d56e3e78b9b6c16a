"""Looking at a page as it stands: accessibility by axe, nothing wider than the screen."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.conftest import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOTS = os.environ.get("TEQUIO_SHOTS", "")  # a folder: keep a picture of every page looked at


def look(page: Page, name: str, *, width: int = 320) -> None:
    """Fail on what axe finds at this address, or on a page that scrolls sideways; in light, and colours in dark."""
    context = page.context.browser.new_context(
        viewport={"width": width, "height": 640}, storage_state=page.context.storage_state(), bypass_csp=True
    )
    seen = context.new_page()
    seen.goto(page.url)
    seen.evaluate(AXE.read_text("utf-8"))
    assert fits(seen), f"{name} scrolls sideways at {width} px"
    assert not (found := violations(seen, TAGS)), f"{name}: {found}"
    picture(seen, f"{name}-light")
    seen.emulate_media(color_scheme="dark")
    assert not (found := violations(seen, ["color-contrast"])), f"{name} in dark: {found}"
    picture(seen, f"{name}-dark")
    context.close()


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def violations(page: Page, wanted: list[str]) -> list[str]:
    found = page.evaluate("wanted => axe.run(document, {runOnly: wanted})", wanted)["violations"]
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]
    ]


def picture(page: Page, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
