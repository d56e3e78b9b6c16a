"""Whether the issuer took a credential back, from the copies of status lists at hand (Bitstring Status List §3.2)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tequio_standards.badges.form import types_of
from tequio_standards.badges.report import Check, State
from tequio_standards.badges.resolving import resolver
from tequio_standards.badges.trust import CachedStatusList, Trust
from tequio_standards.badges.wording import say
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import CredentialError, issuer_of, moment, moment_text, verify_proof
from tequio_standards.vc.status import Bits, decode

MOST_LIST_BYTES = 1_000_000
_BAD = {"revocation": "revoked", "suspension": "suspended"}
_WORST_FIRST = (State.FAILED, State.UNKNOWN, State.NOT_CHECKED, State.STALE, State.OK)

Json = dict[str, Any]  # Any: a credential is JSON that others extend


@dataclass(frozen=True, slots=True)
class _OpenList:
    bits: Bits
    purposes: tuple[str, ...]
    valid_until: datetime | None
    fetched_at: datetime
    at_home: bool  # whether it calls itself by the address it was asked for at


def check_status(document: Json, *, trust: Trust, at: datetime) -> Check:
    """The worst of all the credential's status entries."""
    entries = document.get("credentialStatus", [])
    entries = entries if isinstance(entries, list) else [entries]
    if not entries:
        return say("status", State.NOT_CHECKED, "status_none", at, required=False)
    checks = [_check_entry(entry, document, trust, at) for entry in entries]
    return min(checks, key=lambda check: _WORST_FIRST.index(check.state))


def _check_entry(entry: Any, document: Json, trust: Trust, at: datetime) -> Check:
    if not isinstance(entry, dict) or "BitstringStatusListEntry" not in types_of(entry):
        return say("status", State.UNKNOWN, "status_kind_unknown", at)
    url, purpose = entry.get("statusListCredential"), entry.get("statusPurpose")
    if str(purpose) not in _BAD or entry.get("statusSize", 1) not in (1, "1"):
        return say("status", State.UNKNOWN, "status_kind_unknown", at)
    cached = trust.status_lists.get(url) if isinstance(url, str) else None
    if cached is None:
        return say("status", State.NOT_CHECKED, "status_not_available", at)
    try:
        opened = _open(cached, url=str(url), issuer=issuer_of(document), trust=trust)
        return _judge(entry, opened, trust, at)
    except (StrictError, CredentialError) as refused:
        return say("status", State.UNKNOWN, "status_untrusted", at, detail=refused.message)


def _open(cached: CachedStatusList, *, url: str, issuer: str, trust: Trust) -> _OpenList:
    document = load_json(cached.data, max_bytes=MOST_LIST_BYTES)
    if not isinstance(document, dict):
        raise _untrusted("it is not a credential")
    result = verify_proof(document, resolve=resolver(trust))
    if result.verified is None or not result.issuer_bound:
        raise _untrusted(result.message if result.verified is None else "another key signed it")
    verified = result.verified
    if issuer_of(verified) != issuer:
        raise _untrusted("another issuer publishes it")
    if "BitstringStatusListCredential" not in types_of(verified):
        raise _untrusted("it is not a status list")
    return _opened(verified, cached.fetched_at, at_home=verified.get("id") == url)


def _opened(verified: Json, fetched_at: datetime, *, at_home: bool) -> _OpenList:
    subject = verified.get("credentialSubject")
    if not isinstance(subject, dict) or not isinstance(subject.get("encodedList"), str):
        raise _untrusted("it holds no list")
    purposes = subject.get("statusPurpose")
    until = verified.get("validUntil")
    return _OpenList(
        bits=decode(subject["encodedList"]),
        purposes=tuple(purposes) if isinstance(purposes, list) else (str(purposes),),
        valid_until=moment(until) if until is not None else None,
        fetched_at=fetched_at,
        at_home=at_home,
    )


def _judge(entry: Json, opened: _OpenList, trust: Trust, at: datetime) -> Check:
    purpose = str(entry["statusPurpose"])
    if purpose not in opened.purposes:
        raise _untrusted("it serves another purpose")
    as_of = moment_text(opened.fetched_at)
    if opened.bits[_index(entry.get("statusListIndex"))]:
        return say("status", State.FAILED, _BAD[purpose], at, as_of=as_of)
    if not opened.at_home:  # another list of the issuer may have been slipped in: its silence says nothing
        raise _untrusted("it is the list of another address")
    ended = opened.valid_until is not None and opened.valid_until < at
    if ended or opened.fetched_at + trust.max_age < at:
        return say("status", State.STALE, "status_stale", at, as_of=as_of)
    return say("status", State.OK, "status_good", at, as_of=as_of)


def _index(value: Any) -> int:
    """A text by the standard; a number is tolerated, since others publish it so."""
    text = str(value)
    if isinstance(value, bool) or not text.isascii() or not text.isdigit() or len(text) > 12:
        raise _untrusted("the credential's place in it is not a number")
    return int(text)


def _untrusted(detail: str) -> CredentialError:
    return CredentialError("status_untrusted", detail)
