"""A course nobody here wrote, brought in whole: counted by code that shares no line with the importer."""

from __future__ import annotations

import io
import json
import tarfile
from pathlib import Path

import pytest
from tests.cast import NOW
from tests.standards.olx.census import census
from tests.standards.olx.test_read import export

from tequio.kit.errors import NotAllowed
from tequio.learning import api as learning
from tequio.learning.exchange import api as exchange
from tequio.learning.exchange.values import Fate
from tequio.site.cli.bring import as_json

DHIS2 = Path(__file__).resolve().parents[4] / "shared" / "data" / "courses" / "dhis2-introduction.tar.gz"


@pytest.fixture
def dhis2() -> Path:
    if not DHIS2.exists():
        pytest.skip("the dhis2 course is not beside the project: importing it was not tested")
    return DHIS2


@pytest.fixture
def small(tmp_path: Path) -> Path:
    file = tmp_path / "small.tar.gz"
    with tarfile.open(file, "w:gz") as tar:
        for name, data in export().items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))
    return file


@pytest.mark.outside
def test_all_pages_and_problems_are_native_and_nothing_is_lost(dhis2: Path):
    leaves, _ = census(dhis2)

    report = exchange.look_at(dhis2)

    native = {row.where for row in report.rows if row.kind == "step" and row.fate is Fate.NATIVE}
    assert sum(not where.startswith(("html/tabs-", "html/info-")) for where in native) == leaves["html"] == 49
    assert report.items.native == leaves["problem"] == 58
    assert report.steps.fallback == sum(leaves.values()) - leaves["html"] - leaves["problem"] == 22
    assert (report.steps.lost, report.items.lost, report.items.fallback) == (0, 0, 0)


@pytest.mark.outside
def test_every_fallback_says_why(dhis2: Path):
    fallbacks = [row for row in exchange.look_at(dhis2).rows if row.fate is Fate.FALLBACK]

    assert all(row.reason and row.where for row in fallbacks)


@pytest.mark.outside
@pytest.mark.slow
@pytest.mark.django_db
def test_the_import_opens_as_a_labelled_preview(dhis2: Path, cast):
    report = exchange.import_course(dhis2, organisation=cast.a.id, by=cast.actor("leticia"), now=NOW)

    course = learning.course(report.course_key)
    assert course.run.preview
    assert sum(len(step.items) for module in course.modules for step in module.steps) == 58


@pytest.mark.django_db
def test_bringing_the_same_file_again_changes_nothing(small: Path, cast):
    first = exchange.import_course(small, organisation=cast.a.id, by=cast.actor("leticia"), now=NOW)
    again = exchange.import_course(small, organisation=cast.a.id, by=cast.actor("leticia"), now=NOW)

    assert first.course_key == again.course_key
    assert learning.course(again.course_key).num == 1


@pytest.mark.django_db
def test_a_learner_may_not_bring_in_a_course(small: Path, cast):
    with pytest.raises(NotAllowed):
        exchange.import_course(small, organisation=cast.a.id, by=cast.actor("rosa"), now=NOW)


def test_the_json_has_the_documented_shape(small: Path):
    shape = json.loads(json.dumps(as_json(exchange.look_at(small)), default=str))

    assert set(shape) == {"format", "title", "course", "steps", "items", "rows"}
    assert shape["steps"] == {"native": 1, "fallback": 0, "lost": 0}
    assert shape["items"] == {"native": 1, "fallback": 0, "lost": 0}


@pytest.mark.parametrize("member", ["../../etc/passwd", "/etc/passwd", "course/../../x"])
def test_an_archive_that_climbs_out_is_refused(tmp_path: Path, member: str):
    file = tmp_path / "evil.tar.gz"
    with tarfile.open(file, "w:gz") as tar:
        info = tarfile.TarInfo(member)
        tar.addfile(info, io.BytesIO())

    with pytest.raises(exchange.ImportRefused):
        exchange.look_at(file)


def test_a_package_of_another_kind_is_named(tmp_path: Path):
    file = tmp_path / "cc.tar"
    with tarfile.open(file, "w") as tar:
        tar.addfile(tarfile.TarInfo("imsmanifest.xml"), io.BytesIO())

    with pytest.raises(exchange.ImportRefused, match="Common Cartridge"):
        exchange.look_at(file)


def test_what_is_no_archive_is_refused(tmp_path: Path):
    (tmp_path / "x.zip").write_bytes(b"hello")

    with pytest.raises(exchange.ImportRefused):
        exchange.look_at(tmp_path / "x.zip")
