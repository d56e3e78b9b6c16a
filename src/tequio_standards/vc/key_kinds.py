"""Kinds of public keys and their one signature algorithm each: a key never decides between two.

Ed25519 signs Data Integrity proofs and JWTs; P-256 and RSA are what other houses sign JWTs with (OB 3.0 §8.2.3).
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_der_public_key

from tequio_standards.vc.base64url import base64url_decode
from tequio_standards.vc.errors import CredentialError

LEAST_RSA_BITS, MOST_RSA_BITS = 2_048, 4_096  # RFC 7518 §3.3; more is only slow


class KeyKind(StrEnum):
    """What a key is, named as JOSE names its curve or type."""

    ED25519 = "Ed25519"
    P256 = "P-256"
    RSA = "RSA"


# The varint that Multikey writes in front (multicodec table): ed25519-pub, p256-pub, rsa-pub.
PREFIXES: Final[Mapping[KeyKind, bytes]] = {
    KeyKind.ED25519: b"\xed\x01",
    KeyKind.P256: b"\x80\x24",
    KeyKind.RSA: b"\x85\x24",
}


def split_multikey(data: bytes) -> tuple[KeyKind, bytes]:
    """Kind and raw key of a decoded Multikey; CredentialError `key_kind_unknown` for any other."""
    for kind, prefix in PREFIXES.items():
        if data.startswith(prefix) and _is_key(kind, data[2:]):
            return kind, data[2:]
    raise CredentialError("key_kind_unknown", "Only Ed25519, P-256 and RSA keys can be checked here.")


def verifies(kind: KeyKind, raw: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the private half signed `message`; a broken key or signature is a plain no."""
    try:
        _VERIFY[kind](raw, signature, message)
    except (InvalidSignature, ValueError, UnsupportedAlgorithm):
        return False
    return True


# Any: a JWK is JSON that others extend.
def from_jwk(jwk: Any) -> tuple[KeyKind, bytes]:
    """Kind and raw key of a public JWK (RFC 7518 §6, RFC 8037 §2)."""
    if not isinstance(jwk, dict) or "d" in jwk:
        raise CredentialError("malformed", "The key in the header is not a public JWK.")
    read = _FROM_JWK.get(f"{jwk.get('kty')} {jwk.get('crv', '')}")
    if read is None:
        raise CredentialError("key_kind_unknown", "Only Ed25519, P-256 and RSA keys can be checked here.")
    try:
        kind, raw = read(jwk)
    except ValueError as cause:
        raise CredentialError("malformed", "The key in the header cannot be read.") from cause
    if not _is_key(kind, raw):
        raise CredentialError("key_kind_unknown", "The key is too short, too long or not on its curve.")
    return kind, raw


def _is_key(kind: KeyKind, raw: bytes) -> bool:
    try:
        key = _LOAD[kind](raw)
    except (ValueError, UnsupportedAlgorithm):
        return False
    return kind is not KeyKind.RSA or LEAST_RSA_BITS <= key.key_size <= MOST_RSA_BITS


def _load_rsa(raw: bytes) -> rsa.RSAPublicKey:
    """PKCS#1, as did:key writes RSA keys."""
    key = load_der_public_key(raw)
    if not isinstance(key, rsa.RSAPublicKey):
        raise ValueError("not RSA")
    return key


def _load_p256(raw: bytes) -> ec.EllipticCurvePublicKey:
    return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)


def _verify_ed25519(raw: bytes, signature: bytes, message: bytes) -> None:
    Ed25519PublicKey.from_public_bytes(raw).verify(signature, message)


def _verify_p256(raw: bytes, signature: bytes, message: bytes) -> None:
    """RFC 7518 §3.4: R and S side by side, 32 bytes each."""
    if len(signature) != 64:
        raise ValueError("not 64 bytes")
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    _load_p256(raw).verify(encode_dss_signature(r, s), message, ec.ECDSA(SHA256()))


def _verify_rsa(raw: bytes, signature: bytes, message: bytes) -> None:
    _load_rsa(raw).verify(signature, message, padding.PKCS1v15(), SHA256())


def _okp(jwk: dict[str, Any]) -> tuple[KeyKind, bytes]:
    return KeyKind.ED25519, base64url_decode(jwk.get("x"))


def _p256(jwk: dict[str, Any]) -> tuple[KeyKind, bytes]:
    x, y = (int.from_bytes(base64url_decode(jwk.get(name)), "big") for name in "xy")
    key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    return KeyKind.P256, key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint)


def _rsa(jwk: dict[str, Any]) -> tuple[KeyKind, bytes]:
    n, e = (int.from_bytes(base64url_decode(jwk.get(name)), "big") for name in "ne")
    if n.bit_length() > MOST_RSA_BITS:
        raise ValueError("too long")
    key = rsa.RSAPublicNumbers(e, n).public_key()
    return KeyKind.RSA, key.public_bytes(Encoding.DER, PublicFormat.PKCS1)


_VERIFY: Final = {
    KeyKind.ED25519: _verify_ed25519,
    KeyKind.P256: _verify_p256,
    KeyKind.RSA: _verify_rsa,
}
# Any: three classes of keys that share no base.
_LOAD: Final[Mapping[KeyKind, Any]] = {
    KeyKind.ED25519: Ed25519PublicKey.from_public_bytes,
    KeyKind.P256: _load_p256,
    KeyKind.RSA: _load_rsa,
}
_FROM_JWK: Final = {"OKP Ed25519": _okp, "EC P-256": _p256, "RSA ": _rsa}
