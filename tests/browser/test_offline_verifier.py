"""One visit, then no network: the code of a paper is checked on the device, by the page that stayed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import ROOT

# In a process of its own: Playwright's loop and Django's database do not share one.
CODES = """
import django, json, sys
django.setup()
from tequio.credentials.bundles import api
from tequio.credentials.models import Credential
print(json.dumps({row.code: api.paper_code(row.uuid) for row in Credential.objects.order_by("pk")}))
"""
REVOKE = """
import django, sys
django.setup()
from uuid import UUID
from tequio.credentials import api
from tequio.kit import clock
from tequio.people import api as people
view = api.credential(sys.argv[1])
api.revoke(credential=view.id, reason="Test.", by=people.actor(UUID(sys.argv[2])), now=clock.now())
"""


def in_hub(hub, program, *words):
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "TEQUIO_DATA": str(hub.data),
        "PYTHONWARNINGS": "ignore",
    }
    env["DJANGO_SETTINGS_MODULE"] = "tequio.site.settings"
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        env=env,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout


@pytest.fixture(scope="module")
def codes(hub):
    """The code of a good certificate, and that of one that was revoked before anybody visited."""
    people = {one["key"]: one for one in json.loads((hub.data / "demo.json").read_text("utf-8"))}
    papers = json.loads(in_hub(hub, CODES))
    aminas = people["amina"]["path"].split("/")[-2]
    gone = next(code for code in papers if code != aminas)
    in_hub(hub, REVOKE, gone, people["ernesto"]["person"])
    return SimpleNamespace(good=papers[aminas], revoked=papers[gone])


@pytest.fixture
def kept(hub, phone):
    """The page after one visit, without network."""
    page = phone(java_script_enabled=True)
    page.goto(f"{hub.url}/es/verify/offline/")
    expect(page.locator("[data-state]")).to_contain_text("también sin conexión")
    page.context.set_offline(True)
    return page


def answer(page, hub, code):
    page.goto("about:blank")
    page.goto(f"{hub.url}/es/verify/offline/{code}")
    shown = page.locator("[data-shown] [data-verdict]")
    expect(shown).to_be_visible()
    return shown


def test_a_good_certificate_is_answered_in_one_sentence_without_network(kept, hub, codes):
    shown = answer(kept, hub, codes.good)

    expect(shown).to_have_attribute("data-verdict", "genuine_demo")
    expect(shown).to_contain_text("puede hacer esto")
    assert "{" not in kept.locator("[data-shown]").inner_text()


def test_a_changed_code_is_refused(kept, hub, codes):
    last = "A" if codes.good[-1] != "A" else "B"
    shown = answer(kept, hub, codes.good[:-1] + last)

    assert shown.get_attribute("data-verdict") in ("tampered", "unreadable")
    assert "puede hacer esto" not in kept.locator("[data-shown]").inner_text()


def test_a_revoked_one_is_revoked_with_the_day_of_the_list(kept, hub, codes):
    shown = answer(kept, hub, codes.revoked)

    expect(shown).to_have_attribute("data-verdict", "revoked")
    expect(kept.locator("[data-shown] .checks")).to_contain_text("lista del")


def test_a_code_can_be_pasted(kept, codes):
    kept.get_by_label("O el texto del código").fill(codes.good)
    kept.get_by_role("button", name="Comprobar", exact=True).click()

    expect(kept.locator("[data-shown] [data-verdict]")).to_have_attribute("data-verdict", "genuine_demo")


def test_a_photo_is_read_on_the_device(kept, hub, codes, tmp_path):
    import segno

    from tequio_standards.badges import qr_segments

    drawn = segno.make(qr_segments(f"{hub.url}/es/verify/offline/", codes.good), error="m", micro=False)
    drawn.save(str(tmp_path / "photo.png"), scale=8, border=6)
    kept.get_by_label("Una foto del código").set_input_files(tmp_path / "photo.png")
    kept.get_by_role("button", name="Comprobar", exact=True).click()

    expect(kept.locator("[data-shown] [data-verdict]")).to_have_attribute("data-verdict", "genuine_demo")


def test_without_a_script_the_page_says_what_to_do(hub, phone):
    page = phone()
    page.goto(f"{hub.url}/es/verify/offline/")

    expect(page.get_by_role("link", name="Comprobar un certificado con conexión")).to_be_visible()
    expect(page.locator("form.desk")).to_be_hidden()
