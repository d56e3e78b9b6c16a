"""The import contract is kept, and each of nine planted violations breaks the build."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# file to plant, the line to plant in it, the contract that must break
VIOLATIONS = [
    ("tequio_standards/vc/planted.py", "import django", "Standards and measures are pure"),
    ("tequio_measure/planted.py", "import tequio.kit.ids", "The house stands on the shelf"),
    ("tequio/people/planted.py", "import tequio.learning.api", "Storeys of the house"),
    ("tequio/kit/planted.py", "import tequio.people.api", "Storeys of the house"),
    ("tequio/tutor/planted.py", "import tequio.careers", "Storeys of the house"),
    ("tequio_standards/qti/planted.py", "import tequio_standards.olx", "Each codec stands alone"),
    ("tequio_standards/lti/planted.py", "import tequio_standards.vc", "Only badges stand on vc"),
    ("tequio/web/planted.py", "import tequio.people.models", "Only api, events and values are doors"),
    ("tequio/recognition/rules.py", "import tequio.kit.clock", "rules.py and values.py never touch Django"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(
        ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__", "static", "seeds")
    )
    shutil.copy(ROOT / ".importlinter", copy / ".importlinter")
    return copy


def lint(house: Path) -> subprocess.CompletedProcess[str]:
    program = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    env = {"PYTHONPATH": str(house / "src"), "PATH": "/usr/bin:/bin", "COLUMNS": "200"}
    return subprocess.run(program, cwd=house, env=env, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_house_as_it_stands_keeps_the_contract(house: Path):
    done = lint(house)

    assert done.returncode == 0, done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("file", "line", "contract"), VIOLATIONS)
def test_a_planted_violation_breaks_the_build(house: Path, file: str, line: str, contract: str):
    planted = house / "src" / file
    before = planted.read_text("utf-8") if planted.exists() else None
    planted.write_text(f'"""Planted."""\n{line}\n', "utf-8")
    try:
        done = lint(house)
    finally:
        planted.unlink() if before is None else planted.write_text(before, "utf-8")

    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout, done.stdout
