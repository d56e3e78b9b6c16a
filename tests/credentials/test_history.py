"""Asking about a moment that is past: what stood then and was revoked since is told as both."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tequio.credentials import api
from tequio.credentials.history import lists_in_force
from tequio_standards.badges import check_credential, parse_trust
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db
SOON, REVOKED, LATER = (NOON + timedelta(hours=hours) for hours in (1, 5, 9))


@pytest.fixture
def revoked(earned, cast):
    """A document that stood for five hours."""
    api.revoke(credential=earned.id, reason="Mistaken identity", by=cast.actor("ernesto"), now=REVOKED)
    return api.document(earned.id)


def status(data, at):
    return api.verify(data, now=LATER, at=at).check("status")


def test_what_stood_then_and_is_revoked_now_is_told_as_both(revoked):
    report = api.verify(revoked, now=LATER, at=SOON)
    verdict = api.explain(report, now=LATER)

    assert report.check("status").code == "revoked_later"
    assert (report.exit_code, verdict.code) == (1, "revoked_later")
    assert set(report.check("status").args) == {"as_of", "stood_on"}


def test_after_the_revocation_it_is_simply_revoked(revoked):
    assert status(revoked, REVOKED + timedelta(minutes=1)).code == "revoked"
    assert api.verify(revoked, now=LATER).check("status").code == "revoked"


def test_before_any_list_was_signed_nobody_can_tell(revoked):
    report = api.verify(revoked, now=LATER, at=NOON - timedelta(days=400))

    assert report.check("status").code == "revoked"


def test_the_trust_file_carries_enough_to_say_so_offline(revoked):
    trust = parse_trust(api.trust_file(now=LATER))

    assert check_credential(revoked, trust=trust, at=SOON).check("status").code == "revoked_later"
    assert check_credential(revoked, trust=trust, at=LATER).check("status").code == "revoked"


def test_an_earlier_list_that_somebody_changed_says_nothing(revoked):
    trust = replace(api.trust(now=LATER), earlier=lists_in_force(SOON))
    bent = {
        url: tuple(replace(kept, data=kept.data.replace(b"did:web", b"did:wob")) for kept in lists)
        for url, lists in trust.earlier.items()
    }

    report = check_credential(revoked, trust=replace(trust, earlier=bent), at=SOON)

    assert report.check("status").code == "revoked"


def test_the_list_of_another_address_does_not_vouch(revoked):
    lists = lists_in_force(SOON)
    swapped = dict(zip(lists, reversed(list(lists.values())), strict=True))
    trust = replace(api.trust(now=LATER), earlier=swapped)

    assert len(lists) > 1
    assert check_credential(revoked, trust=trust, at=SOON).check("status").code == "revoked"
