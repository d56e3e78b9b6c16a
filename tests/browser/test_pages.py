"""What a page costs on the real wire; and a demo's people signing in by their code."""

from __future__ import annotations

import pytest

from tests.browser.conftest import SECRET


def sign_in(page, hub, name):
    page.goto(f"{hub.url}/es/sign-in/")
    page.fill("[name=code]", hub.codes[name])
    page.locator("main form:has([name=code]) button").first.click()
    page.fill("[name=secret]", SECRET)
    page.locator("main form[method=post] button").last.click()
    assert "/sign-in/" not in page.url


@pytest.mark.parametrize(
    "path", ["", "courses/digital-safety/", "courses/digital-safety/modules/spot-fraud/"]
)
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
