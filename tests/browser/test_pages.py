"""Pages beside the journey: axe, 320 px, keyboard, weight on the real wire."""

from __future__ import annotations

import pytest

from tests.browser.conftest import SECRET
from tests.browser.looking import look

OPEN = ("courses/", "help/", "verify/", "sign-in/", "courses/digital-safety/?price=x", "no-such-page/")
LEARNERS = ("today/", "card/", "courses/digital-safety/check/")
STEPS = ("hook", "signs", "check", "example", "practice", "exit")


def sign_in(page, hub, name):
    page.goto(f"{hub.url}/es/sign-in/")
    page.fill("[name=code]", hub.codes[name])
    page.locator("main form button").last.click()
    page.fill("[name=secret]", SECRET)
    page.locator("main form button").last.click()
    assert "/sign-in/" not in page.url


@pytest.mark.parametrize("language", ["es", "en"])
def test_pages_that_anyone_may_open_are_clean(hub, phone, language):
    page = phone()
    for path in OPEN:
        page.goto(f"{hub.url}/{language}/{path}")
        look(page, f"{language}-{path.strip('/').replace('/', '-').replace('?', '-')}")


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("language", ["es", "en"])
def test_every_part_is_clean_in_both_directions_on_a_phone_and_on_a_desk(
    hub, phone, language, direction, width
):
    page = phone()
    page.goto(f"{hub.url}/{language}/parts/?dir={direction}")
    assert page.evaluate("getComputedStyle(document.body).direction") == direction
    look(page, f"{language}-parts-{direction}-{width}", width=width)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_step_of_a_module_is_clean(hub, phone, language):
    page = phone()
    for step in STEPS:
        page.goto(f"{hub.url}/{language}/courses/digital-safety/modules/spot-fraud/{step}/")
        look(page, f"{language}-step-{step}")


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_learners_own_pages_are_clean(hub, phone, language):
    page = phone()
    sign_in(page, hub, "Rosa")
    for path in LEARNERS:
        page.goto(f"{hub.url}/{language}/{path}")
        look(page, f"{language}-rosa-{path.strip('/').replace('/', '-')}")


@pytest.mark.parametrize("path", ["courses/digital-safety/", "courses/digital-safety/modules/spot-fraud/"])
def test_a_cold_page_costs_at_most_twenty_kibibytes_and_four_requests(hub, phone, path):
    page = phone(java_script_enabled=True)
    wire = page.context.new_cdp_session(page)
    asked, sizes = set(), []
    wire.send("Network.enable")
    wire.on("Network.requestWillBeSent", lambda event: asked.add(event["request"]["url"]))
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{hub.url}/es/{path}", wait_until="networkidle")
    assert 0 < sum(sizes) <= 20 * 1024
    assert len([url for url in asked if url.startswith("http")]) <= 4


def test_the_keyboard_reaches_the_content_first(hub, phone):
    page = phone(java_script_enabled=True)
    page.goto(f"{hub.url}/es/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_text_at_twice_its_size_is_not_lost(hub, phone):
    page = phone(java_script_enabled=True)
    for path in ("", "courses/digital-safety/", "courses/digital-safety/modules/spot-fraud/practice/"):
        page.goto(f"{hub.url}/es/{path}")
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        ), path


def test_what_is_pressed_is_large_enough_for_a_thumb(hub, phone):
    page = phone(java_script_enabled=True)
    page.goto(f"{hub.url}/es/courses/digital-safety/modules/spot-fraud/practice/")
    small = page.evaluate(
        """() => [...document.querySelectorAll('.button, button, .choice, nav a, .foot a, .back')]
        .filter(one => one.getBoundingClientRect().height < 44 && !one.matches('.skip')).map(one => one.outerHTML)"""
    )
    assert small == []
