"""Shared phones: several people on one device, each can be forgotten; the token is kept nowhere."""

from __future__ import annotations

import pytest

from tequio.people import api as people
from tequio.people.models import Device
from tests.cast import NOW

pytestmark = pytest.mark.django_db


def names(token):
    return [person.name for person in people.device_people(token)]


def test_a_device_may_hold_several_people(cast):
    token = people.enrol_device(person=cast.tomas.id, now=NOW)
    assert people.enrol_device(person=cast.rosa.id, now=NOW, token=token) == token
    assert names(token) == ["Rosa Méndez", "Tomás Xool"]


def test_enrolling_twice_changes_nothing(cast):
    token = people.enrol_device(person=cast.rosa.id, now=NOW)
    people.enrol_device(person=cast.rosa.id, now=NOW, token=token)
    assert names(token) == ["Rosa Méndez"]


def test_a_made_up_token_never_becomes_a_device(cast):
    token = people.enrol_device(person=cast.rosa.id, now=NOW, token="planted-by-somebody")
    assert token != "planted-by-somebody"
    assert names("planted-by-somebody") == []


def test_the_token_itself_is_not_kept(cast):
    token = people.enrol_device(person=cast.rosa.id, now=NOW)
    assert token not in str(Device.objects.values().get())


def test_a_forgotten_person_is_gone_and_the_others_stay(cast):
    token = people.enrol_device(person=cast.rosa.id, now=NOW)
    people.enrol_device(person=cast.tomas.id, now=NOW, token=token)
    people.forget_device(token=token, person=cast.rosa.id)
    assert names(token) == ["Tomás Xool"]
    people.forget_device(token=token, person=cast.tomas.id)
    assert not Device.objects.exists()
