"""Which files are read, and what is said of those that are not: always with the line."""

from __future__ import annotations

import subprocess
import sys

import pytest
from django.utils import translation

from tequio.credentials.batches import api as batches
from tequio.credentials.batches.reading import read_sheet, rows_of
from tests.credentials.batches.conftest import ABOUT
from tests.credentials.samples import NOON

TODAY = NOON.date()
HEAD = "name,finished,score,of,language\n"


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def read(tmp_path):
    def one(data):
        path = tmp_path / "x.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return read_sheet(path, languages=("es", "en"), today=TODAY)

    return one


@pytest.mark.parametrize(
    "data",
    [
        "name,finished\nAna,2026-01-02\n",
        "\ufeffname,finished\nAna,2026-01-02\n",
        "name;finished\r\nAna;2026-01-02\r\n",
        "name\tfinished\nAna\t2026-01-02",
        'finished,"Name"\n2026-01-02,"Ana"\n\n',
    ],
)
def test_every_usual_way_to_write_csv_is_read(read, data):
    sheet = read(data)
    assert sheet.problems == ()
    assert sheet.first == (("Ana", "2026-01-02T12:00:00Z", "", "", "es"),)


def test_quotes_composed_letters_and_decimal_commas(read):
    sheet = read('name;finished;score;of\n"Ana ""la"" Nguye\u0302\u0303n;x";2026-01-02;17,50;20,0\n')
    assert sheet.first[0][:4] == ('Ana "la" Nguy\u1ec5n;x', "2026-01-02T12:00:00Z", "17.5", "20")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (",2026-01-02,,,", "name is missing"),
        ("A\u202eB,2026-01-02,,,", "cannot be seen"),
        ("A\x07B,2026-01-02,,,", "cannot be seen"),
        ('"A\nB",2026-01-02,,,', "cannot be seen"),
        ("A\u2028B,2026-01-02,,,", "cannot be seen"),
        ("123,2026-01-02,,,", "no letter"),
        ("A" * 301 + ",2026-01-02,,,", "longer"),
        ("Ana,02/01/2026,,,", "not a day"),
        ("Ana,2026-02-30,,,", "not a day"),
        ("Ana,2027-01-01,,,", "not come yet"),
        ("Ana,1900-01-01,,,", "too long ago"),
        ("Ana,2026-01-02,5,,", "both columns"),
        ("Ana,2026-01-02,5,4,", "out of"),
        ("Ana,2026-01-02,-5,4,", "not a number"),
        ("Ana,2026-01-02,٥,10,", "not a number"),
        ("Ana,2026-01-02,0,0,", "out of"),
        ("Ana,2026-01-02,,,xx", "none of"),
        ("Ana,2026-01-02", "2 cells"),
        ('Ana,2026-01-02,,,"es', "quotation marks"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_line(read, line, says):
    sheet = read(HEAD + "Eva,2026-01-02,,,\n" + line + "\n")
    (problem,) = sheet.problems
    assert problem.line in (3, 4)
    assert says in problem.sentence


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        ("", 1, "missing"),
        ("name\nAna\n", 1, "finished"),
        ("name,finished,level\nAna,2026-01-02,L4\n", 1, "not known"),
        ("name,name,finished\n", 1, "twice"),
        (HEAD, 2, "no rows"),
        (HEAD.encode() + "Peña,2026-01-02,,,".encode("latin-1"), 2, "UTF-8"),
        (HEAD.encode("utf-16"), 1, "UTF-8"),
    ],
)
def test_a_file_that_is_none_is_refused(read, data, line, says):
    (problem,) = read(data).problems
    assert (problem.line, says in problem.sentence) == (line, True), problem


def test_nobody_can_write_a_level_into_the_file(read):
    assert "not known" in read("name,finished,assurance\nAna,2026-01-02,L4\n").problems[0].sentence


def test_only_the_first_problems_are_listed(read):
    sheet = read(HEAD + ",,,,x\n" * 80)
    assert len(sheet.problems) == 50
    assert sheet.more_problems


def test_more_than_a_million_rows_are_too_many(read, monkeypatch):
    monkeypatch.setattr("tequio.credentials.batches.reading.MOST_ROWS", 3)
    assert [one.line for one in read("name,finished\n" + "Ana,2026-01-02\n" * 4).problems] == [5]


def test_rows_are_read_one_by_one(tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("name,finished\n" + "Ana,2026-01-02\n" * 3)
    rows = rows_of(path, languages=("es",), today=TODAY)
    assert next(rows).name == "Ana"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"title": ""}, "title"),
        ({"title": {"es": "Uno", "fr": "Un"}}, "title"),
        ({"summary": None}, "sentence or two"),
        ({"outcomes": []}, "outcomes"),
        ({"outcomes": "\n\n"}, "outcomes"),
        ({"hours": "many"}, "hours"),
        ({"hours": 0}, "hours"),
        ({"languages": ["xx"]}, "languages"),
        ({"languages": []}, "languages"),
        ({"platform": " "}, "platform"),
        ({"title": "a ⟦id⟧"}, "⟦"),
    ],
)
def test_a_description_says_what_is_missing(change, says):
    with pytest.raises(batches.AboutRefused, match=says):
        batches.make_about(ABOUT | change)


def test_hours_become_a_duration():
    assert [batches.make_about(ABOUT | {"hours": one}).hours for one in ("20", "1,5", 0.25)] == [
        "PT20H",
        "PT1H30M",
        "PT15M",
    ]


def test_an_about_file_takes_no_line_it_does_not_know():
    with pytest.raises(batches.AboutRefused, match="level"):
        batches.about_from_yaml(b"title: x\nlevel: L4\n")


_DOUBLED = "\n".join(
    f" - &{one} [{', '.join([f'*{before}' if before else 'x'] * 10)}]"
    for before, one in zip(["", *"abcdefgh"], "abcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "lines",
    [
        f"hours:\n{_DOUBLED}",
        "hours: 2\nlanguages: [[es]]",
        "hours: 2\noutcomes: 5",
        "hours: 2026-13-45",
        "hours: " + "[" * 5000,
    ],
)
def test_an_about_file_made_to_choke_is_refused_at_once(lines):
    whole = f"title: T\nsummary: S\nplatform: P\n{lines}\n"
    whole += "" if "outcomes" in lines else "outcomes: [a]\n"
    whole += "" if "languages" in lines else "languages: [es]\n"
    with pytest.raises(batches.AboutRefused):
        batches.about_from_yaml(whole.encode())


def test_a_worker_starts_without_django():
    code = "import sys, tequio.credentials.batches.worker; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
