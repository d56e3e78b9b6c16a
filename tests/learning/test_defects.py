"""Every planted defect is found at its line, and the clean course passes in the same run."""

from __future__ import annotations

import pytest

from tequio.learning.content.api import check_folder
from tests.learning import defects


def found(folder, file, line, says):
    problems = check_folder(folder)
    hits = [p for p in problems if (p.file, p.line) == (file, line) and says in p.message]
    assert hits, f"want {file}:{line} …{says}…, got:\n" + "\n".join(map(str, problems))
    return problems


def test_the_clean_course_has_no_problem(folder):
    assert check_folder(folder) == ()


@pytest.mark.parametrize("defect", defects.NAMED, ids=lambda defect: defect.name)
def test_a_planted_defect_is_found_at_its_line(folder, defect):
    file, line = defect.plant(folder)
    found(folder, file, line, defect.says)


@pytest.mark.slow
def test_every_generated_defect_is_found_at_its_line_without_a_flood(folder):
    planted = list(defects.generated(folder))
    assert len(planted) > 200
    for defect in planted:
        clean = (folder / defect.file).read_text("utf-8")
        file, line = defect.plant(folder)
        assert len(found(folder, file, line, defect.says)) <= 12, defect.name
        (folder / defect.file).write_text(clean, "utf-8")


def test_two_defects_in_two_files_are_both_found(folder):
    first = defects.NAMED[4].plant(folder)
    second = next(d for d in defects.NAMED if d.name == "minutes that do not add up").plant(folder)
    places = {(p.file, p.line) for p in check_folder(folder)}
    assert {first, second} <= places
