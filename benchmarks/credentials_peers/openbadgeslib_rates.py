"""Run by benchmarks/credentials.py inside openbadgeslib's own environment: its rates for the credential it is handed.

Its signer and verifier for badges also check the form; its bare functions sign and verify any document and are faster.
The bare ones are the figures to beat, and the others stand beside them.
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from openbadgeslib.ob3.credential import OpenBadgeCredential
from openbadgeslib.ob3.ldp import (
    OB3LdpSigner,
    OB3LdpVerifier,
    add_data_integrity_proof,
    verify_data_integrity_proof,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    asked = json.load(sys.stdin)
    key = Ed25519PrivateKey.from_private_bytes(asked["seed"].encode())
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    document, seconds = asked["document"], asked["seconds"]
    issuer = document["issuer"]["id"]
    signer = OB3LdpSigner(private, f"{issuer}#{asked['public']}")
    verifier = OB3LdpVerifier(public)
    credential = OpenBadgeCredential.from_vc_document(document)
    created = datetime(2026, 11, 23, 12, tzinfo=UTC)
    written = signer.sign_to_json(credential, created=created)
    method = signer.verification_method
    acts: dict[str, Callable[[], object]] = {
        "openbadgeslib_sign_per_s": lambda: add_data_integrity_proof(
            document, private, method, created=created
        ),
        "openbadgeslib_verify_per_s": lambda: verify_data_integrity_proof(json.loads(written), public),
        "openbadgeslib_checked_sign_per_s": lambda: signer.sign_to_json(credential, created=created),
        "openbadgeslib_checked_verify_per_s": lambda: verifier.verify(written),
    }
    rates = {name: rate(act, seconds) for name, act in acts.items()}
    print(json.dumps(rates))


def rate(act: Callable[[], object], seconds: float) -> float:
    act()
    began, count = time.process_time(), 0
    while time.process_time() - began < seconds:
        for _ in range(5):
            act()
        count += 5
    return count / (time.process_time() - began)


if __name__ == "__main__":
    main()
