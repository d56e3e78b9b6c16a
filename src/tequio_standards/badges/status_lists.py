"""Opening a status list at hand: believed only when it is the issuer's own (Bitstring Status List §3.1)."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from tequio_standards.badges.form import types_of
from tequio_standards.badges.resolving import key_finder
from tequio_standards.strict import load_json
from tequio_standards.vc import CredentialError, KeyPeriod, issuer_of, moment, verify_proof
from tequio_standards.vc.status import Bits, decode

MOST_LIST_BYTES: Final = 1_000_000

Json = dict[str, Any]  # Any: a credential is JSON that others extend


@dataclass(frozen=True, slots=True)
class OpenList:
    """A list whose signature is genuine."""

    bits: Bits
    purposes: tuple[str, ...]
    valid_until: datetime | None
    at_home: bool  # whether it calls itself by the address it was asked for at


# Checking a list costs as much as checking a credential, and thousands of credentials share one.
@lru_cache(maxsize=16)
def open_list(data: bytes, *, url: str, issuer: str, keys: tuple[KeyPeriod, ...] | None) -> OpenList:
    """The list in `data`; a StrictError or CredentialError when it is not one that `issuer` signed."""
    document = load_json(data, max_bytes=MOST_LIST_BYTES)
    if not isinstance(document, dict):
        raise untrusted("it is not a credential")
    result = verify_proof(document, resolve=key_finder({} if keys is None else {issuer: keys}))
    if result.verified is None:
        raise untrusted(result.message)
    if not result.issuer_bound or issuer_of(result.verified) != issuer:
        raise untrusted("another issuer signed it")
    if "BitstringStatusListCredential" not in types_of(result.verified):
        raise untrusted("it is not a status list")
    return _opened(result.verified, at_home=result.verified.get("id") == url)


def untrusted(detail: str) -> CredentialError:
    """The refusal of a list."""
    return CredentialError("status_untrusted", detail)


def _opened(verified: Json, *, at_home: bool) -> OpenList:
    subject = verified.get("credentialSubject")
    if not isinstance(subject, dict) or not isinstance(subject.get("encodedList"), str):
        raise untrusted("it holds no list")
    purposes, until = subject.get("statusPurpose"), verified.get("validUntil")
    return OpenList(
        bits=decode(subject["encodedList"]),
        purposes=tuple(purposes) if isinstance(purposes, list) else (str(purposes),),
        valid_until=moment(until) if until is not None else None,
        at_home=at_home,
    )
