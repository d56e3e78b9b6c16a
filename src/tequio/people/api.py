"""The door of the people wall: organisations, persons, cards, devices, grants, and the one policy."""

from tequio.people.cards import card, print_card, reissue_card, reissues, vouch
from tequio.people.devices import device_people, enrol_device, forget_device
from tequio.people.errors import FieldsRefused, MustWait
from tequio.people.finding import count_people, find_people
from tequio.people.granting import actor, allowed, first_operator, grant, require
from tequio.people.joining import create_organisation, join
from tequio.people.lookup import organisation, organisation_by_key, organisations, person
from tequio.people.signing_in import choose_secret, sign_in_person

__all__ = [
    "FieldsRefused",
    "MustWait",
    "actor",
    "allowed",
    "card",
    "choose_secret",
    "count_people",
    "create_organisation",
    "device_people",
    "enrol_device",
    "find_people",
    "first_operator",
    "forget_device",
    "grant",
    "join",
    "organisation",
    "organisation_by_key",
    "organisations",
    "person",
    "print_card",
    "reissue_card",
    "reissues",
    "require",
    "sign_in_person",
    "vouch",
]
