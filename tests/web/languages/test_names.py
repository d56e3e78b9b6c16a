"""Whom to greet and where to list them: two surnames, small words, single names, other scripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio.web.names import name_order, person_name, short_name

NAMES = [  # as written, greeted, surnames
    ("Rosa Hernández", "Rosa", ("Hernández",)),
    ("Rosa Hernández Ruiz", "Rosa", ("Hernández", "Ruiz")),
    ("Rosa María Hernández de la Cruz", "Rosa María", ("Hernández", "de la Cruz")),
    ("María del Carmen Ortiz", "María del Carmen", ("Ortiz",)),
    ("María José Pérez", "María José", ("Pérez",)),
    ("José de Jesús López Luna", "José de Jesús", ("López", "Luna")),
    ("Juan Pablo de los Santos y Ruiz", "Juan Pablo", ("de los Santos", "y Ruiz")),
    ("Luz Elena Itzel Peña Díaz", "Luz", ("Peña", "Díaz")),
    ("José Luis", "José", ("Luis",)),
    ("Citlali", "Citlali", ()),
    ("  Pedro   Ñúñez ", "Pedro", ("Ñúñez",)),
    ("山田太郎", "山田太郎", ()),
    ("محمد علي حسن", "محمد علي حسن", ()),
    ("", "", ()),
]


@pytest.mark.parametrize(("name", "greeted", "surnames"), NAMES)
def test_a_name_is_read_as_its_owner_would(name, greeted, surnames):
    assert short_name(name) == greeted
    assert person_name(name).surnames == surnames


def test_a_list_goes_by_first_then_second_surname_with_small_words_aside():
    names = ["Ana Zúñiga", "Eva de la Cruz", "Luz Cruz Ayala", "Itzel", "Rosa Nava", "Leo Ñáñez", "Teo Oca"]

    assert sorted(names, key=name_order) == [
        "Eva de la Cruz",
        "Luz Cruz Ayala",
        "Itzel",
        "Rosa Nava",
        "Leo Ñáñez",
        "Teo Oca",
        "Ana Zúñiga",
    ]


@given(st.text())
def test_no_name_is_too_strange_to_greet_and_list(name):
    parts = person_name(name)

    assert " ".join([parts.given, *parts.surnames]).split() == name.split()
    assert short_name(name) in " ".join(name.split())
    assert bool(short_name(name)) == bool(name.split())
    assert name_order(name) <= name_order(name)


@given(st.lists(st.text("abcñ ", min_size=3, max_size=12), min_size=2, max_size=6))
def test_no_greeting_is_an_initial(words):
    assert all(len(part) > 1 or part in name.split() for name in words for part in short_name(name).split())
