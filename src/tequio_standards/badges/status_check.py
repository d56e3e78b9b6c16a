"""Whether the issuer took a credential back, from the copies of status lists at hand (Bitstring Status List §3.2)."""

from datetime import datetime
from typing import Any, Final

from tequio_standards.badges.form import types_of
from tequio_standards.badges.report import Check, State
from tequio_standards.badges.status_history import stood_on
from tequio_standards.badges.status_lists import open_list, untrusted
from tequio_standards.badges.trust import CachedStatusList, Trust
from tequio_standards.badges.wording import say
from tequio_standards.strict import StrictError
from tequio_standards.vc import CredentialError, issuer_of, moment_text
from tequio_standards.vc.status_reading import StatusEntry, StatusList, entry_of, read_status

_BAD: Final = {"revocation": "revoked", "suspension": "suspended"}
_WORST_FIRST: Final = (State.FAILED, State.UNKNOWN, State.NOT_CHECKED, State.STALE, State.OK)
_MOST_ENTRIES: Final = 8

Json = dict[str, Any]  # Any: a credential is JSON that others extend


def check_status(document: Json, *, trust: Trust, at: datetime) -> Check:
    """The worst of all the credential's status entries."""
    entries = document.get("credentialStatus", [])
    entries = entries if isinstance(entries, list) else [entries]
    if not entries:
        return say("status", State.NOT_CHECKED, "status_none", at, required=False)
    if len(entries) > _MOST_ENTRIES:
        return say("status", State.UNKNOWN, "status_kind_unknown", at)
    checks = [_check_entry(entry, document, trust, at) for entry in entries]
    return min(checks, key=lambda check: _WORST_FIRST.index(check.state))


def _check_entry(entry: Any, document: Json, trust: Trust, at: datetime) -> Check:
    if not isinstance(entry, dict) or not _is_ours(entry):
        return say("status", State.UNKNOWN, "status_kind_unknown", at)
    url, issuer = entry.get("statusListCredential"), issuer_of(document)
    cached = trust.status_lists.get(url) if isinstance(url, str) else None
    if cached is None:
        return say("status", State.NOT_CHECKED, "status_not_available", at)
    keys = trust.keys_of(issuer)
    try:
        place = entry_of(entry)
        opened = open_list(cached.data, issuer=issuer, keys=keys)
        checked = _judge(place, opened, cached, trust, at)
        later = checked.code == "revoked" and opened.valid_from is not None and at < opened.valid_from
        stood = stood_on(place, trust.earlier.get(place.url, ()), issuer, keys, at) if later else None
        return checked if stood is None else _revoked_later(checked, stood, at)
    except (StrictError, CredentialError) as refused:
        return say("status", State.UNKNOWN, "status_untrusted", at, detail=refused.message)


def _revoked_later(revoked: Check, stood: datetime, at: datetime) -> Check:
    as_of, before = revoked.args["as_of"], moment_text(stood)
    return say("status", State.FAILED, "revoked_later", at, as_of=as_of, stood_on=before)


def _is_ours(entry: Json) -> bool:
    kind = "BitstringStatusListEntry" in types_of(entry)
    return kind and str(entry.get("statusPurpose")) in _BAD and entry.get("statusSize", 1) in (1, "1")


def _judge(
    entry: StatusEntry, opened: StatusList, cached: CachedStatusList, trust: Trust, at: datetime
) -> Check:
    as_of = moment_text(cached.fetched_at)
    if not read_status(entry, opened).valid:
        return say("status", State.FAILED, _BAD[entry.purpose], at, as_of=as_of)
    if (
        opened.id != entry.url
    ):  # another list of the issuer may have been slipped in: its silence says nothing
        raise untrusted("it is the list of another address")
    if _is_stale(opened, cached, trust, at):
        return say("status", State.STALE, "status_stale", at, as_of=as_of)
    return say("status", State.OK, "status_good", at, as_of=as_of)


def _is_stale(opened: StatusList, cached: CachedStatusList, trust: Trust, at: datetime) -> bool:
    """Past its own end, or kept for longer than the verifier or the issuer allows."""
    ended = opened.valid_until is not None and opened.valid_until < at
    kept = trust.max_age if opened.ttl is None else min(trust.max_age, opened.ttl)
    return ended or cached.fetched_at + kept < at
