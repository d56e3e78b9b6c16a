"""No word reaches a person in one language only."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.house import catalogues

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")
SAME = Path(__file__).with_name("same_in_both_languages.txt")


@pytest.fixture(scope="module")
def said():
    return catalogues.said_in_sources()


@pytest.fixture(scope="module")
def spanish():
    return [entry for _, entry in catalogues.translated()]


def test_every_message_has_its_spanish(said, spanish):
    known = {catalogues.key_of(entry) for entry in spanish if entry.translated()}

    assert sorted({f"{m.where}: {m.msgid}" for m in said if m.key not in known}) == []


def test_every_plural_has_its_spanish(said, spanish):
    known = {catalogues.key_of(entry): entry.msgid_plural for entry in spanish}

    assert [m for m in said if m.plural and known.get(m.key) != m.plural] == []


def test_no_catalogue_keeps_what_nobody_says(said):
    alive = {m.key for m in said}
    entries = catalogues.translated()
    stale = [f"{path.parents[3].name}: {e.msgid}" for path, e in entries if catalogues.key_of(e) not in alive]

    assert stale == []


def test_one_message_has_one_translation(spanish):
    texts = defaultdict(set)
    for entry in spanish:
        texts[(entry.msgctxt, entry.msgid)].add(entry.msgstr)

    assert {key: found for key, found in texts.items() if len(found) > 1} == {}


def test_translations_keep_every_placeholder(spanish):
    wrong = []
    for entry in spanish:
        wanted = set(PLACEHOLDER.findall(entry.msgid_plural or entry.msgid))
        texts = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
        wrong += [entry.msgid for text in texts if not set(PLACEHOLDER.findall(text)) <= wanted]
        if not entry.msgid_plural and set(PLACEHOLDER.findall(entry.msgstr)) != wanted:
            wrong.append(entry.msgid)

    assert wrong == []


def test_placeholders_are_named(said):
    assert [m for m in said if re.search(r"(?<!%)%[sdr]", m.msgid)] == []


def test_only_allowed_words_are_the_same_in_both_languages(spanish):
    allowed = set(SAME.read_text("utf-8").splitlines())
    same = {entry.msgid for entry in spanish if entry.msgid == entry.msgstr}

    assert same - allowed == set()
