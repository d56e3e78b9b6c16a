"""Every sentence of this wall exists in Spanish."""

from __future__ import annotations

import re
from pathlib import Path

import polib

from tequio import learning
from tequio.learning.review.criteria import CRITERIA

ROOT = Path(learning.__file__).parent
PO = polib.pofile(str(ROOT / "locale/es/LC_MESSAGES/django.po"))
_PLACE = re.compile(r"%\(\w+\)s")


def test_every_criterion_is_said_in_spanish():
    assert {criterion.text for criterion in CRITERIA} <= {entry.msgid for entry in PO}


def test_every_refusal_is_said_in_spanish():
    known = {entry.msgid for entry in PO if entry.msgstr}
    folders = ("content", "catalog", "runs", "review", "exchange", ".")
    sources = [path.read_text("utf-8") for folder in folders for path in (ROOT / folder).glob("*.py")]
    said = {text for source in sources for text in re.findall(r'\b_\(\s*"((?:[^"\\]|\\.)+)"', source)}
    assert len(said) > 10
    assert said <= known


def test_places_in_a_sentence_are_the_same_in_spanish():
    for entry in PO:
        assert sorted(_PLACE.findall(entry.msgid)) == sorted(_PLACE.findall(entry.msgstr)), entry.msgid
