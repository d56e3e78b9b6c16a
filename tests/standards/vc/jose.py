"""JWTs as issuers make them, and as enemies do: a small signer for the tests."""

from __future__ import annotations

import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tequio_standards.vc import KeyKind, PublicKey
from tequio_standards.vc.base64url import base64url

ED25519 = Ed25519PrivateKey.from_private_bytes(b"j" * 32)
P256 = ec.derive_private_key(7**80, ec.SECP256R1())
RSA = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
STRANGER = ec.derive_private_key(11**70, ec.SECP256R1())

BY_ALGORITHM = {"EdDSA": ED25519, "Ed25519": ED25519, "ES256": P256, "RS256": RSA}


def public(key: Any) -> PublicKey:
    half = key.public_key()
    if isinstance(key, Ed25519PrivateKey):
        return PublicKey(half.public_bytes(Encoding.Raw, PublicFormat.Raw))
    if isinstance(key, rsa.RSAPrivateKey):
        return PublicKey(half.public_bytes(Encoding.DER, PublicFormat.PKCS1), kind=KeyKind.RSA)
    return PublicKey(half.public_bytes(Encoding.X962, PublicFormat.CompressedPoint), kind=KeyKind.P256)


def jwk(key: Any) -> dict[str, str]:
    half = key.public_key()
    if isinstance(key, Ed25519PrivateKey):
        raw = half.public_bytes(Encoding.Raw, PublicFormat.Raw)
        return {"kty": "OKP", "crv": "Ed25519", "x": base64url(raw)}
    numbers = half.public_numbers()
    if isinstance(key, rsa.RSAPrivateKey):
        return {"kty": "RSA", "n": base64url(numbers.n.to_bytes(256, "big")), "e": "AQAB"}
    x, y = (base64url(number.to_bytes(32, "big")) for number in (numbers.x, numbers.y))
    return {"kty": "EC", "crv": "P-256", "x": x, "y": y}


def signature(key: Any, message: bytes) -> bytes:
    if isinstance(key, Ed25519PrivateKey):
        return key.sign(message)
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(message, padding.PKCS1v15(), SHA256())
    r, s = decode_dss_signature(key.sign(message, ec.ECDSA(SHA256())))
    return r.to_bytes(32, "big") + s.to_bytes(32, "big")


def encode(value: Any) -> str:
    return base64url(value if isinstance(value, bytes) else json.dumps(value).encode())


def jwt(payload: Any, header: dict[str, Any], key: Any) -> str:
    message = f"{encode(header)}.{encode(payload)}"
    return f"{message}.{base64url(signature(key, message.encode()))}"
