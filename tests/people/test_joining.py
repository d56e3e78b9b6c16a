"""Joining: what is asked, what is refused and with which words, what it leaves behind."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tequio.kit.models import OutboxEvent
from tequio.people import api as people
from tequio.people.models import Consent, Person
from tequio.people.values import Role
from tests.cast import NOW, PIN, SECRET, learner, organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def hub():
    return organisation("nodo-anahuac", "Nodo Anáhuac")


def join(hub, **changes):
    given = {"name": "Rosa Méndez", "language": "es", "secret": PIN, "now": NOW} | changes
    return people.join(organisation=hub.id, **given)


def refused(hub, **changes) -> set[str]:
    with pytest.raises(people.FieldsRefused) as refusal:
        join(hub, **changes)
    return set(refusal.value.fields)


def test_whoever_joins_has_a_code_and_is_a_learner(hub):
    rosa = join(hub)
    assert len(rosa.code) == 9
    assert [grant.role for grant in people.actor(rosa.id).grants] == [Role.LEARNER]


def test_the_name_stays_as_it_was_written(hub):
    assert join(hub, name="  María  José Ñu ").name == "María José Ñu"


def test_joining_leaves_a_consent_and_an_event_without_a_name(hub):
    rosa = join(hub)
    assert Consent.objects.filter(person__uuid=rosa.id, purpose="study").count() == 1
    event = OutboxEvent.objects.get(name="PersonJoined")
    assert str(rosa.id) in event.body
    assert "Rosa" not in event.body


def test_no_secret_is_kept_as_typed(hub):
    join(hub, secret=SECRET)
    row = Person.objects.values().get()
    assert SECRET not in str(row)


@pytest.mark.parametrize("name", ["", "   ", "x" * 201, "Rosa\x00", "Rosa\x1b[2J", "\ud800"])
def test_a_name_that_cannot_be_printed_is_refused(hub, name):
    assert refused(hub, name=name) == {"name"}


@pytest.mark.parametrize(
    "secret", ["", "123", "123456789", "corta", "1234", "0000", "87654321", "password123", "x" * 129, "١٢٣٤"]
)
def test_weak_or_shapeless_secrets_are_refused(hub, secret):
    assert refused(hub, secret=secret) == {"secret"}


@pytest.mark.parametrize("email", ["rosa", "rosa@", "a@b\nBcc: c@d.mx", "<script>@x.mx"])
def test_a_wrong_e_mail_is_refused_but_none_is_fine(hub, email):
    assert refused(hub, email=email) == {"email"}
    assert join(hub, email="").email == ""


def test_everything_wrong_is_said_at_once(hub):
    assert refused(hub, name="", secret="12", email="x") == {"name", "secret", "email"}


def test_many_joins_from_one_address_must_wait_and_others_need_not(hub):
    for number in range(60):
        join(hub, name=f"Ana {number}", address="203.0.113.9")
    with pytest.raises(people.MustWait):
        join(hub, address="203.0.113.9")
    join(hub, address="203.0.113.10")
    join(hub, address="203.0.113.9", now=NOW + timedelta(minutes=11))


def test_an_organisation_key_is_taken_once(hub):
    with pytest.raises(people.FieldsRefused):
        organisation("nodo-anahuac", "Otro")


def test_namesakes_get_different_codes(hub):
    assert len({learner(hub, "María Hernández").code for _ in range(20)}) == 20
