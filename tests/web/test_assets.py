"""A machine without node serves the style sheet from its source, and no script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.utils.safestring import SafeString

from tequio.web import assets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def nothing_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (tmp_path / "tequio.css").write_text("body {}")
    monkeypatch.setattr(assets, "BUILT", tmp_path / "built")
    assets.manifest.cache_clear()
    yield
    assets.manifest.cache_clear()


@pytest.mark.usefixtures("nothing_built")
def test_a_style_sheet_that_was_never_built_is_served_from_its_source():
    assert assets.address(SafeString("tequio.css")) == "/static/tequio.css"


@pytest.mark.usefixtures("nothing_built")
def test_a_script_that_was_never_built_has_no_address():
    assert assets.address(SafeString("app.js")) == ""
