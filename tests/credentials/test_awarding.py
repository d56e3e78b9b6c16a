"""Awarding: once, from evidence, with its statement, its bit and its event."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tequio.credentials import api
from tequio.credentials.models import Award, Credential, StatusEntry
from tequio.credentials.values import CredentialState, Level
from tequio.kit import ids
from tequio.kit.models import OutboxEvent
from tequio.records import api as records
from tequio_standards.badges import Outcome
from tequio_standards.xapi import verbs
from tests.credentials.samples import NOON, PRACTISED

pytestmark = pytest.mark.django_db


def test_a_passed_attempt_earns_a_credential_that_verifies(passed):
    credential = api.award(attempt=passed(), now=NOON)

    report = api.verify(api.document(credential), now=NOON)
    assert report.outcome is Outcome.OK, [(c.name, c.state, c.message) for c in report.checks]
    assert report.demonstration


def test_the_document_says_who_what_and_how_sure(passed, cast):
    document = json.loads(api.document(api.award(attempt=passed(), now=NOON)))

    subject = document["credentialSubject"]
    assert subject["name"] == "María Fernanda Hernández Ixtlilxóchitl"
    assert subject["id"].startswith("urn:uuid:") and str(cast.rosa.id) not in json.dumps(document)
    assert document["issuer"]["id"] == "did:web:nodo-anahuac.example"
    assert document["assurance"]["level"] == "L1"
    assert document["demonstration"] is True
    assert subject["achievement"]["notionalHours"] == "PT1H"
    assert {result["value"] for result in subject["result"]} == {"11", "4", "3"}


def test_awarding_twice_gives_one_credential(passed):
    attempt = passed()

    assert api.award(attempt=attempt, now=NOON) == api.award(attempt=attempt, now=NOON + timedelta(days=1))
    assert Credential.objects.count() == 1


def test_a_second_attempt_of_one_enrolment_earns_nothing_new(passed):
    registration = ids.new_uuid()

    first = api.award(attempt=passed(registration=registration), now=NOON)
    assert api.award(attempt=passed(registration=registration), now=NOON) == first
    assert Award.objects.count() == 1


def test_the_subject_of_two_awards_does_not_link(passed):
    for _ in range(2):
        api.award(attempt=passed(), now=NOON)

    assert len(set(Award.objects.values_list("subject", flat=True))) == 2


def test_without_reviewed_items_the_level_is_participation(passed):
    weak = replace(PRACTISED, items_reviewed=False)

    view = api.credential(api.award(attempt=passed(evidence=weak), now=NOON))
    assert view.level is Level.L0
    assert view.state is CredentialState.VALID


def test_the_ledger_and_the_outbox_hear_of_it(passed, cast):
    credential = api.award(attempt=passed(), now=NOON)

    (kept,) = records.statements(verb=verbs.ISSUED)
    assert kept.statement.object.id == f"https://hub.example.org/credentials/{credential}"
    assert "María" not in json.dumps(kept.statement.to_json())
    assert OutboxEvent.objects.filter(name="CredentialIssued").count() == 1


def test_each_credential_has_a_bit_of_its_own(passed):
    for _ in range(3):
        api.award(attempt=passed(), now=NOON)

    indices = list(StatusEntry.objects.values_list("index", flat=True))
    assert len(set(indices)) == 3
    assert indices != sorted(indices) or indices[0] > 2  # drawn, not counted


def test_the_code_is_long_and_found_however_it_is_typed(passed):
    view = api.credential(api.award(attempt=passed(), now=NOON))

    assert len(view.code) * 5 >= 50
    assert api.credential(f" {view.code[:4].lower()}-{view.code[4:]} ").id == view.id


def test_the_view_follows_the_signed_document(passed):
    view = api.credential(api.award(attempt=passed(), now=NOON))

    assert view.vector.compact() == "I0 S0 A1 M0 Q1 E1 T1"
    assert view.score == "11/12"
    assert [row.value for row in view.dimensions] == [0, 0, 1, 0, 1, 1, 1]


def test_no_door_takes_a_level(passed):
    import inspect

    takers = [
        name
        for name in api.__all__
        if inspect.isfunction(getattr(api, name))
        and {"level", "vector", "assurance"} & set(inspect.signature(getattr(api, name)).parameters)
    ]
    assert takers == []


def test_changing_the_kept_evidence_does_not_change_what_was_signed(passed):
    credential = api.award(attempt=passed(), now=NOON)
    Award.objects.update(evidence=replace(PRACTISED, identity_level=3).to_json())

    assert api.credential(credential).vector.compact().startswith("I0")


def test_credentials_of_a_person_are_hers_only(passed, cast):
    credential = api.award(attempt=passed(), now=NOON)

    assert [view.id for view in api.credentials_of(cast.rosa.id)] == [credential]
    assert api.credentials_of(cast.tomas.id) == ()
