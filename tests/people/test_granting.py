"""Grants: who gives them, where they hold, when they end."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tequio.kit.errors import NotAllowed, Refused
from tequio.people import api as people
from tequio.people.values import Action, Role
from tests.cast import EVERYBODY, NOW, SECRET

pytestmark = pytest.mark.django_db


def test_only_the_operator_of_an_organisation_grants_roles_in_it(cast):
    wish = {"person": cast.tomas.id, "role": Role.TEACHER, "organisation": cast.a.id, "now": NOW}
    for name in set(EVERYBODY) - {"marisol"}:
        with pytest.raises(NotAllowed):
            people.grant(**wish, by=cast.actor(name))
    people.grant(**wish, by=cast.actor("marisol"))
    assert cast.actor("tomas").has(Role.TEACHER)


def test_an_operator_cannot_make_themselves_one_elsewhere(cast):
    with pytest.raises(NotAllowed):
        people.grant(
            person=cast.rodrigo.id,
            role=Role.OPERATOR,
            organisation=cast.a.id,
            by=cast.actor("rodrigo"),
            now=NOW,
        )


def test_a_grant_ends_when_it_expires(cast):
    people.grant(
        person=cast.tomas.id,
        role=Role.TEACHER,
        organisation=cast.a.id,
        by=cast.actor("marisol"),
        now=NOW,
        expires_at=NOW + timedelta(days=1),
    )
    assert people.actor(cast.tomas.id, now=NOW).has(Role.TEACHER)
    assert not people.actor(cast.tomas.id, now=NOW + timedelta(days=1)).has(Role.TEACHER)
    assert not people.actor(cast.tomas.id).has(Role.TEACHER)  # without a clock it does not count


def test_granting_again_moves_the_expiry_and_adds_nothing(cast):
    for _ in range(2):
        people.grant(
            person=cast.tomas.id, role=Role.TEACHER, organisation=cast.a.id, by=cast.actor("marisol"), now=NOW
        )
    assert [grant.role for grant in cast.actor("tomas").grants] == [Role.LEARNER, Role.TEACHER]


def test_a_role_in_a_run_is_not_one_in_the_organisation(cast):
    run = UUID(int=7)
    people.grant(
        person=cast.tomas.id,
        role=Role.FACILITATOR,
        organisation=cast.a.id,
        run=run,
        by=cast.actor("marisol"),
        now=NOW,
    )
    tomas = cast.actor("tomas")
    assert people.allowed(tomas, Action.RUN_FOLLOW, organisation=cast.a.id, run=run)
    assert not people.allowed(tomas, Action.PERSON_FIND, organisation=cast.a.id)


def test_an_organisation_has_one_first_operator(cast):
    with pytest.raises(Refused):
        people.first_operator(organisation=cast.a.id, name="Otra", secret=SECRET, now=NOW)


def test_reading_an_actor_takes_one_query(cast, django_assert_num_queries):
    with django_assert_num_queries(1):
        people.actor(cast.leticia.id, now=NOW)
