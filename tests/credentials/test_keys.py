"""Signing keys: replaced, disowned, sealed, backed up. Old certificates stay good; a thief's never do."""

from __future__ import annotations

import json
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction

from tequio.credentials import api, box, keyfiles, log
from tequio.credentials.keys import api as key_api
from tequio.credentials.models import Credential, IssuerKey
from tequio_standards import vc
from tequio_standards.badges import parse_trust, trust_to_bytes
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db

LATER = NOON + timedelta(days=2)
WORDS = "cuatro burros cruzan el río"


def forged(seed: bytes, method: str, document: bytes) -> bytes:
    """What a thief makes: another name, dated before the theft, signed with the stolen key."""
    copy = json.loads(document)
    copy["credentialSubject"]["name"] = "Somebody Else"
    del copy["proof"]
    signed = vc.sign(copy, key=vc.generate(seed), verification_method=method, created=NOON)
    return json.dumps(signed).encode()


def codes(data: bytes, now=LATER) -> tuple[str, str]:
    report = api.verify(data, now=now)
    return report.check("proof").code, report.check("log").code


@pytest.fixture
def stolen(earned, cast):
    """The key that signed Rosa's certificate at noon was stolen a day later; the log's root was signed in between."""
    key = IssuerKey.objects.get()
    seed = keyfiles.seed_of(key.uuid)
    log.sign_root(cast.a.id, now=NOON + timedelta(hours=1))
    key_api.revoke_key(
        method=key.verification_method,
        since=NOON + timedelta(days=1),
        reason="A laptop was stolen.",
        by_name="root",
        now=LATER,
    )
    return seed, key.verification_method


def test_after_a_rotation_old_and_new_certificates_are_good(earned, passed, cast):
    method = key_api.rotate(organisation=cast.a.id, now=LATER)
    fresh = api.award(attempt=passed(), now=LATER + timedelta(minutes=1))

    assert Credential.objects.get(uuid=fresh).issuer_key.verification_method == method
    for each in (earned.id, fresh):
        assert api.verify(api.document(each), now=LATER + timedelta(hours=1)).exit_code in (0, 3)
        assert codes(api.document(each), LATER + timedelta(hours=1)) == ("proof_ok", "log_not_needed")


def test_a_retired_key_cannot_sign_later(earned, cast):
    key = IssuerKey.objects.get()
    seed = keyfiles.seed_of(key.uuid)
    key_api.rotate(organisation=cast.a.id, now=NOON + timedelta(days=1))
    copy = {k: v for k, v in json.loads(api.document(earned.id)).items() if k != "proof"}
    late = vc.sign(copy, key=vc.generate(seed), verification_method=key.verification_method, created=LATER)
    assert codes(json.dumps(late).encode())[0] == "key_out_of_period"


def test_what_the_log_saw_before_a_theft_stays_good(earned, stolen):
    assert codes(api.document(earned.id)) == ("proof_ok", "log_witnessed")
    assert api.verify(api.document(earned.id), now=LATER).exit_code == 0


def test_what_a_thief_dates_back_is_refused(earned, stolen):
    seed, method = stolen
    assert codes(forged(seed, method, api.document(earned.id))) == ("no_log_proof", "no_log_proof")


def test_a_stranger_with_the_trust_file_sees_the_same(earned, stolen):
    known = parse_trust(trust_to_bytes(api.trust(now=LATER)))
    witnessed = [key.logged for key in known.issuers[earned.issuer_did].keys if key.logged]
    assert [len(found) for found in witnessed] == [1]


def test_without_a_root_before_the_theft_nothing_is_witnessed(earned):
    key = IssuerKey.objects.get()
    key_api.revoke_key(method=key.verification_method, since=NOON, reason="Lost.", by_name="root", now=LATER)
    assert codes(api.document(earned.id))[0] == "no_log_proof"


def test_an_issuer_whose_key_was_stolen_goes_on_with_a_new_one(stolen, passed):
    fresh = api.award(attempt=passed(), now=LATER + timedelta(minutes=1))
    assert codes(api.document(fresh), LATER + timedelta(hours=1)) == ("proof_ok", "log_not_needed")
    shown = key_api.keys()
    assert [key.state for key in shown] == ["revoked", "active"]


