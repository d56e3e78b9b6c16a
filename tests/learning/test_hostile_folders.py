"""Folders that try something: links, bombs, depth, sizes, and any bytes at all. Checking never fails, it tells."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tequio.learning.content.api import check_folder
from tests.learning import clean_course

COURSE = "course.yaml"


def codes(folder):
    return {(problem.file, problem.code) for problem in check_folder(folder)}


@pytest.mark.parametrize("place", ["course.yaml", "modules/clean-hands/grain.png", "modules/cold-chain"])
def test_a_symbolic_link_is_refused_before_anything_is_read(folder, tmp_path, place):
    kept = (folder / place).rename(tmp_path / "kept")
    (folder / place).symlink_to(kept)
    assert codes(folder) == {(place, "link-out")}


def test_a_link_to_an_endless_file_is_not_read(folder):
    (folder / "modules/clean-hands/b.md").symlink_to("/dev/zero")
    assert codes(folder) == {("modules/clean-hands/b.md", "link-out")}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x]\nb: *a\n", "yaml-alias"),
        ("a: " + "[" * 5000, "yaml-deep"),
        ("a: " + "[" * 20 + "]" * 20, "yaml-deep"),
        ("key: \x01", "yaml"),
        ("- " * 30 + "x", "yaml-deep"),
        ("!!python/object/apply:os.system [x]", "not-mapping"),
        ("x" * 1_000_001, "too-large"),
        ("? [a, b]\n: c\n", "unknown-key"),
    ],
)
def test_a_hostile_course_file_is_told_of(folder, text, code):
    (folder / COURSE).write_text(text, "utf-8")
    begun = time.monotonic()
    assert (COURSE, code) in codes(folder)
    assert time.monotonic() - begun < 5


def test_a_folder_named_like_a_file_is_no_file(folder):
    (folder / "items/final/wash-hands.yaml").unlink()
    (folder / "items/final/wash-hands.yaml").mkdir()
    assert ("items/final/wash-hands.yaml", "unreadable") in codes(folder)


def test_a_key_that_climbs_out_of_the_folder_is_only_a_bad_key(folder):
    course = folder / COURSE
    course.write_text(course.read_text("utf-8").replace("[clean-hands, ", "[../../etc, "), "utf-8")
    module = folder / "modules/cold-chain/module.yaml"
    module.write_text(module.read_text("utf-8").replace("key: why", "key: ../../secret"), "utf-8")
    assert (COURSE, "slug") in codes(folder)
    assert ("modules/cold-chain/module.yaml", "slug") in codes(folder)


FILES = (
    COURSE,
    "modules/clean-hands/module.yaml",
    "modules/clean-hands/why.es.md",
    "items/final/wash-hands.yaml",
)


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory):
    return clean_course.write(tmp_path_factory.mktemp("spoilt") / "course")


@pytest.mark.slow
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), at=st.floats(0, 1), cut=st.integers(0, 40), put=st.binary(max_size=12))
def test_no_bytes_whatever_make_the_check_fail(spoilt, file, at, cut, put):
    path = spoilt / file
    clean = path.read_bytes()
    start = int(at * len(clean))
    path.write_bytes(clean[:start] + put + clean[start + cut :])
    try:
        for problem in check_folder(spoilt):
            assert problem.line >= 1
            assert "%(" not in problem.message
    finally:
        path.write_bytes(clean)
