"""An export is the whole ledger; read back, every line is proved."""

import json
from pathlib import Path

import pytest

from tequio.records.api import dump_derived, erase, export_to, import_from, statements, verify_chain
from tequio.records.importing import BrokenExport
from tequio.records.models import Erasure, Origin, Statement, StatementIndex
from tests.records.sayings import NOON, OTHER_STORE, STORE, keep
from tests.records.test_erasing import ANA, OPERATOR

pytestmark = pytest.mark.django_db


@pytest.fixture
def export(tmp_path: Path) -> Path:
    for number in range(4):
        keep(number)
    keep(9, store=OTHER_STORE)
    export_to(tmp_path)
    return tmp_path


def forget_everything() -> None:
    for model in (StatementIndex, Statement, Erasure, Origin):
        model.objects.all().delete()


def change(export: Path, line: int, **columns: object) -> None:
    path = export / "statements.jsonl"
    lines = path.read_text("utf-8").splitlines()
    lines[line - 1] = json.dumps(json.loads(lines[line - 1]) | columns)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def without_line(export: Path, line: int) -> None:
    path = export / "statements.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[: line - 1] + lines[line:]), "utf-8")


def test_an_export_read_into_nothing_gives_the_same_tables(export: Path):
    before = dump_derived()
    forget_everything()
    assert import_from(export).added == 5
    assert dump_derived() == before
    assert verify_chain().ok


def test_reading_an_export_twice_adds_nothing(export: Path):
    report = import_from(export)
    assert (report.added, report.known) == (0, 5)


def test_what_came_later_is_appended(export: Path, tmp_path: Path):
    keep(5)
    export_to(tmp_path / "later")
    forget_everything()
    import_from(export)
    assert import_from(tmp_path / "later").added == 1


def test_one_store_may_be_carried_alone(export: Path, tmp_path: Path):
    assert export_to(tmp_path / "one", store=OTHER_STORE).statements == 1
    forget_everything()
    import_from(tmp_path / "one")
    assert {kept.store for kept in statements()} == {OTHER_STORE}


def test_an_imported_lane_can_be_written_on(export: Path):
    forget_everything()
    import_from(export)
    assert keep(5).seq == 5
    assert verify_chain().ok


def test_erasures_are_carried(tmp_path: Path):
    keep(1, actor=ANA)
    keep(2)
    erase(actor="Ana", by=OPERATOR, now=NOON)
    export_to(tmp_path)
    assert "Ana" not in (tmp_path / "statements.jsonl").read_text("utf-8")
    forget_everything()
    import_from(tmp_path)
    assert verify_chain().erased == 1
    assert Erasure.objects.get().by == OPERATOR.person


@pytest.mark.parametrize(
    "columns",
    [
        {"body": "{}"},
        {"salt": "00" * 32},
        {"commitment": "00" * 32},
        {"chain": "00" * 32},
        {"uuid": str(STORE)},
        {"received_at": "2026-11-23T12:00:02.000001+00:00"},
        {"store": str(OTHER_STORE)},
        {"seq": 4},
        {"origin": "z6MkNobody"},
        {"body": None},
        {"body": None, "salt": None},
        {"seq": "2"},
    ],
)
def test_a_broken_line_is_refused_by_its_number_and_nothing_is_kept(export: Path, columns: dict[str, object]):
    forget_everything()
    change(export, 2, **columns)
    with pytest.raises(BrokenExport, match=r"statements\.jsonl, line 2: "):
        import_from(export)
    assert not Statement.objects.exists()


def test_a_missing_line_is_refused_where_it_is_missed(export: Path):
    forget_everything()
    without_line(export, 2)
    with pytest.raises(BrokenExport, match="line 2: statements 2 to 2 of"):
        import_from(export)


def test_a_missing_end_is_refused(export: Path):
    forget_everything()
    without_line(export, 4)
    with pytest.raises(BrokenExport, match="ends at 3 and should end at 4"):
        import_from(export)


def test_a_torn_line_is_refused(export: Path):
    forget_everything()
    path = export / "statements.jsonl"
    path.write_bytes(path.read_bytes()[:-10])
    with pytest.raises(BrokenExport, match="line 5: "):
        import_from(export)


def test_a_forked_lane_is_refused(export: Path):
    forget_everything()
    keep(1)
    Origin.objects.update(opened_at=json.loads((export / "lanes.json").read_text())["lanes"][0]["opened_at"])
    with pytest.raises(BrokenExport, match="the lane is forked"):
        import_from(export)


def test_a_lane_that_calls_itself_real_is_refused(export: Path):
    forget_everything()
    manifest = json.loads((export / "lanes.json").read_text("utf-8"))
    manifest["lanes"][0]["simulated"] = True
    (export / "lanes.json").write_text(json.dumps(manifest), "utf-8")
    with pytest.raises(BrokenExport, match="line 1: the link does not follow"):
        import_from(export)


def test_another_format_is_refused(export: Path):
    (export / "lanes.json").write_text('{"format": 2, "lanes": []}', "utf-8")
    with pytest.raises(BrokenExport, match="format 2 is not format 1"):
        import_from(export)
