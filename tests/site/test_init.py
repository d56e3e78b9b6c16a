"""`tequio init` on its own leads to the browser; with all its words it asks nothing; with some it says which lack."""

from __future__ import annotations

import re

import pytest
from tests.site.real_hub import RealHub

pytestmark = pytest.mark.slow
ADDRESS = re.compile(r"https://hub\.example\.org/es/setup/begin/[\w-]{43}/")


@pytest.fixture
def hub(tmp_path) -> RealHub:
    return RealHub(tmp_path / "data")


def test_it_prints_one_address_and_another_when_asked_again(hub):
    first = hub.run("init", "--url", "https://hub.example.org")
    again = hub.run("init")
    (one,), (other,) = ADDRESS.findall(first.stdout), ADDRESS.findall(again.stdout)
    assert one != other


def test_serving_kills_no_address_that_was_printed_before(hub):
    hub.run("init", "--url", "https://hub.example.org")
    said = hub.run("init", "--unless-waiting").stdout
    assert not ADDRESS.search(said)
    assert "printed before" in said


def test_some_of_its_words_are_too_few(hub):
    answer = hub.run("init", "--url", "https://hub.example.org", "--organisation", "UNAM")
    assert answer.returncode == 1
    assert "--key, --country, --operator is missing" in answer.stderr
    assert not (hub.data / "hub.json").exists()


def test_without_an_address_there_is_no_hub(hub):
    assert "--url" in hub.run("init").stderr
    assert "tequio init --url" in hub.run("serve", "--port", 0).stderr


def test_a_hub_with_an_operator_is_never_opened_again(hub):
    (hub.data.parent / "password").write_text("caballo-pila-grapa")
    words = ["--organisation", "UNAM", "--key", "unam", "--country", "MX", "--operator", "Ana"]
    words += ["--password-file", hub.data.parent / "password"]
    assert hub.run("init", "--url", "https://hub.example.org", *words).returncode == 0
    answer = hub.run("init")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert "already holds a hub" in answer.stderr
