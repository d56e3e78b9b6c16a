"""A name on a certificate and a name on a document: the same person's, or not, or not to be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.credentials.name_match import NameMatch, compare_names

FULL = "María Fernanda Hernández Ixtlilxóchitl"


@pytest.mark.parametrize(
    "written",
    [
        FULL,
        "MARIA FERNANDA HERNANDEZ IXTLILXOCHITL",
        "HERNÁNDEZ IXTLILXÓCHITL MARÍA FERNANDA",
        "Ixtlilxóchitl Hernández, María Fernanda",
        "Ma. Fernanda Hernández-Ixtlilxóchitl",
        "  María  Fernanda\tHernández de Ixtlilxóchitl ",
    ],
)
def test_accents_case_order_and_particles_do_not_matter(written):
    assert compare_names(FULL, written) is NameMatch.SAME


@pytest.mark.parametrize("written", ["Fernanda Hernández", "María Hernández Ixtlilxóchitl"])
def test_a_shorter_way_to_write_it_is_part_of_it(written):
    assert compare_names(FULL, written) is NameMatch.PART
    assert compare_names(written, FULL) is NameMatch.PART


@pytest.mark.parametrize("written", ["María Fernanda López Ixtlilxóchitl", "Hernández", "Fernando Hernández"])
def test_another_name_differs(written):
    assert compare_names(FULL, written) is NameMatch.DIFFERS


def test_other_letters_cannot_be_compared():
    assert compare_names("شيرين عبد الله", "Shirin Abdallah") is NameMatch.UNSURE
    assert compare_names("شيرين عبد الله", "شيرين عبد الله") is NameMatch.SAME
    assert compare_names(FULL, "…") is NameMatch.UNSURE


@pytest.mark.parametrize(
    ("one", "other"), [("Åsa Łukasiewicz", "ASA LUKASIEWICZ"), ("Siobhán O’Neill", "Siobhan ONeill")]
)
def test_letters_without_their_marks_are_the_same(one, other):
    assert compare_names(one, other) is NameMatch.SAME


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_compare_alike_from_both_sides(one, other):
    assert compare_names(one, other) is compare_names(other, one)
