"""Reading a status out of a list (Bitstring Status List 1.0 §3.2), with the standard's own names for what goes wrong.

The list is a document whose signature was checked before; entries and lists of others are read strictly.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.moments import moment
from tequio_standards.vc.proofs import Json
from tequio_standards.vc.status import LEAST_ENTRIES, Bits, decode

PROBLEM: Final = "https://www.w3.org/ns/credentials/status-list#"
MOST_SIZE: Final = 8  # bits of one entry; 256 messages are more than anybody has published
_MOST_DIGITS: Final = 12


class StatusFault(StrEnum):
    """The problem types of §3.3."""

    RETRIEVAL = "STATUS_RETRIEVAL_ERROR"
    VERIFICATION = "STATUS_VERIFICATION_ERROR"
    LENGTH = "STATUS_LIST_LENGTH_ERROR"
    RANGE = "RANGE_ERROR"
    MALFORMED = "MALFORMED_VALUE_ERROR"


class StatusError(CredentialError):
    """No status can be told; `type` is the address of the problem type."""

    def __init__(self, fault: StatusFault, message: str) -> None:
        super().__init__("status_untrusted", message)
        self.fault = fault
        self.type = PROBLEM + fault


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """A credential's place in a list (§2.1); `messages` says what each value of a `message` entry means."""

    url: str
    index: int
    purpose: str
    size: int = 1
    messages: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class StatusList:
    """A list whose signature is genuine (§2.2)."""

    bits: Bits
    purposes: tuple[str, ...]
    id: str = ""
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    ttl: timedelta | None = None


@dataclass(frozen=True, slots=True)
class StatusValue:
    """What a list says about one credential. `valid` is whether nothing was raised (§3.2, step 10)."""

    purpose: str
    value: int
    message: str = ""

    @property
    def valid(self) -> bool:
        """0 means nothing is the matter."""
        return self.value == 0


# Any, throughout: entries and lists are JSON of others.
def entry_of(node: Any) -> StatusEntry:
    """One `credentialStatus`; an index as a number is tolerated, since others publish it so."""
    if not isinstance(node, dict) or "BitstringStatusListEntry" not in _listed(node.get("type")):
        raise _malformed("it is not a BitstringStatusListEntry")
    url, purpose = node.get("statusListCredential"), node.get("statusPurpose")
    if not isinstance(url, str) or not isinstance(purpose, str) or not purpose:
        raise _malformed("it names no list or no purpose")
    if node.get("id") == url:
        raise _malformed("its id is that of the list")
    size = _whole(node.get("statusSize", 1), "its size")
    if not 1 <= size <= MOST_SIZE:
        raise _malformed("its size is not one that is read")
    messages = _messages(node, size)
    return StatusEntry(url, _whole(node.get("statusListIndex"), "its place"), purpose, size, messages)


def list_of(document: Json) -> StatusList:
    """A BitstringStatusListCredential, verified before."""
    subject = document.get("credentialSubject")
    if "BitstringStatusListCredential" not in _listed(document.get("type")) or not isinstance(subject, dict):
        raise StatusError(StatusFault.VERIFICATION, "it is not a status list")
    purposes, encoded = subject.get("statusPurpose"), subject.get("encodedList")
    if not isinstance(encoded, str) or not all(isinstance(each, str) for each in _listed(purposes)):
        raise StatusError(StatusFault.VERIFICATION, "it holds no list")
    return StatusList(
        bits=decode(encoded),
        purposes=tuple(_listed(purposes)),
        id=str(document.get("id", "")),
        valid_from=_moment(document, "validFrom"),
        valid_until=_moment(document, "validUntil"),
        ttl=_ttl(subject),
    )


def read_status(entry: StatusEntry, found: StatusList) -> StatusValue:
    """The value of `entry` in `found` (§3.2); StatusError when the list cannot tell."""
    if entry.purpose not in found.purposes:
        raise StatusError(StatusFault.VERIFICATION, "it serves another purpose")
    if len(found.bits) // entry.size < LEAST_ENTRIES:
        raise StatusError(StatusFault.LENGTH, f"it has fewer than {LEAST_ENTRIES} places")
    if (entry.index + 1) * entry.size > len(found.bits):
        raise StatusError(StatusFault.RANGE, f"it has no place {entry.index}")
    value = found.bits.value(entry.index, entry.size)
    return StatusValue(entry.purpose, value, dict(entry.messages).get(value, ""))


def _messages(node: Json, size: int) -> tuple[tuple[int, str], ...]:
    """§2.1: one message for each value an entry of more than one bit may have."""
    said = node.get("statusMessage")
    if said is None:
        if size > 1:
            raise _malformed("it has several bits and does not say what they mean")
        return ()
    messages = {
        _hexadecimal(each): str(each.get("message", "")) for each in _listed(said) if isinstance(each, dict)
    }
    if messages.keys() != set(range(2**size)) or len(messages) != len(_listed(said)):
        raise _malformed("it does not say what each value means")
    return tuple(sorted(messages.items()))


def _hexadecimal(message: Json) -> int:
    text = message.get("status")
    if not isinstance(text, str) or not text.startswith("0x"):
        raise _malformed("a status is not written like 0x1")
    try:
        return int(text, 16)
    except ValueError as cause:
        raise _malformed("a status is not written like 0x1") from cause


def _whole(value: Any, what: str) -> int:
    text = str(value)
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or len(text) > _MOST_DIGITS:
        raise _malformed(f"{what} is not a whole number")
    return int(text)


def _ttl(subject: Json) -> timedelta | None:
    """§2.2: milliseconds for which a copy may be kept."""
    value = subject.get("ttl")
    return None if value is None else timedelta(milliseconds=_whole(value, "how long it may be kept"))


def _moment(document: Json, name: str) -> datetime | None:
    value = document.get(name)
    return None if value is None else moment(value, pointer=f"/{name}")


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _malformed(detail: str) -> StatusError:
    return StatusError(StatusFault.MALFORMED, detail)
