"""Every named constraint of the people wall, and somebody who tries to break it."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from tequio.kit import ids
from tequio.people.models import (
    CardReissue,
    Consent,
    Device,
    DeviceEnrolment,
    Membership,
    Opening,
    Organisation,
    Person,
    ThemeChoice,
    Vouching,
    WrongTries,
)
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def row(person) -> Person:
    return Person.objects.get(uuid=person.id)


def another_person(rosa: Person, **changes) -> None:
    given = {
        "uuid": ids.new_uuid(),
        "organisation": rosa.organisation,
        "code": "AAAABBBB",
        "name": "Ana",
        "secret_kind": "pin",
        "joined_at": NOW,
    }
    Person.objects.create(**(given | changes))


def twice(create, **given) -> None:
    create(**given)
    create(**given)


def opening(**given) -> None:
    Opening.objects.create(made_at=NOW, expires_at=NOW, **({"token_hash": "t"} | given))


BREAKERS = {
    "one_opening_per_token": lambda rosa, lupita: twice(opening),
    "a_taken_opening_has_a_holder": lambda rosa, lupita: opening(taken_at=NOW),
    "one_organisation_per_key": lambda rosa, lupita: Organisation.objects.create(
        uuid=ids.new_uuid(), key=rosa.organisation.key, name="Otra", country="MX", created_at=NOW
    ),
    "one_person_per_code": lambda rosa, lupita: another_person(rosa, code=rosa.code),
    "a_person_has_a_code": lambda rosa, lupita: another_person(rosa, code=""),
    "a_person_has_a_name": lambda rosa, lupita: another_person(rosa, name=""),
    "a_secret_is_of_a_known_kind": lambda rosa, lupita: another_person(rosa, secret_kind="song"),
    "one_membership_per_role": lambda rosa, lupita: Membership.objects.create(
        person=rosa, organisation=rosa.organisation, role="learner", granted_at=NOW
    ),
    "one_membership_per_role_and_run": lambda rosa, lupita: twice(
        Membership.objects.create,
        person=rosa,
        organisation=rosa.organisation,
        role="teacher",
        run=rosa.uuid,
        granted_at=NOW,
    ),
    "a_membership_has_a_known_role": lambda rosa, lupita: Membership.objects.create(
        person=rosa, organisation=rosa.organisation, role="emperor", granted_at=NOW
    ),
    "one_consent_per_notice": lambda rosa, lupita: twice(
        Consent.objects.create, person=rosa, purpose="pilot", notice="1", given_at=NOW
    ),
    "one_device_per_token": lambda rosa, lupita: [
        Device.objects.create(uuid=ids.new_uuid(), token_hash="x", made_at=NOW) for _ in range(2)
    ],
    "one_enrolment_per_device_and_person": lambda rosa, lupita: twice(
        DeviceEnrolment.objects.create,
        device=Device.objects.create(uuid=ids.new_uuid(), token_hash="y", made_at=NOW),
        person=rosa,
        enrolled_at=NOW,
    ),
    "one_count_per_place": lambda rosa, lupita: twice(WrongTries.objects.create, place="x", last_at=NOW),
    "a_code_dies_once": lambda rosa, lupita: twice(
        CardReissue.objects.create, person=rosa, old_code="AAAABBBB", by=lupita, at=NOW, reason="lost"
    ),
    "a_reissue_has_a_reason": lambda rosa, lupita: CardReissue.objects.create(
        person=rosa, old_code="AAAABBBB", by=lupita, at=NOW, reason=""
    ),
    "one_vouching_per_person": lambda rosa, lupita: twice(
        Vouching.objects.create, person=rosa, by=lupita, at=NOW
    ),
    "a_theme_has_a_digest": lambda rosa, lupita: ThemeChoice.objects.create(
        digest="", by=lupita, chosen_at=NOW
    ),
    "nobody_vouches_for_themselves": lambda rosa, lupita: Vouching.objects.create(
        person=rosa, by=rosa, at=NOW
    ),
}


def test_every_constraint_has_somebody_who_tries():
    named = {c.name for model in apps.get_app_config("people").get_models() for c in model._meta.constraints}
    assert named == set(BREAKERS)


@pytest.mark.parametrize("name", BREAKERS)
def test_the_constraint_holds(cast, name):
    with pytest.raises(IntegrityError), transaction.atomic():
        BREAKERS[name](row(cast.rosa), row(cast.lupita))
