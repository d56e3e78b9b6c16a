"""`tequio demo` takes a folder that is empty or a demo's, and leaves every other one alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tequio.site import demo_folder
from tequio.site.hub import Hub, write_hub

if TYPE_CHECKING:
    from pathlib import Path


def made(folder: Path, *, demo: bool, whole: bool = True) -> Path:
    write_hub(folder, Hub("https://hub.example.org", "secret", demo=demo))
    (folder / "blobs").mkdir()
    if not whole:
        (folder / demo_folder.PREPARING).touch()
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {demo_folder.LOCK}


def test_a_folder_that_is_not_there_is_made(tmp_path: Path):
    with demo_folder.claim(tmp_path / "new" / "demo", fresh=False):
        assert names(tmp_path / "new" / "demo") == set()


def test_a_demo_is_kept(tmp_path: Path):
    data = made(tmp_path / "data", demo=True)

    with demo_folder.claim(data, fresh=False):
        assert names(data) == {"hub.json", "blobs"}


def test_fresh_throws_a_demo_away(tmp_path: Path):
    data = made(tmp_path / "data", demo=True)

    with demo_folder.claim(data, fresh=True):
        assert names(data) == set()


def test_a_demo_whose_preparing_broke_off_starts_over(tmp_path: Path):
    data = made(tmp_path / "data", demo=True, whole=False)

    with demo_folder.claim(data, fresh=False):
        assert names(data) == set()


@pytest.mark.parametrize("fresh", [True, False])
def test_a_real_hub_is_left_alone(tmp_path: Path, fresh: bool):
    data = made(tmp_path / "data", demo=False)

    with pytest.raises(demo_folder.NotADemosFolder, match="real hub"):
        demo_folder.claim(data, fresh=fresh)
    assert names(data) == {"hub.json", "blobs"}


@pytest.mark.parametrize("fresh", [True, False])
def test_anything_else_is_left_alone(tmp_path: Path, fresh: bool):
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "thesis.odt").write_text("three years")

    with pytest.raises(demo_folder.NotADemosFolder, match="not a demo's folder"):
        demo_folder.claim(tmp_path / "work", fresh=fresh)
    assert names(tmp_path / "work") == {"thesis.odt"}


def test_a_file_is_no_folder(tmp_path: Path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(demo_folder.NotADemosFolder, match="cannot be read"):
        demo_folder.claim(tmp_path / "file", fresh=False)


def test_two_demos_do_not_share_a_folder(tmp_path: Path):
    with (
        demo_folder.claim(tmp_path / "data", fresh=False),
        pytest.raises(demo_folder.NotADemosFolder, match="Another demo"),
    ):
        demo_folder.claim(tmp_path / "data", fresh=True)
