"""What a page costs whoever opens it for the first time, for every page of the register: bytes, requests, no fonts.

Learners' pages carry the budgets of STYLE 37; whoever works at a desk pays more. Headers are counted too.
"""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.test import override_settings

from tequio.site.seeds import demo
from tequio.web.assets import address
from tests import places
from tests.pages import PAGES, one_of_each
from tests.visiting import InProcess
from tests.web.conftest import settings_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
KIB = 1024
HEADERS = 600  # bytes of answer headers, rounded up from what Granian sends
COLD, HTML, REQUESTS, STYLE, SCRIPT = 20 * KIB, 14 * KIB, 4, 6 * KIB, 5 * KIB
DESK = 150 * KIB


@pytest.fixture(scope="module")
def demo_hub(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo hub in this process: its settings, and everybody in it."""
    own = settings_in(tmp_path_factory.mktemp("demo"))
    fast = {"PASSWORD_HASHERS": ["django.contrib.auth.hashers.MD5PasswordHasher"], "DEMO": True}
    patch = pytest.MonkeyPatch()
    patch.setattr(
        transaction, "on_commit", lambda act, **_wishes: act()
    )  # it never commits: it is rolled back
    outermost = transaction.atomic()
    outermost._from_testcase = (
        True  # as Django's own TestCase does: what must be outermost may stand inside this
    )
    with django_db_blocker.unblock(), outermost, override_settings(**own, **fast):
        demo.seed(own["DATA"], lambda _word: None)
        yield own | {"DEMO": True}, places.prepare(own["DATA"], InProcess)
        transaction.set_rollback(True)
    patch.undo()


@pytest.fixture
def world(demo_hub, db, settings):
    """Everybody in it, for one test."""
    own, everybody = demo_hub
    for name, value in own.items():
        setattr(settings, name, value)
    return everybody


def assets_of(html: str) -> list[str]:
    """Everything that the page makes the browser fetch."""
    tags = re.findall(r"<(?:link|script|img|source)\b[^>]*>", html)
    return sorted({found for tag in tags for found in re.findall(r'(?:href|src)="(/[^"]+)"', tag)})


def size_of(asset: str) -> int:
    """As WhiteNoise sends it: the .br beside it when there is one."""
    name = asset.removeprefix("/static/")
    path = finders.find(f"{name}.br") or finders.find(name)
    assert path, f"{asset} is not there"
    return Path(path).stat().st_size


def weigh(world, page, language) -> tuple[int, int, list[str]]:
    """Bytes of the whole cold page, those of its HTML, and what it fetches beside."""
    answer = world.visit(page, language)
    assert answer.status == page.status, f"{page.key}: {answer.status}"
    assets = assets_of(answer.body.decode())
    return answer.sent + sum(map(size_of, assets)) + HEADERS * (1 + len(assets)), answer.sent, assets


def too_heavy(world, page, language) -> list[str]:
    """Every budget that the page breaks, with its number."""
    cold, html, assets = weigh(world, page, language)
    most = {"bytes": (cold, COLD), "bytes of HTML": (html, HTML), "requests": (1 + len(assets), REQUESTS)}
    if not page.for_learners:
        most = {"bytes": (cold, DESK)}
    found = [
        f"{page.key} {language}: {is_} {what}, {of} at most" for what, (is_, of) in most.items() if is_ > of
    ]
    fonts = [asset for asset in assets if asset.endswith((".woff", ".woff2", ".ttf", ".otf"))]
    return found + [f"{page.key} fetches {font}" for font in fonts]


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_stays_within_its_budget(world, language):
    found = [fault for page in PAGES for fault in too_heavy(world, page, language)]
    assert not found, "\n".join(found)


def test_a_page_that_is_too_heavy_is_found(world, monkeypatch):
    monkeypatch.setattr("tests.web.test_weight.COLD", 4 * KIB)
    assert any("bytes, 4096 at most" in one for one in too_heavy(world, PAGES[0], "es"))


def test_no_page_fetches_from_elsewhere(world):
    for page in one_of_each(PAGES):
        html = world.visit(page, "es").body.decode()
        assert not re.findall(
            r'<(?:link|script|img|source|iframe)\b[^>]*(?:href|src)="(?:https?:)?//', html
        ), page.key


def test_style_sheet_and_script_keep_their_own_budgets():
    written = Path(finders.find("tequio.css")).read_bytes()
    assert len(brotli.compress(written, quality=11)) <= STYLE + KIB  # with its comments; built it is smaller
    assert size_of(address("tequio.css")) <= STYLE
    assert size_of(address("app.js")) <= SCRIPT
