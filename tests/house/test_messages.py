"""No word reaches a person in one language only; and these tests see it when one does."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from tests.house import catalogues
from tests.house.catalogues import Message
from tests.house.language import coverage

SAME = Path(__file__).with_name("same_in_both_languages.txt")
HELP = catalogues.SOURCES / "web" / "learn" / "help"


@pytest.fixture(scope="module")
def said():
    return catalogues.said_in_sources()


@pytest.fixture(scope="module")
def spanish():
    return [entry for _, entry in catalogues.translated()]


@pytest.fixture(scope="module")
def allowed():
    return SAME.read_text("utf-8").splitlines()


def test_every_message_has_its_spanish(said, spanish):
    assert coverage.missing(said, spanish) == []


def test_every_plural_has_its_spanish(said, spanish):
    assert coverage.missing_plurals(said, spanish) == []


def test_no_catalogue_keeps_what_nobody_says(said, spanish):
    assert coverage.stale(said, spanish) == []


def test_one_message_has_one_translation(spanish):
    assert coverage.doubled(spanish) == []


def test_only_allowed_words_are_the_same_in_both_languages(spanish, allowed):
    assert coverage.untouched(spanish, allowed) == []


def test_no_word_is_allowed_that_no_catalogue_holds(spanish, allowed):
    assert set(allowed) - {entry.msgid for entry in spanish} == set()


def test_words_of_the_script_pass_through_the_catalogues(said):
    assert [m for m in said if "{time}" in m.msgid and m.where.endswith(".html")]


def test_no_help_topic_is_the_same_in_both_languages():
    spanish = {path.name.split(".")[0]: path.read_text("utf-8") for path in HELP.glob("*.es.md")}
    english = {path.name.split(".")[0]: path.read_text("utf-8") for path in HELP.glob("*.en.md")}

    assert spanish.keys() == english.keys() != set()
    assert [key for key, text in spanish.items() if text == english[key]] == []


@pytest.mark.parametrize("position", [0, 100, -1])
def test_a_translation_taken_away_is_missed(said, spanish, position):
    gone = catalogues.key_of(spanish[position])
    left = [entry for entry in spanish if catalogues.key_of(entry) != gone]

    assert coverage.missing(said, left)


def test_an_emptied_or_fuzzy_translation_is_missed(said):
    for entry in (polib.POEntry(msgid="Hello.", msgstr=""), fuzzy()):
        assert coverage.missing([Message("Hello.", "here")], [entry]) == ["here: Hello."]


def fuzzy() -> polib.POEntry:
    return polib.POEntry(msgid="Hello.", msgstr="Hola.", flags=["fuzzy"])


def test_a_new_message_without_its_plural_is_missed(spanish):
    new = Message("%(count)d loaf", "here", "%(count)d loaves")
    single = polib.POEntry(msgid="%(count)d loaf", msgstr="%(count)d pan")

    assert coverage.missing_plurals([new], [*spanish, single]) == [new]


def test_what_nobody_says_any_more_is_noticed(said, spanish):
    assert coverage.stale(said, [*spanish, polib.POEntry(msgid="Gone.", msgstr="Se fue.")])[-1:] == ["Gone."]


def test_a_second_translation_is_noticed(spanish):
    other = polib.POEntry(msgid=spanish[0].msgid, msgstr="otra cosa")

    assert coverage.doubled([*spanish, other]) == [other.msgid]


def test_english_left_as_it_is_is_noticed(spanish, allowed):
    left = polib.POEntry(msgid="Welcome.", msgstr="Welcome.")
    plural = polib.POEntry(msgid="loaf", msgid_plural="loaves", msgstr_plural={0: "loaf", 1: "panes"})

    assert coverage.untouched([*spanish, left, plural], allowed) == ["Welcome.", "loaf"]
