"""What the door offers is written down."""

from pathlib import Path

import pytest

from tequio.records import api

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "records.md").read_text("utf-8")


@pytest.mark.parametrize("name", api.__all__)
def test_a_name_of_the_door_is_documented(name: str):
    assert f"`{name}" in DOCS
