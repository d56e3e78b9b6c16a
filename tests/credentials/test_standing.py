"""Suspended, reinstated, corrected: each with who, when and why, and a verifier who sees it."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from tequio.credentials import api
from tequio.credentials.models import Credential, StatusEntry, StatusList
from tequio.credentials.standing import api as standing
from tequio.credentials.values import CredentialState
from tequio.kit.errors import NotAllowed
from tequio.records import api as records
from tequio_standards.xapi import verbs
from tests.cast import EVERYBODY
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(hours=1)
LATEST = NOON + timedelta(hours=2)


@pytest.fixture
def ernesto(cast):
    return cast.actor("ernesto")


@pytest.fixture
def paused(earned, ernesto):
    standing.suspend(credential=earned.id, reason="We look into the exam.", by=ernesto, now=LATER)
    return earned


def status_of(credential, now=LATEST):
    return api.verify(api.document(credential), now=now).check("status").code


def test_a_suspended_credential_says_so_to_whoever_checks(paused):
    assert status_of(paused.id) == "suspended"
    assert api.credential(paused.id).state is CredentialState.SUSPENDED
    assert standing.suspended(paused.id).reason == "We look into the exam."


def test_a_reinstated_one_is_good_again(paused, ernesto):
    standing.reinstate(credential=paused.id, reason="The exam was sound.", by=ernesto, now=LATEST)

    assert status_of(paused.id) == "status_good"
    assert api.credential(paused.id).state is CredentialState.VALID
    assert standing.suspended(paused.id) is None


def test_it_may_be_suspended_again(paused, ernesto):
    standing.reinstate(credential=paused.id, reason="Sound.", by=ernesto, now=LATER)
    standing.suspend(credential=paused.id, reason="New facts.", by=ernesto, now=LATEST)
    assert status_of(paused.id) == "suspended"


def test_revoked_outweighs_suspended(paused, ernesto):
    api.revoke(credential=paused.id, reason="Somebody else sat it.", by=ernesto, now=LATEST)
    assert api.credential(paused.id).state is CredentialState.REVOKED
    assert status_of(paused.id) == "revoked"


@pytest.mark.parametrize("act", ["suspend", "reinstate"])
def test_only_an_officer_of_the_issuer_may(earned, cast, act):
    for who in [who for who in EVERYBODY if who != "ernesto"]:
        with pytest.raises(NotAllowed):
            getattr(standing, act)(credential=earned.id, reason="No.", by=cast.actor(who), now=LATER)


def test_what_makes_no_sense_is_refused(earned, paused, ernesto):
    refused = [
        (standing.suspend, "Twice."),
        (standing.reinstate, " "),
    ]
    for act, reason in refused:
        with pytest.raises(standing.SuspensionRefused):
            act(credential=earned.id, reason=reason, by=ernesto, now=LATEST)
    standing.reinstate(credential=earned.id, reason="Sound.", by=ernesto, now=LATEST)
    with pytest.raises(standing.SuspensionRefused):
        standing.reinstate(credential=earned.id, reason="Again.", by=ernesto, now=LATEST)


def test_what_is_older_than_suspending_is_told_so(earned, ernesto):
    StatusEntry.objects.update(can_suspend=False)
    with pytest.raises(standing.SuspensionRefused):
        standing.suspend(credential=earned.id, reason="Why not?", by=ernesto, now=LATER)


def test_both_acts_are_statements_of_the_holder(paused, ernesto, cast):
    standing.reinstate(credential=paused.id, reason="Sound.", by=ernesto, now=LATEST)
    said = [kept.statement.verb for kept in records.statements(store=cast.a.id)]
    assert said[-2:] == [verbs.SUSPENDED, verbs.REINSTATED]


def test_a_list_keeps_each_version_of_its_bits_for_good(earned, ernesto):
    first = api.status_list("nodo-anahuac", 1, purpose="suspension", version=1)
    standing.suspend(credential=earned.id, reason="Wait.", by=ernesto, now=LATER)

    assert api.status_list("nodo-anahuac", 1, purpose="suspension", version=1) == first
    assert api.status_list("nodo-anahuac", 1, purpose="suspension", version=2) != first
    assert StatusList.objects.get(purpose="suspension").version == 2


def test_signing_a_list_anew_is_no_new_version(earned):
    api.status_list("nodo-anahuac", 1, now=NOON + timedelta(days=3))
    assert StatusList.objects.get(purpose="revocation").version == 1


@pytest.fixture
def corrected(earned, ernesto):
    return standing.correct(
        credential=earned.id,
        learner_name="María Fernanda  Hernández Ixtlilxochitl",
        reason="The second surname was misspelt.",
        by=ernesto,
        now=LATER,
    )


def test_a_corrected_credential_carries_the_right_name_and_the_same_proof(earned, corrected):
    view = api.credential(corrected)
    assert view.learner_name == "María Fernanda Hernández Ixtlilxochitl"
    assert (view.level, view.vector, view.score) == (earned.level, earned.vector, earned.score)
    assert status_of(corrected) == "status_good"


def test_it_points_at_the_first_which_is_revoked_with_the_reason(earned, corrected):
    document = json.loads(api.document(corrected))
    assert document["supersedes"] == f"https://hub.example.org/credentials/{earned.id}"
    assert status_of(earned.id) == "revoked"
    assert api.credential(earned.id).revocation.reason == "The second surname was misspelt."
    assert api.credential(earned.id).learner_name == earned.learner_name


def test_the_holder_has_both_and_the_right_one_first(corrected, cast):
    assert [view.state for view in api.credentials_of(cast.rosa.id)] == [
        CredentialState.VALID,
        CredentialState.REVOKED,
    ]


@pytest.mark.parametrize(("name", "reason"), [("", "Why."), ("Ana", " "), (None, "The same.")])
def test_a_correction_needs_another_name_and_a_reason(earned, ernesto, name, reason):
    with pytest.raises(standing.CorrectionRefused):
        standing.correct(
            credential=earned.id,
            learner_name=earned.learner_name if name is None else name,
            reason=reason,
            by=ernesto,
            now=LATER,
        )
    assert Credential.objects.count() == 1


def test_a_revoked_credential_is_not_corrected(earned, corrected, ernesto):
    with pytest.raises(standing.CorrectionRefused):
        standing.correct(credential=earned.id, learner_name="Ana", reason="Again.", by=ernesto, now=LATEST)


def test_only_an_officer_corrects(earned, cast):
    with pytest.raises(NotAllowed):
        standing.correct(
            credential=earned.id, learner_name="Ana", reason="x", by=cast.actor("rosa"), now=LATER
        )


def test_a_suspended_one_is_not_corrected_into_a_good_one(paused, ernesto):
    with pytest.raises(standing.CorrectionRefused):
        standing.correct(
            credential=paused.id, learner_name="Rosa Cruz", reason="The name.", by=ernesto, now=LATEST
        )
    assert status_of(paused.id) == "suspended"
