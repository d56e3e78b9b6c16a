"""What the script adds to the final check: saving by itself, trying again, counting down."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import sign_in


@pytest.fixture
def attempt(hub, phone):
    """Tomás sits at the final check, with a script."""
    page = phone(java_script_enabled=True)
    sign_in(page, hub, "Tomás")
    page.goto(f"{hub.url}/es/courses/digital-safety/check/")
    page.locator("aside .button, aside button").first.click()
    assert "/attempts/" in page.url
    return page


def test_answers_are_saved_by_themselves_through_a_broken_line(attempt):
    status = attempt.locator("[data-status]")
    items = attempt.locator("section.item:has(input[type=radio])")
    items.nth(0).locator("input").first.check()
    expect(status).to_contain_text("Guardado ")

    attempt.context.set_offline(True)
    items.nth(1).locator("input").last.check()
    expect(status).to_contain_text("Todavía no se guarda")
    attempt.context.set_offline(False)
    expect(status).to_contain_text("Guardado ")

    attempt.reload()
    assert items.nth(0).locator("input").first.is_checked()
    assert items.nth(1).locator("input").last.is_checked()


def test_the_clock_counts_down_and_names_its_deadline(attempt):
    expect(attempt.locator("[data-face]")).to_contain_text("Quedan ")
    expect(attempt.locator("main")).to_contain_text("(hora de Ciudad de México)")


@pytest.fixture
def field(hub, phone):
    """The search field of the home page, with a script."""
    page = phone(java_script_enabled=True)
    page.goto(f"{hub.url}/es/")
    return page.get_by_role("searchbox")


def test_links_come_while_one_types_and_their_number_is_said(field):
    page = field.page
    field.press_sequentially("segur", delay=20)
    expect(page.locator("[data-list] a").first).to_have_attribute("href", "/es/courses/digital-safety/")
    expect(page.locator("p[data-said]")).to_contain_text("para «segur»")


def test_arrow_keys_move_among_the_links_and_escape_leads_back(field):
    page = field.page
    field.press_sequentially("segur", delay=20)
    expect(page.locator("[data-list] a").first).to_be_visible()
    field.press("ArrowDown")
    expect(page.locator("[data-list] a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(page.locator("[data-list]")).to_be_hidden()
