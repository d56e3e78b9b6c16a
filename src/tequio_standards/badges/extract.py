"""Finding the one credential in what somebody uploads."""

from typing import Final

from tequio_standards.vc import CredentialError

MOST_CONTAINER_BYTES: Final = 5_000_000


def extract(data: bytes) -> bytes:
    """The JSON in `data`; CredentialError `no_credential`, `ambiguous_container`, `too_large`, `jwt_not_checked`."""
    if len(data) > MOST_CONTAINER_BYTES:
        raise CredentialError("too_large", f"it has {len(data)} bytes.")
    if data[:3] == b"eyJ":
        raise CredentialError("jwt_not_checked", "it is a JWT.")
    return data
