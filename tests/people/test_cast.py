"""The cast stands as tests/cast.py says."""

from __future__ import annotations

import pytest

from tequio.people.values import Role
from tests.cast import PEOPLE, STAFF

pytestmark = pytest.mark.django_db


def test_everyone_belongs_to_their_organisation(cast):
    of_b = {name for name in PEOPLE if cast.person(name).organisation == cast.b.id}
    assert of_b == {"ines", "rodrigo"}


def test_everyone_is_a_learner_and_staff_hold_one_role_more(cast):
    for name, (_, role) in STAFF.items():
        assert {grant.role for grant in cast.actor(name).grants} == {Role.LEARNER, role}


def test_nobody_is_not_known(cast):
    assert not cast.actor("nobody").is_known
