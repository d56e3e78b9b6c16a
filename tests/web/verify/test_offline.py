"""The offline verifier's page: all words in the page's language, light to fetch, kept to its own scope."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.utils import translation

from tequio.credentials.bundles.api import offline_words
from tequio.web import assets
from tests.credentials.samples import NOON
from tests.standards.badges.test_offline_vectors import SAID

pytestmark = pytest.mark.django_db
KIB = 1024


@pytest.fixture
def page(client):
    return client.get("/es/verify/offline/").content.decode()


def test_every_answer_that_the_script_can_give_has_its_words(page):
    for case in SAID["cases"]:
        assert f'data-answer="{case["verdict"]}"' in page
        for name, code in case["codes"].items():
            assert f'data-check="{name} {code}"' in page, case["name"]


def test_every_check_is_said_in_both_languages_with_the_same_places():
    said = {}
    for language in ("es", "en"):
        with translation.override(language):
            words = offline_words(now=NOON)
            said[language] = [sorted(re.findall(r"\{\w+\}", check.sentence)) for _key, check in words.checks]
    assert said["es"] == said["en"]


def test_the_page_and_its_script_stay_below_25_kilobytes(page):
    if not assets.address("verifier.js"):
        pytest.skip("the front end was not built")
    built = [assets.manifest()[name] for name in ("verifier.js", "worker.js", "tequio.css")]
    sizes = [Path(finders.find(f"built/{name}.br")).stat().st_size for name in built]
    assert len(brotli.compress(page.encode())) + sum(sizes) <= 25 * KIB


def test_the_worker_is_served_below_the_page_and_always_looked_up_anew(client):
    if not assets.address("verifier.js"):
        pytest.skip("the front end was not built")
    answer = client.get("/es/verify/offline/worker.js")

    assert answer["Content-Type"].startswith("text/javascript")
    assert answer["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in answer["Content-Security-Policy"]


def test_without_a_build_the_page_still_says_what_to_do(client, monkeypatch):
    monkeypatch.setattr(assets, "manifest", dict)

    page = client.get("/en/verify/offline/").content.decode()
    assert "<script" not in page
    assert "Check a certificate with a connection" in page
    assert client.get("/en/verify/offline/worker.js").status_code == 404
