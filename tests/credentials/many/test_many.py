"""Many certificates at once: one row each, whatever the others are."""

from __future__ import annotations

import csv
import io
import json
import time
import zipfile
from dataclasses import replace

import pytest

from tequio.credentials.many.intake import MOST_BYTES, MOST_FILES, Handed, cells, take_apart
from tequio.credentials.many.rows import COLUMNS, Row, check_many, to_csv, worst
from tequio.site import cli
from tequio_standards.badges import CachedStatusList, check_credential
from tequio_standards.badges.trust_file import trust_to_bytes
from tests.standards.badges.world import NOW, to_bytes, world

WORLD = world()
GOOD = to_bytes(WORLD.document)
CHANGED = to_bytes({**WORLD.document, "validFrom": "2020-01-01T00:00:00Z"})
DEEP = b"[" * 100_000
POISON = {
    "empty": b"",
    "not JSON": b"hello",
    "deep": DEEP,
    "large": b"x" * 5_000_001,
    "a broken PDF": b"%PDF-1.7\n%broken",
    "a broken picture": b"\x89PNG\r\n\x1a\n\x00\x00\xff\xff",
    "SVG with entities": b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
    "zeros": bytes(10_000),
}


def check(data):
    return check_credential(data, trust=WORLD.trust, at=NOW)


def rows(*files, **more):
    return list(check_many(files, check, **more))


def archive(members):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
    return written.getvalue()


def test_a_row_says_the_verdict_why_and_what_was_signed():
    good, bad = rows(Handed("a.json", GOOD), Handed("b.json", CHANGED))

    assert (good.file, good.verdict, good.exit_code) == ("a.json", "genuine_demo", 0)
    assert good.learner == WORLD.document["credentialSubject"]["name"]
    assert (bad.verdict, bad.reason, bad.exit_code) == ("tampered", "proof_invalid", 1)
    assert not bad.learner, "nothing that was not signed is told"


def test_poison_does_not_stop_the_rest():
    files = [Handed(name, data) for name, data in POISON.items()]

    told = rows(Handed("first", GOOD), *files, Handed("last", GOOD))

    assert [row.file for row in told] == ["first", *POISON, "last"]
    assert {row.verdict for row in told[1:-1]} == {"unreadable"}
    assert told[0].exit_code == told[-1].exit_code == 0


def test_what_breaks_the_check_itself_is_one_row():
    def breaks(data):
        raise RecursionError if data == b"x" else KeyError

    told = list(check_many([Handed("x", b"x"), Handed("y", b"y")], breaks))

    assert [(row.verdict, row.reason) for row in told] == [("unreadable", "malformed")] * 2


def test_an_archive_stands_for_its_members():
    data = archive({"one.json": GOOD, "folder/two.json": CHANGED, "__MACOSX/._one": b"x", ".DS_Store": b"x"})

    assert [(row.file, row.exit_code) for row in rows(Handed("all.zip", data))] == [
        ("all.zip/one.json", 0),
        ("all.zip/folder/two.json", 1),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 broken",
        archive({"bomb": bytes(30_000_000)}),
        archive({"../climbs": GOOD}),
        archive({str(num): b"" for num in range(MOST_FILES + 5)}),
    ],
    ids=["broken", "bomb", "climbs", "too many"],
)
def test_a_hostile_archive_is_one_more_row_and_the_rest_is_checked(data):
    told = rows(Handed("bad.zip", data), Handed("good.json", GOOD))

    assert any(row.verdict == "unreadable" for row in told)
    assert len(told) <= MOST_FILES + 1


def test_no_more_files_and_bytes_than_said_are_looked_at():
    many = list(take_apart(Handed(str(num)) for num in range(MOST_FILES + 50)))
    heavy = list(take_apart([Handed("a", bytes(MOST_BYTES)), Handed("b", b"x"), Handed("c", b"x")]))

    assert (len(many), many[-1].refused) == (MOST_FILES + 1, "too_many")
    assert [each.refused for each in heavy] == ["", "too_large", "too_large"]


def test_when_the_time_is_over_the_rest_is_said_to_be_left_out():
    def slow(data):
        time.sleep(0.05)
        return check(data)

    told = list(check_many([Handed(str(num), GOOD) for num in range(9)], slow, seconds=0.1))

    assert len(told) == 9
    assert told[0].verdict == "genuine_demo"
    assert told[-1].reason == "left_out"


@pytest.mark.parametrize("codes", [(0, 0), (0, 3), (0, 3, 2), (0, 3, 2, 1)])
def test_the_worst_decides(codes):
    assert worst(Row("", "genuine", code, "") for code in codes) == codes[-1]
    assert worst([]) == 2


def test_a_spreadsheet_takes_no_name_for_a_formula():
    written = to_csv([("=HYPERLINK(1)", "a,b", '"', "@x")], ("a", "b", "c", "d"))

    assert next(csv.reader(io.StringIO(written.split("\r\n")[1]))) == ["'=HYPERLINK(1)", "a,b", '"', "'@x"]


def test_a_list_is_read_by_its_first_column():
    assert cells("\ufeffcode;name\nABCD;Ana\n\n  EF  ;Eva\n".encode()) == ("code", "ABCD", "EF")
    assert cells(b"https://a.example.net/x\nhttps://b.example.net/y") == (
        "https://a.example.net/x",
        "https://b.example.net/y",
    )


@pytest.fixture
def folder(tmp_path):
    fresh = {url: CachedStatusList(kept.data, NOW) for url, kept in WORLD.trust.status_lists.items()}
    (tmp_path / "trust").write_bytes(trust_to_bytes(replace(WORLD.trust, status_lists=fresh)))
    inside = tmp_path / "handed"
    (inside / "deeper").mkdir(parents=True)
    (inside / "good.json").write_bytes(GOOD)
    (inside / "deeper" / "changed.json").write_bytes(CHANGED)
    (inside / "good.png").write_bytes(b"not a picture")
    return tmp_path


def run(folder, capsys, *words):
    code = cli.main(["verify", *words, "--trust", str(folder / "trust"), "--at", NOW.isoformat()])
    return code, capsys.readouterr()


def test_the_command_tells_of_a_folder_in_one_table_and_one_exit_code(folder, capsys):
    code, told = run(folder, capsys, str(folder / "handed"), "--format", "csv")

    table = list(csv.DictReader(io.StringIO(told.out)))
    assert tuple(table[0]) == COLUMNS
    assert {row["file"].rpartition("/")[2]: row["verdict"] for row in table} == {
        "changed.json": "tampered",
        "good.json": "genuine_demo",
        "good.png": "unreadable",
    }
    assert code == 1


def test_the_command_takes_archives_and_several_names_as_json(folder, capsys):
    (folder / "all.zip").write_bytes(archive({"a.json": GOOD, "b.json": GOOD}))

    code, told = run(folder, capsys, str(folder / "all.zip"), str(folder / "nowhere"), "--format", "json")

    answer = json.loads(told.out)
    assert [row["exit_code"] for row in answer["files"]] == [0, 0, 2]
    assert (code, answer["exit_code"]) == (2, 2)


def test_the_command_opens_no_link_unless_told_to(folder, capsys):
    code, told = run(folder, capsys, "https://hub.example.net/credentials/x")

    assert code == 2
    assert "--fetch" in told.err


def test_the_command_opens_no_link_into_a_private_network(folder, capsys):
    code, told = run(folder, capsys, "https://169.254.169.254/latest", "--fetch")

    assert code == 2
    assert "public name" in told.err
