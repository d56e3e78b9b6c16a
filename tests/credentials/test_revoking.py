"""A revoked credential says so everywhere, stays readable, and cannot come back."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tequio.credentials import api
from tequio.credentials.models import Revocation
from tequio.credentials.values import CredentialState
from tequio.kit.errors import NotAllowed
from tequio.records import api as records
from tequio_standards.badges import Outcome
from tequio_standards.xapi import verbs
from tests.cast import EVERYBODY
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def revoked(passed, cast):
    credential = api.award(attempt=passed(), now=NOON)
    api.revoke(credential=credential, reason="The name was wrong.", by=cast.actor("ernesto"), now=LATER)
    return credential


def test_a_revoked_credential_stays_verifiable_as_revoked(revoked):
    report = api.verify(api.document(revoked), now=LATER)

    assert report.outcome is Outcome.FAILED
    assert report.check("status").code == "revoked"
    assert report.check("proof").code == "proof_ok"


def test_its_page_says_when_and_why(revoked):
    view = api.credential(revoked)

    assert view.state is CredentialState.REVOKED
    assert (view.revocation.at, view.revocation.reason) == (LATER, "The name was wrong.")


def test_the_verdict_is_revoked_and_not_merely_invalid(revoked):
    verdict = api.explain(api.verify(api.document(revoked), now=LATER), now=LATER)

    assert verdict.code == "revoked"
    assert verdict.facts is not None


def test_the_published_list_and_the_trust_file_change_at_once(revoked):
    assert (
        api.status_list("nodo-anahuac", 1).decode()
        in json.loads(api.trust_file())["status_lists"]["https://hub.example.org/status/nodo-anahuac/1"][
            "document"
        ]
    )


def test_another_credential_of_the_same_list_stays_good(revoked, passed):
    other = api.award(attempt=passed(), now=LATER)

    assert api.verify(api.document(other), now=LATER).outcome is Outcome.OK


@pytest.mark.parametrize("who", [name for name in EVERYBODY if name != "ernesto"])
def test_only_an_officer_revokes(passed, cast, who):
    credential = api.award(attempt=passed(), now=NOON)

    with pytest.raises(NotAllowed):
        api.revoke(credential=credential, reason="No.", by=cast.actor(who), now=LATER)
    assert not Revocation.objects.exists()


def test_a_reason_is_needed(passed, cast):
    credential = api.award(attempt=passed(), now=NOON)

    with pytest.raises(api.RevocationRefused):
        api.revoke(credential=credential, reason="  ", by=cast.actor("ernesto"), now=LATER)


def test_nobody_revokes_twice(revoked, cast):
    with pytest.raises(api.RevocationRefused):
        api.revoke(credential=revoked, reason="Again.", by=cast.actor("ernesto"), now=LATER)


def test_the_ledger_hears_of_it(revoked):
    assert len(list(records.statements(verb=verbs.REVOKED))) == 1


def test_the_trust_file_on_disk_follows(passed, cast, settings, django_capture_on_commit_callbacks):
    credential = api.award(attempt=passed(), now=NOON)
    with django_capture_on_commit_callbacks(execute=True):
        api.revoke(credential=credential, reason="Wrong.", by=cast.actor("ernesto"), now=LATER)

    kept = json.loads(Path(settings.DATA / "trust.json").read_bytes())
    assert kept["status_lists"] == json.loads(api.trust_file())["status_lists"]
