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


def look(page: Page, name: str) -> None:
    """Fail on what axe finds at this address, or on a page that scrolls sideways; in light and in dark."""
    state = page.context.storage_state()
    context = page.context.browser.new_context(
        viewport={"width": 320, "height": 640}, storage_state=state, bypass_csp=True
    )
    seen = context.new_page()
    seen.goto(page.url)
    for scheme in ("light", "dark"):
        seen.emulate_media(color_scheme=scheme)
        assert fits(seen), f"{name} scrolls sideways at 320 px"
        found = violations(seen)
        assert not found, f"{name} in {scheme}: {found}"
        picture(seen, f"{name}-{scheme}")
    context.close()


def fits(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def violations(page: Page) -> list[str]:
    page.add_script_tag(content=AXE.read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


def picture(page: Page, name: str) -> None:
    if SHOTS:
        Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)
