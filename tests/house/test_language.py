"""The language linter finds every planted defect, and nothing in what we say."""

from __future__ import annotations

import os
from functools import cache

import pytest

from tests.house.language import Fault, linter, planted

KINDS = {kind for kind, _ in linter.files()}


@cache
def originals() -> dict[str, list[tuple[str, str]]]:
    """Text and place of every file, by kind."""
    return {
        kind: [(path.read_text("utf-8"), linter.where(path)) for k, path in linter.files() if k == kind]
        for kind in KINDS
    }


@cache
def found_in(place: str) -> list[Fault]:
    """What the linter finds in a file as it is."""
    kind, text = next(
        (kind, text) for kind, found in originals().items() for text, at in found if at == place
    )
    return linter.faults(kind, text, place)


def found_in_originals() -> list[Fault]:
    return [fault for found in originals().values() for _, place in found for fault in found_in(place)]


def test_pages_speak_in_whole_sentences_from_the_catalogues():
    assert linter.not_allowed(found_in_originals()) == []


def test_nothing_is_allowed_that_nobody_does():
    idle = [line for line in linter.allowances() if not any(map(line.covers, found_in_originals()))]

    assert idle == []


def test_everything_allowed_has_its_reason():
    assert [line for line in linter.allowances() if len(line.reason.split()) < 2] == []


@pytest.mark.parametrize("defect", planted.defects(), ids=lambda defect: f"{defect.kind}: {defect.name}")
def test_a_planted_defect_is_found_in_every_file(defect):
    files = [file for file in sample(defect.kind) if not let_be(defect.rule, file[1])]
    missed = [place for text, place in files if not new_faults(defect, text, place)]

    assert files
    assert missed == []


def sample(kind: str) -> list[tuple[str, str]]:
    """A few files of the kind, short and long; every one where TEQUIO_REQUIRE asks for everything."""
    files = [file for file in originals()[kind] if kind != "python" or file[1].startswith("web/")]
    by_length = sorted(files, key=lambda file: len(file[0]))
    return by_length if os.environ.get("TEQUIO_REQUIRE") else by_length[:: max(1, len(files) // 3)][:3]


def let_be(rule: str, place: str) -> bool:
    """Whether allowed.txt lets everything of this rule stand in a file: then nothing planted there is a fault."""
    return any(line.what == "*" and line.covers(Fault(rule, place, "x")) for line in linter.allowances())


def new_faults(defect: planted.Defect, text: str, place: str) -> list[Fault]:
    after = linter.faults(defect.kind, defect.spoil(text), place)
    return [f for f in linter.not_allowed(after) if f.rule == defect.rule and f not in found_in(place)]
