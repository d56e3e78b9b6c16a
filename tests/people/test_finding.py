"""Finding people: five hundred share a name, and organisations do not see each other."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tequio.kit import ids
from tequio.kit.errors import NotAllowed
from tequio.people import api as people
from tequio.people import codes
from tequio.people.lookup import info
from tequio.people.models import Person
from tests.cast import EVERYBODY, NOW, learner

pytestmark = pytest.mark.django_db


@pytest.fixture
def namesakes(cast):
    """Five hundred people called María Hernández, one a minute."""
    first = Person.objects.get(uuid=learner(cast.a, "María Hernández").id)
    rest = [namesake_of(first, NOW + timedelta(minutes=n)) for n in range(1, 500)]
    Person.objects.bulk_create(rest)  # joining one by one would take seconds
    return [info(row) for row in [first, *rest]]


def namesake_of(row, joined_at):
    return Person(
        uuid=ids.new_uuid(),
        organisation=row.organisation,
        code=codes.new_code(),
        name=row.name,
        name_folded=row.name_folded,
        secret_kind=row.secret_kind,
        joined_at=joined_at,
    )


def find(cast, text, by="lupita", **more):
    return people.find_people(by=cast.actor(by), text=text, **more)


@pytest.mark.slow
def test_five_hundred_namesakes_can_be_told_apart(cast, namesakes):
    found = [person for skip in range(0, 500, 50) for person in find(cast, "maria hernandez", skip=skip)]
    assert people.count_people(by=cast.actor("lupita"), text="maria hernandez") == 500
    assert len({(person.code_tail, person.joined_at) for person in found}) == 500


@pytest.mark.slow
def test_a_piece_of_the_code_finds_the_one(cast, namesakes):
    wanted = namesakes[321]
    found = find(cast, f"hernández {wanted.code_tail.lower()}")
    assert wanted.id in [person.id for person in found]
    assert len(found) < 5


@pytest.mark.parametrize("text", ["rosa", "MENDEZ", "méndez rosa", "  Rosa   Mé "])
def test_case_accents_and_order_do_not_matter(cast, text):
    assert [person.id for person in find(cast, text)] == [cast.rosa.id]


def test_a_whole_code_finds_its_person(cast):
    assert [person.id for person in find(cast, cast.tomas.code)] == [cast.tomas.id]


@pytest.mark.parametrize("text", ["", "   ", "%", "_", "'; drop table", "\x00"])
def test_nothing_and_wildcards_find_nobody(cast, text):
    assert find(cast, text) == ()


def test_nobody_finds_people_of_another_organisation(cast):
    assert find(cast, "ines robledo") == ()
    assert find(cast, "rosa mendez", by="rodrigo") == ()
    assert find(cast, cast.ines.code) == ()


def test_others_find_nobody(cast):
    for name in set(EVERYBODY) - {"lupita", "marisol", "rodrigo"}:
        with pytest.raises(NotAllowed):
            find(cast, "rosa", by=name)


def test_a_page_of_people_takes_two_queries(cast, django_assert_num_queries):
    lupita = cast.actor("lupita")
    with django_assert_num_queries(2):
        people.find_people(by=lupita, text="a")
