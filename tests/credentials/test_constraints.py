"""Each invariant of a row is the database's own; each test tries to break one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tequio.credentials import log
from tequio.credentials.models import (
    Achievement,
    Award,
    Batch,
    Credential,
    IssuanceLog,
    IssuerKey,
    KeyRevocation,
    LogRoot,
    Revocation,
    StatusEntry,
    StatusList,
    TrustedIssuer,
)
from tequio.kit import ids
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db


def again(row, **changes):
    """A second row like `row`, under an id of its own, with some fields changed."""
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key
    }
    if "uuid" in values:
        values["uuid"] = ids.new_uuid()
    return type(row)(**(values | changes))


def refused(row, name: str) -> None:
    with pytest.raises(IntegrityError) as error, transaction.atomic():
        row.save(force_insert=True)
    fields = [c for c in type(row)._meta.constraints if c.name == name]
    assert fields, f"{type(row).__name__} has no constraint {name}"
    said = str(error.value)
    assert name in said or all(field in said for field in getattr(fields[0], "fields", ()))


def test_a_verification_method_is_one_key(earned):
    key = IssuerKey.objects.get()
    refused(again(key, valid_until=NOON), "one_issuer_key_per_method")


def test_an_organisation_has_one_active_key(earned):
    refused(again(IssuerKey.objects.get(), verification_method="did:x#2"), "one_active_issuer_key")


def test_an_issuer_is_trusted_once(earned, cast):
    TrustedIssuer.objects.create(
        did="did:web:x.example", entry={}, added_by_id=cast.marisol.id, added_at=NOON
    )
    refused(again(TrustedIssuer.objects.get()), "one_trusted_issuer_per_did")


def test_a_version_is_one_achievement(earned):
    refused(again(Achievement.objects.get()), "one_achievement_per_version")


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"attempt": None}, "one_award_per_enrolment"),
        ({"registration": ids.new_uuid()}, "one_award_per_attempt"),
    ],
)
def test_an_enrolment_and_an_attempt_earn_one_award(earned, changes, name):
    refused(again(Award.objects.get(), subject=ids.new_uuid(), **changes), name)


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"supersedes_id": 1}, "one_credential_per_code"),
        ({"code": "AAAABBBBCCCC"}, "one_first_credential_per_award"),
        (
            {"code": "AAAABBBBCCCD", "valid_until": NOON - timedelta(days=1)},
            "a_credential_ends_after_it_begins",
        ),
    ],
)
def test_a_credential_is_one_of_its_kind(earned, changes, name):
    row = Credential.objects.get()
    if "supersedes_id" in changes:
        changes = {"supersedes_id": row.pk}
    refused(again(row, **{"log_num": 1, **changes}), name)


@pytest.mark.parametrize("changes", [{"document": b"{}"}, {"packed": None}, {"template_id": None}])
def test_a_credential_is_kept_in_one_form(earned, changes):
    row = again(Credential.objects.get(), code="AAAABBBBCCCE", log_num=1, supersedes_id=1, **changes)
    refused(row, "a_credential_is_kept_in_one_form")


def test_an_award_is_a_persons_or_a_batchs(earned):
    row = again(
        Award.objects.get(), subject=ids.new_uuid(), registration=ids.new_uuid(), attempt=ids.new_uuid()
    )
    row.person_id = None
    refused(row, "an_award_is_a_persons_or_a_batchs")


def test_a_file_is_one_batch_and_has_a_source(earned, cast):
    said = {"uuid": ids.new_uuid(), "organisation_id": cast.a.id, "achievement": Achievement.objects.get()}
    said |= {"digest": "0" * 64, "rows": 1, "evidence": {}, "by_id": cast.ernesto.id, "at": NOON}
    kept = Batch.objects.create(**said, source="A Moodle")
    refused(again(kept), "one_batch_per_file")
    refused(again(kept, digest="1" * 64, source=""), "a_batch_has_a_source")


def test_a_place_in_the_log_is_one_credentials(earned):
    row = Credential.objects.get()
    refused(again(row, code="AAAABBBBCCCE", supersedes_id=row.pk), "one_credential_per_log_num")


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"num": 1}, "one_status_list_per_num_and_purpose"),
        ({"num": 2, "purpose": "other"}, "a_status_list_has_a_known_purpose"),
        ({"num": 2, "entries": 131_073}, "a_status_list_has_131072_bits"),
        ({"num": 2, "signed_at": None}, "a_published_list_is_signed"),
    ],
)
def test_a_status_list_keeps_its_shape(earned, changes, name):
    refused(again(StatusList.objects.get(purpose="revocation"), **changes), name)


def test_a_bit_speaks_for_one_credential_and_lies_inside(earned):
    entry = StatusEntry.objects.get()
    other = again(Credential.objects.get(), code="AAAABBBBCCCE", supersedes_id=entry.credential_id, log_num=1)
    other.save()

    refused(again(entry, credential_id=other.pk), "one_credential_per_bit")
    refused(again(entry, credential_id=other.pk, index=131_072), "a_bit_is_inside_its_list")


def test_a_revocation_has_a_reason(earned, cast):
    row = Revocation(credential=Credential.objects.get(), reason="", by_id=cast.ernesto.id, at=NOON)
    refused(row, "a_revocation_has_a_reason")


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"reason": ""}, "a_key_revocation_has_a_reason"),
        ({"since": NOON + timedelta(days=1)}, "a_key_is_revoked_from_the_past"),
    ],
)
def test_a_key_revocation_keeps_its_shape(earned, changes, name):
    said = {"since": NOON, "at": NOON, "reason": "A laptop was stolen.", "by_name": "root", **changes}
    refused(KeyRevocation(key=IssuerKey.objects.get(), **said), name)


def test_a_size_of_the_log_has_one_root(earned):
    log.sign_root(IssuanceLog.objects.get().organisation_id, now=NOON)
    refused(again(LogRoot.objects.get()), "one_log_root_per_size")
