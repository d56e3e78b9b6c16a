"""`tequio course check` and `publish`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tequio.site.cli import main, start
from tests.learning import clean_course

SOURCES = Path(__file__).resolve().parents[2] / "src"


def run(capsys, *words):
    code = main(["course", *map(str, words)])
    return code, capsys.readouterr().out


def test_a_clean_folder_gives_0(folder, capsys):
    assert run(capsys, "check", folder) == (0, "No problems.\n")


def test_a_faulty_folder_gives_1_and_every_line(folder, capsys):
    course = folder / "course.yaml"
    course.write_text(course.read_text("utf-8").replace("PT1H", "1h"), "utf-8")
    code, out = run(capsys, "check", folder)
    assert code == 1
    assert out.startswith("course.yaml:8: hours must be")


def test_what_is_no_course_folder_gives_2(tmp_path, capsys):
    assert run(capsys, "check", tmp_path)[0] == 2
    assert run(capsys, "check", tmp_path / "nothing")[0] == 2


def test_json_names_file_line_and_code(folder, capsys):
    (folder / "modules/clean-hands/why.en.md").write_text("### A\n\n##### B\n", "utf-8")
    code, out = run(capsys, "check", folder, "--format", "json")
    said = json.loads(out)
    assert (code, said["ok"]) == (1, False)
    (problem,) = said["problems"]
    assert (problem["file"], problem["line"]) == ("modules/clean-hands/why.en.md", 3)
    assert problem["code"] == "heading-skip"


@pytest.mark.slow
def test_checking_needs_neither_hub_nor_settings(tmp_path):
    folder = clean_course.write(tmp_path / "c")
    program = "import sys; from tequio.site.cli import main; code = main(['course', 'check', sys.argv[1]]); "
    program += "assert 'django.db' not in sys.modules, 'a database was loaded'; sys.exit(code)"
    done = subprocess.run(
        [sys.executable, "-c", program, str(folder)],
        env={"PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "No problems.\n"), done.stderr


def test_publishing_offers_a_preview(cast, folder, capsys, monkeypatch):
    monkeypatch.setattr(start, "start", lambda data: None)
    code, out = run(capsys, "publish", folder, "--organisation", "nodo-anahuac", "--format", "json")
    said = json.loads(out)
    assert (code, said["course"], said["version"], said["preview"]) == (0, "safe-kitchen", 1, True)
    assert len(said["review"]) == 45
