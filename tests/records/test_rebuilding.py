"""Derived tables are what the ledger says, and nothing else."""

import json

import pytest

from tequio.records.api import dump_derived, install_projections, rebuild
from tequio.records.folds import _installed
from tequio.records.models import Statement, StatementIndex
from tequio.records.queries import Unreadable
from tequio.records.tables import UnclearTables
from tests.records.sayings import keep

pytestmark = pytest.mark.django_db
LABEL = "records.StatementIndex"


@pytest.fixture
def three():
    for number in range(3):
        keep(number)


@pytest.fixture
def projections():
    before = list(_installed)
    yield before
    install_projections(before)


class Pretender:
    """Claims a table that is not its own to clear."""

    name = "pretender"
    models = (Statement,)

    def fold(self, kept: object) -> None: ...


def test_a_rebuild_of_sound_tables_changes_nothing(three):
    before = dump_derived()
    report = rebuild()
    assert (report.ok, report.statements, report.tables[LABEL]) == (True, 3, 3)
    assert dump_derived() == before


def test_a_rebuild_mends_and_tells_what_differed(three):
    sound = dump_derived()
    StatementIndex.objects.filter(object__endswith="/1").update(verb="https://example.org/wrong")
    report = rebuild()
    assert [line[:26] for line in report.differences] == [f"{LABEL}: - ", f"{LABEL}: + "]
    assert dump_derived() == sound


def test_a_lost_row_and_an_invented_one_are_told(three):
    StatementIndex.objects.filter(object__endswith="/1").delete()
    assert len(rebuild(check=True).differences) == 1


def test_a_check_leaves_the_tables_as_they_were(three):
    StatementIndex.objects.update(verb="https://example.org/wrong")
    assert not rebuild(check=True).ok
    assert StatementIndex.objects.filter(verb="https://example.org/wrong").count() == 3


def test_a_dump_is_ordered_and_names_statements_by_their_place(three):
    lines = dump_derived()[LABEL].splitlines()
    assert lines == sorted(lines)
    origin = Statement.objects.first().origin.key
    assert [json.loads(line)["statement"] for line in lines] == [[origin, seq] for seq in (1, 2, 3)]


def test_a_projection_may_not_own_the_ledger(three, projections):
    install_projections([*projections, Pretender()])
    with pytest.raises(UnclearTables, match="“pretender” would clear it"):
        rebuild()


def test_an_unmarked_table_fails_the_rebuild(three, monkeypatch):
    monkeypatch.delattr(StatementIndex, "table_kind")
    with pytest.raises(UnclearTables, match=f"{LABEL} is not marked"):
        rebuild()
    with pytest.raises(UnclearTables):
        dump_derived()


def test_a_row_that_holds_no_statement_stops_the_rebuild_and_says_which(three):
    Statement.objects.filter(seq=2).update(body=b"{}")
    before = dump_derived()
    with pytest.raises(Unreadable, match="cannot be read at 2"):
        rebuild()
    assert dump_derived() == before
