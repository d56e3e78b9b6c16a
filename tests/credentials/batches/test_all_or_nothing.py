"""A mismatch, a crash or a cancel leaves nothing of a batch released, and nothing in its way."""

from __future__ import annotations

import os
from contextlib import contextmanager

import pytest

from tequio.credentials import api, log
from tequio.credentials.batches import api as batches
from tequio.credentials.batches import issuing, keeping, listing, pool
from tequio.credentials.models import (
    Award,
    Batch,
    Credential,
    IssuanceLog,
    Revocation,
    StatusEntry,
    StatusList,
)
from tequio.kit.going import ALONE, Stopped
from tequio_standards import badges
from tests.credentials.batches.conftest import csv_of
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db

MANY = [f"Ana Pool {num}" for num in range(230)]


@pytest.fixture
def large(monkeypatch):
    """Few rows, treated as many: shards of their own, chunk by chunk, but signed in this process."""
    monkeypatch.setattr(issuing, "SMALL", 10)
    monkeypatch.setattr(issuing, "CHUNK", 50)
    monkeypatch.setattr(pool, "sign_in_processes", pool.sign_here)


def nothing_is_there(tmp_path):
    assert not Batch.objects.exists()
    assert not Award.objects.exists()
    assert not Credential.objects.exists()
    assert not StatusEntry.objects.exists()
    assert StatusList.objects.count() == 2
    assert sum(IssuanceLog.objects.values_list("size", flat=True)) == 0
    assert not list((tmp_path / "batches").iterdir())
    return True


class Halted:
    """Work that somebody cancels at a step."""

    def __init__(self, at):
        self.at = at

    def step(self, phase, done=0, of=0):
        if phase == self.at and done:
            raise Stopped

    @contextmanager
    def last(self, phase):
        if phase == self.at:
            raise Stopped
        with ALONE.last(phase):
            yield


def test_a_large_batch_has_shards_of_its_own(hand_in, large, cast):
    hand_in(MANY)
    assert StatusList.objects.filter(purpose="revocation").count() == 2
    assert StatusList.objects.get(purpose="revocation", num=2).entries == len(MANY)
    assert log.audit(cast.a.id) == (len(MANY), "")
    for row in Credential.objects.order_by("?")[:5]:
        assert api.verify(api.document(row.uuid), now=NOON).exit_code == 0


@pytest.mark.slow
def test_workers_sign_the_same_as_one_would(hand_in, monkeypatch):
    monkeypatch.setattr(issuing, "SMALL", 10)
    monkeypatch.setattr(issuing, "CHUNK", 60)
    hand_in(MANY)
    assert [row.award.facts["learner_name"] for row in Credential.objects.order_by("pk")] == MANY
    assert api.verify(api.document(Credential.objects.last().uuid), now=NOON).exit_code == 0


@pytest.mark.parametrize("bad", [0, 229])
def test_a_mismatch_in_the_first_or_last_row_stops_all(hand_in, large, monkeypatch, tmp_path, bad):
    name = f'"name": "{MANY[bad]}"'.encode()
    real = badges.render
    monkeypatch.setattr(
        "tequio_standards.badges.batch.render",
        lambda template, signed: real(template, signed).replace(name, name[:-1] + b'!"'),
    )
    with pytest.raises(badges.BatchMismatch):
        hand_in(MANY)
    assert nothing_is_there(tmp_path)


@pytest.mark.parametrize("at", ["sign", "keep"])
def test_a_cancel_leaves_nothing(hand_in, large, tmp_path, at):
    with pytest.raises(Stopped):
        hand_in(MANY, going=Halted(at))
    assert nothing_is_there(tmp_path)


@pytest.mark.parametrize("rows", [MANY, MANY[:5]])
def test_a_crash_while_keeping_leaves_nothing(hand_in, large, monkeypatch, tmp_path, rows):
    def crash(*args, **named):
        raise RuntimeError("power")

    monkeypatch.setattr(keeping, "tell_batch", crash)
    with pytest.raises(RuntimeError):
        hand_in(rows)
    assert nothing_is_there(tmp_path)


@pytest.mark.slow
def test_a_worker_that_dies_leaves_nothing(hand_in, monkeypatch, tmp_path):
    monkeypatch.setattr(issuing, "SMALL", 10)
    monkeypatch.setattr(pool.worker, "begin", os.getpid)  # handed the task, it fails as the worker starts
    with pytest.raises(pool.BrokenProcessPool):
        hand_in(MANY)
    assert nothing_is_there(tmp_path)


def test_after_a_failure_the_same_file_may_be_issued(hand_in, large):
    with pytest.raises(Stopped):
        hand_in(MANY, going=Halted("sign"))
    hand_in(MANY)
    assert Credential.objects.count() == len(MANY)


def test_a_file_that_changes_meanwhile_is_refused(hand_in, large, tmp_path):
    class Meddling(Halted):
        def step(self, phase, done=0, of=0):
            if done == 50:
                (tmp_path / "results.csv").write_text(csv_of(MANY[:20]))

    with pytest.raises(batches.BatchRefused):
        hand_in([*MANY, *(f"{name} {'x' * 200}" for name in MANY * 4)], going=Meddling(""))
    assert nothing_is_there(tmp_path)


@pytest.fixture
def revoked(hand_in, large, ernesto):
    batch = hand_in(MANY)
    codes = list(Credential.objects.order_by("pk").values_list("code", flat=True))[::10]
    batches.revoke_batch(batch, codes=codes, reason="The key of the exam leaked.", by=ernesto, now=NOON)
    return batch, codes


def test_rows_are_revoked_together_and_each_list_signed_once(revoked):
    _batch, codes = revoked
    assert Revocation.objects.count() == len(codes)
    assert StatusList.objects.get(purpose="revocation", num=2).version == 2
    verdicts = {
        row.code: api.verify(api.document(row.uuid), now=NOON).check("status").code
        for row in Credential.objects.all()[:30]
    }
    assert verdicts == {code: "revoked" if code in codes else "status_good" for code in verdicts}


def test_the_rest_can_be_revoked_too(revoked, ernesto):
    batch, codes = revoked
    assert batches.revoke_batch(batch, reason="All of it.", by=ernesto, now=NOON) == len(MANY) - len(codes)
    assert batches.batch(batch, by=ernesto).revoked == len(MANY)


def test_members_come_in_the_order_of_the_file_and_in_parts(hand_in, large, ernesto, monkeypatch):
    monkeypatch.setattr(listing, "AT_ONCE", 7)
    first, second = hand_in(MANY[:20]), hand_in(MANY)
    assert [one.learner_name for one in batches.members(second, by=ernesto)] == MANY
    assert [one.learner_name for one in batches.members(first, by=ernesto, skip=5, limit=9)] == MANY[5:14]


def test_a_code_of_another_batch_revokes_nothing(revoked, ernesto):
    batch, codes = revoked
    with pytest.raises(api.RevocationRefused):
        batches.revoke_batch(batch, codes=["0" * 12], reason="No.", by=ernesto, now=NOON)
    with pytest.raises(api.RevocationRefused):
        batches.revoke_batch(batch, reason=" ", by=ernesto, now=NOON)
    assert Revocation.objects.count() == len(codes)
