"""The house stays small in the small: STYLE, Shape."""

from tests.house import figures


def test_most_files_are_short_and_none_is_long():
    lengths = figures.figures()["files"]

    assert lengths["median"] < 80
    assert lengths["ninth_decile"] < 300
    assert lengths["longest"] <= 400, lengths["longest_name"]


def test_most_functions_are_short():
    lengths = figures.figures()["functions"]

    assert lengths["median"] < 9
    assert lengths["ninth_decile"] < 25


def test_every_function_is_typed():
    assert figures.figures()["untyped_functions"] == []


def test_doors_are_narrow_and_deep():
    doors = figures.figures()["doors"]

    assert {wall: d["names"] for wall, d in doors.items() if d["names"] > 25} == {}
    assert {wall: d["lines_behind_each"] for wall, d in doors.items() if d["lines_behind_each"] < 60} == {}
