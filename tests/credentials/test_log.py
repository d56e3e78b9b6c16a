"""The log of signatures: every one in its place, nothing taken out or changed unseen."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import pytest

from tequio.credentials import api, log
from tequio.credentials.issuers import signed_before
from tequio.credentials.models import Credential, IssuanceLog, IssuerKey, LogRoot
from tequio_standards import vc
from tequio_standards.vc import merkle
from tequio_standards.vc.keys import witness_of
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def five(passed, cast):
    """Five credentials of one organisation, in the order of their issue."""
    return [api.award(attempt=passed(), now=NOON + timedelta(minutes=num)) for num in range(5)]


def signatures():
    return [bytes(row.signature) for row in Credential.objects.order_by("pk")]


def test_what_is_signed_is_entered_in_order(five):
    assert [row.log_num for row in Credential.objects.order_by("pk")] == [0, 1, 2, 3, 4]
    kept = IssuanceLog.objects.get()
    leaves = [merkle.leaf_hash(signature) for signature in signatures()]
    assert merkle.Edge.from_bytes(kept.size, bytes(kept.edge)).root == merkle.root_of(leaves)


def test_the_entry_is_the_signature_of_the_document(earned):
    proof = json.loads(api.document(earned.id))["proof"]
    assert vc.signature_of({"proof": proof}) == signatures()[0]


def test_a_root_is_signed_by_the_issuer(five, cast):
    log.sign_root(cast.a.id, now=NOON + timedelta(hours=1))
    document = json.loads(log.roots(cast.a.id)[0])
    result = vc.verify_proof(document, resolve=lambda method: vc.resolve(method, api.trust().registry()))
    assert (result.status, result.issuer_bound) == ("ok", True)
    assert document["size"] == 5
    assert not vc.verify_proof(
        {**document, "size": 4}, resolve=lambda method: vc.resolve(method, api.trust().registry())
    ).issuer_bound


def test_a_root_is_signed_once_a_day_while_the_log_grows(five, passed, cast):
    log.sign_roots(NOON + timedelta(hours=1))
    log.sign_roots(NOON + timedelta(days=3))  # nothing was issued since
    assert LogRoot.objects.count() == 1
    api.award(attempt=passed(), now=NOON + timedelta(days=3))
    log.sign_roots(NOON + timedelta(days=3, minutes=1))
    assert [row.size for row in LogRoot.objects.order_by("size")] == [5, 6]


def test_an_untouched_log_is_whole(five, cast):
    log.sign_root(cast.a.id, now=NOON)
    assert log.audit(cast.a.id) == (5, "")


def changed_signature():
    Credential.objects.filter(log_num=2).update(signature=hashlib.sha512(b"another").digest())


def taken_out():
    Credential.objects.filter(log_num=2).update(log_num=7)


def cut_off_at_the_end():
    IssuanceLog.objects.update(size=4, edge=merkle.Edge().to_bytes())


def rewritten_whole():
    changed_signature()
    edge, chain = merkle.Edge(), bytes(32)
    for signature in signatures():
        leaf = merkle.leaf_hash(signature)
        edge, chain = edge.appended(leaf), hashlib.sha256(chain + leaf).digest()
    IssuanceLog.objects.update(edge=edge.to_bytes(), chain=chain)


@pytest.mark.parametrize("plant", [changed_signature, taken_out, cut_off_at_the_end, rewritten_whole])
def test_a_log_that_was_tampered_with_is_told(five, cast, plant):
    log.sign_root(cast.a.id, now=NOON)
    plant()
    assert log.audit(cast.a.id)[1]


def test_only_what_a_root_covered_before_the_moment_is_witnessed(five, passed, cast):
    log.sign_root(cast.a.id, now=NOON + timedelta(hours=1))
    api.award(attempt=passed(), now=NOON + timedelta(hours=2))
    log.sign_root(cast.a.id, now=NOON + timedelta(hours=3))
    key = IssuerKey.objects.get()

    assert signed_before(key, NOON + timedelta(hours=2)) == {witness_of(one) for one in signatures()[:5]}
    assert signed_before(key, NOON) == frozenset()
