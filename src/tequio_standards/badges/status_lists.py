"""Opening a status list at hand: believed only when it is the issuer's own (Bitstring Status List §3.1)."""

from functools import lru_cache
from typing import Final

from tequio_standards.badges.resolving import key_finder
from tequio_standards.strict import load_json
from tequio_standards.vc import CredentialError, KeyPeriod, issuer_of, verify_proof
from tequio_standards.vc.status_reading import StatusList, list_of

MOST_LIST_BYTES: Final = 1_000_000


# Checking a list costs as much as checking a credential, and thousands of credentials share one.
@lru_cache(maxsize=16)
def open_list(data: bytes, *, issuer: str, keys: tuple[KeyPeriod, ...] | None) -> StatusList:
    """The list in `data`; a StrictError or CredentialError when it is not one that `issuer` signed."""
    document = load_json(data, max_bytes=MOST_LIST_BYTES)
    if not isinstance(document, dict):
        raise untrusted("it is not a credential")
    result = verify_proof(document, resolve=key_finder({} if keys is None else {issuer: keys}))
    if result.verified is None:
        raise untrusted(result.message)
    if not result.issuer_bound or issuer_of(result.verified) != issuer:
        raise untrusted("another issuer signed it")
    return list_of(result.verified)


def untrusted(detail: str) -> CredentialError:
    """The refusal of a list."""
    return CredentialError("status_untrusted", detail)
