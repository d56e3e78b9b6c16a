"""The words `rebuild` and `records`, as typed."""

import argparse
import json
from pathlib import Path

import pytest

from tequio.records.models import Statement, StatementIndex
from tequio.site.cli import start
from tests.records.sayings import keep

pytestmark = pytest.mark.django_db


@pytest.fixture
def typed(monkeypatch):
    """Run a line as the command line would, in this process."""
    from tequio.site.cli import rebuild, records

    monkeypatch.setattr(start, "start", lambda data: None)  # the tests have started Django already
    parser = argparse.ArgumentParser()
    subparsers = parser.add_subparsers()
    rebuild.add(subparsers)
    records.add(subparsers)

    def run(line: str) -> int:
        args = parser.parse_args(line.split())
        return args.run(args)

    return run


@pytest.fixture(autouse=True)
def three():
    for number in range(3):
        keep(number)


def test_a_whole_chain_exits_0(typed, capsys):
    assert typed("records verify-chain") == 0
    assert "3 statements" in capsys.readouterr().out


def test_a_broken_chain_exits_1_and_says_where(typed, capsys):
    Statement.objects.filter(seq=2).update(body=b"{}")
    assert typed("records verify-chain --format json") == 1
    assert [found["seq"] for found in json.loads(capsys.readouterr().out)["broken"]] == [2]


def test_a_rebuild_tells_its_tables(typed, capsys):
    assert typed("rebuild --format json") == 0
    assert json.loads(capsys.readouterr().out)["tables"]["records.StatementIndex"] == 3


def test_a_check_exits_1_when_a_table_says_something_else(typed, capsys):
    StatementIndex.objects.filter(object__endswith="/1").delete()
    assert typed("rebuild --check") == 1
    assert typed("rebuild") == 0
    assert typed("rebuild --check") == 0
    assert "Every derived table is what the ledger says." in capsys.readouterr().out


def test_a_ledger_is_exported_and_read_back(typed, capsys, tmp_path: Path):
    assert typed(f"records export {tmp_path}") == 0
    assert typed(f"records import {tmp_path}") == 0
    assert "0 statements added; 3 were here already." in capsys.readouterr().out
