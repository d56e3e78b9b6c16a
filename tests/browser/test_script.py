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
    page.locator("main .row .button, main .row button").first.click()
    assert "/attempts/" in page.url
    return page


def test_answers_are_saved_by_themselves_through_a_broken_line(attempt):
    status = attempt.locator("[data-status]")
    items = attempt.locator("section.item:has(input[type=radio])")
    items.nth(0).locator("input").first.check()
    expect(status).to_contain_text("Guardado a las")

    attempt.context.set_offline(True)
    items.nth(1).locator("input").last.check()
    expect(status).to_contain_text("Todavía no se guarda")
    attempt.context.set_offline(False)
    expect(status).to_contain_text("Guardado a las")

    attempt.reload()
    assert items.nth(0).locator("input").first.is_checked()
    assert items.nth(1).locator("input").last.is_checked()


def test_the_clock_counts_down_and_names_its_deadline(attempt):
    expect(attempt.locator("[data-face]")).to_contain_text("Quedan ")
    expect(attempt.locator(".clock")).to_contain_text("(hora de Ciudad de México)")