@pytest.mark.parametrize(
    "change", [{"since": LATER + timedelta(days=1)}, {"reason": " "}, {"method": "did:web:x.example#no"}]
)
def test_a_key_is_disowned_with_a_reason_from_the_past(earned, change):
    said = {"method": IssuerKey.objects.get().verification_method, "since": NOON, "reason": "Lost."}
    with pytest.raises(key_api.KeyRefused):
        key_api.revoke_key(**{**said, **change}, by_name="root", now=LATER)
    assert IssuerKey.objects.count() == 1


def test_a_key_is_disowned_once(stolen):
    with pytest.raises(key_api.KeyRefused):
        key_api.revoke_key(method=stolen[1], since=NOON, reason="Again.", by_name="root", now=LATER)


def test_an_issuer_whose_address_is_its_key_keeps_it(cast):
    api.open_issuer(organisation=cast.b.id, now=NOON, did=None)
    if IssuerKey.objects.get().did.startswith("did:key:"):
        with pytest.raises(key_api.KeyRefused):
            key_api.rotate(organisation=cast.b.id, now=LATER)


def test_with_a_passphrase_a_key_lies_sealed(cast, settings):
    settings.KEY_PASSPHRASE = WORDS
    api.open_issuer(organisation=cast.a.id, now=NOON, demo=True)
    path = next(Path(settings.KEYS).glob("*.ed25519"))
    key = IssuerKey.objects.get()

    assert box.is_box(path.read_bytes())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert vc.generate(keyfiles.seed_of(key.uuid)).multibase == key.multibase
    settings.KEY_PASSPHRASE = "another passphrase"
    with pytest.raises(key_api.KeyLocked):
        keyfiles.signer(key.uuid)


def test_bare_keys_are_sealed_later_and_still_sign(earned, passed, settings):
    settings.KEY_PASSPHRASE = WORDS
    assert (key_api.protect_all(), key_api.protect_all()) == (1, 0)
    assert codes(api.document(api.award(attempt=passed(), now=LATER)))[0] == "proof_ok"


def test_a_backup_brings_lost_secrets_back(earned, passed, settings):
    kept = key_api.back_up(WORDS)
    assert b"seed" not in kept and keyfiles.seed_of(IssuerKey.objects.get().uuid) not in kept
    for path in Path(settings.KEYS).iterdir():
        path.unlink()

    assert key_api.bring_back(kept, WORDS) == 1
    assert codes(api.document(api.award(attempt=passed(), now=LATER)))[0] == "proof_ok"


@pytest.mark.parametrize(
    "spoil", [lambda kept: kept[:-20] + kept[-18:], lambda kept: b"{}", lambda kept: b""]
)
def test_a_spoiled_backup_brings_nothing_back(earned, spoil):
    with pytest.raises(key_api.BackupRefused):
        key_api.bring_back(spoil(key_api.back_up(WORDS)), WORDS)


def test_a_backup_wants_its_passphrase(earned):
    kept = key_api.back_up(WORDS)
    with pytest.raises(key_api.BackupRefused), transaction.atomic():
        key_api.bring_back(kept, "not the passphrase")
    with pytest.raises(key_api.BackupRefused):
        key_api.back_up("short")


def test_what_was_passed_before_a_rotation_and_told_after_it_is_good(passed, issuer, cast):
    attempt = passed()
    key_api.rotate(organisation=cast.a.id, now=LATER)

    late = api.award(attempt=attempt, now=NOON)

    assert codes(api.document(late), LATER + timedelta(hours=1)) == ("proof_ok", "log_not_needed")


def test_a_lost_key_tells_strangers_no_path(earned, client, settings):
    for row in IssuerKey.objects.all():
        (Path(settings.KEYS) / f"{row.uuid}.ed25519").unlink()

    for address in ("/bundle", "/registry.json"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert str(settings.KEYS) not in answer.content.decode()


def test_the_witnesses_of_a_stolen_key_are_read_once(stolen, django_assert_max_num_queries):
    api.trust()
    with django_assert_max_num_queries(20) as asked:
        api.trust()
    assert not [one for one in asked.captured_queries if '"signature"' in one["sql"]]
