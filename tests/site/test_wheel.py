"""The wheel carries everything a hub needs: no node, no gettext and no checkout where it is installed."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tequio.site import assets

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "src" / "tequio" / "web" / "static" / "built"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("the wheel was not built: hatchling is not installed (requirements-dev.txt lists it)")
    if not assets.is_built(ROOT / "frontend", BUILT):
        pytest.skip("the wheel was not built: the front end is not built, or is older than its sources")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (file,) = folder.iterdir()
    assert file.name.endswith("-py3-none-any.whl")
    return zipfile.ZipFile(file)


def sources(pattern: str) -> set[str]:
    """Paths in the wheel of the files below src/ that fit `pattern`."""
    return {path.relative_to(ROOT / "src").as_posix() for path in (ROOT / "src").glob(pattern)}


@pytest.mark.parametrize(
    "pattern",
    [
        "**/*.py",
        "**/*.po",
        "**/*.csv",
        "**/*.typ",
        "**/templates/**/*.*",
        "**/contexts/*.json",
        "tequio/web/static/*.*",
        "tequio/web/static/built/manifest.json",
        "tequio/web/static/built/*.br",
        "tequio/site/seeds/courses/**/*.*",
    ],
)
def test_it_carries_every_file_of_a_kind(wheel: zipfile.ZipFile, pattern: str):
    wanted = sources(pattern)

    assert wanted
    assert wanted - set(wheel.namelist()) == set()


def test_every_message_catalogue_is_compiled(wheel: zipfile.ZipFile):
    names = set(wheel.namelist())

    assert {name[:-3] for name in names if name.endswith(".po")} == {
        name[:-3] for name in names if name.endswith(".mo")
    }


def test_the_style_sheet_it_names_is_in_it(wheel: zipfile.ZipFile):
    assert b"tequio.css" in wheel.read("tequio/web/static/built/manifest.json")
    assert any(name.startswith("tequio/web/static/built/tequio.") for name in wheel.namelist())


def test_it_offers_the_command(wheel: zipfile.ZipFile):
    (name,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]

    assert b"tequio = tequio.site.cli:main" in wheel.read(name)
