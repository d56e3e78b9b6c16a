"""Showing a credential: who holds the key, for whom, and on which occasion."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tequio_standards.vc import (
    CredentialError,
    did_key,
    did_key_method,
    generate,
    resolve,
    sign,
    verify_presentation,
)
from tequio_standards.vc.contexts import CREDENTIALS_V2

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOLDER, THIEF = generate(b"h" * 32), generate(b"t" * 32)
CREDENTIAL = {
    "@context": [CREDENTIALS_V2],
    "type": ["VerifiableCredential"],
    "issuer": "did:web:hub.example",
    "credentialSubject": {"id": did_key(HOLDER.public)},
}


def presented(key=HOLDER, holder=HOLDER, challenge="k3", domain="hub.example", **more):
    document = {
        "@context": [CREDENTIALS_V2],
        "type": ["VerifiablePresentation"],
        "holder": did_key(holder.public),
        "verifiableCredential": [CREDENTIAL],
        **more,
    }
    options = {"created": NOW, "proof_purpose": "authentication", "challenge": challenge, "domain": domain}
    return sign(document, key=key, verification_method=did_key_method(key.public), **options)


def verified(document):
    find = lambda method: resolve(method, {})  # noqa: E731
    return verify_presentation(document, challenge="k3", domain="hub.example", resolve=find)


def refused(document) -> str:
    with pytest.raises(CredentialError) as error:
        verified(document)
    return error.value.code


def test_the_subject_who_signs_for_this_occasion_holds_the_credential():
    shown = verified(presented())
    assert shown.holder == did_key(HOLDER.public)
    assert shown.is_about_holder(shown.credentials[0])


def test_somebody_elses_credential_is_shown_but_is_not_theirs():
    shown = verified(presented(key=THIEF, holder=THIEF))
    assert not shown.is_about_holder(shown.credentials[0])


@pytest.mark.parametrize(
    "document",
    [
        presented(challenge="an earlier one"),
        presented(domain="evil.example"),
        presented(challenge=""),
        presented(key=THIEF),
        presented(holder=HOLDER) | {"holder": ""},
    ],
)
def test_a_presentation_for_another_occasion_or_by_another_key_proves_nothing(document):
    assert refused(document) in ("holder_not_proved", "proof_invalid")


def test_a_changed_presentation_is_a_forgery():
    document = presented()
    document["verifiableCredential"] = []
    assert refused(document) == "proof_invalid"


def test_a_credential_cannot_pass_as_a_presentation():
    assert refused(CREDENTIAL) == "malformed"
    assert refused({**presented(), "type": ["VerifiableCredential"]}) == "malformed"
    assert refused({**presented(), "proof": []}) == "no_proof"
    assert refused({**presented(), "verifiableCredential": ["eyJ"]}) == "malformed"
