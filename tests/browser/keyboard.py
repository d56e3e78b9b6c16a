"""Walking through a page with the keyboard alone: Tab, Shift+Tab, Enter, Space and the arrows."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

KEYS = Path(__file__).with_name("keys.js")
Stop = dict[str, Any]  # as keys.js describes it


def walk(page: Page) -> list[str]:
    """Tab from the top to the end: what was not reached, not seen, hidden, out of order or a trap."""
    look_at_keys(page)
    wanted = page.evaluate("keys.stops()")
    page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
    came = _stops(page, "Tab", most=2 * len(wanted) + 8)  # a date has stops inside
    missed = [one["name"] for one in wanted if one["key"] not in {stop["key"] for stop in came}]
    found = [f"{stop['name']}: {fault}" for stop in came for fault in stop["faults"]]
    found += [f"Tab does not reach {name}" for name in missed]
    return found + out_of_order(came) + _trapped(page, came)


def look_at_keys(page: Page) -> None:
    page.evaluate(KEYS.read_text("utf-8"))


def _stops(page: Page, key: str, *, most: int, patient: bool = False) -> list[Stop]:
    """Where the focus came to rest, until it left the page or came round."""
    came: list[Stop] = []
    for _ in range(most):
        page.keyboard.press(key)
        stop = page.evaluate("keys.here()")
        if stop is None and patient:
            continue
        if stop is None or (came and stop["key"] == came[0]["key"]):
            break
        came.append(stop)
    return came


def out_of_order(stops: list[Stop]) -> list[str]:
    """Within one block, the next stop lies below the one before or begins to its right: never back above (2.4.3)."""
    found = []
    for one, two in pairwise(stops):
        above = two["bottom"] <= one["top"] + 1 and not one["skip"]
        if above and two["left"] <= one["left"] + 1 and one["column"] == two["column"]:
            found.append(f"Tab jumps up from {one['name']} to {two['name']}")
    return found


def _trapped(page: Page, came: list[Stop]) -> list[str]:
    """From the end, Shift+Tab leads back into the page; past the end the first press may only re-enter it."""
    back = [stop["key"] for stop in _stops(page, "Shift+Tab", most=3, patient=True)]
    return [] if not came or set(back) & {stop["key"] for stop in came} else ["Shift+Tab does not lead back"]


def tab_to(page: Page, what: str) -> None:
    """Press Tab until the element that `what` selects has the focus; its focus must be seen and uncovered."""
    assert page.locator(what).count(), f"{page.url} has no {what}"
    look_at_keys(page)
    for _ in range(300):
        if page.evaluate("what => document.activeElement.matches(what)", what):
            stop = page.evaluate("keys.here()")
            assert not stop["faults"], f"{stop['name']}: {stop['faults']}"
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {what} on {page.url}")


def press(page: Page, what: str, key: str = "Enter") -> None:
    """Go to `what` and press it; wait for the page that it leads to."""
    tab_to(page, what)
    with page.expect_navigation():
        page.keyboard.press(key)


def write(page: Page, what: str, words: str) -> None:
    tab_to(page, what)
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def choose(page: Page, name: str, value: str) -> None:
    """Arrows within a group of radio buttons until `value` is chosen; Space ticks what stands alone."""
    group = f"input[name='{name}']"
    tab_to(page, group)
    wanted = f"{group}[value='{value}']"
    page.keyboard.press("Space")
    for _ in range(page.locator(group).count()):
        if page.locator(wanted).is_checked():
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"the arrows do not reach {value} of {name}")


def tick(page: Page, what: str) -> None:
    tab_to(page, what)
    page.keyboard.press("Space")
    assert page.locator(what).is_checked()


def skip_to_content(page: Page) -> None:
    """The first Tab shows the skip link; Enter goes to the content, and the next Tab lands inside it."""
    look_at_keys(page)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    page.keyboard.press("Tab")
    first = page.evaluate("keys.here()")
    assert first and first["skip"] and not first["faults"], first
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")
