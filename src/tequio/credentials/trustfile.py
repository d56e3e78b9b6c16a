"""The trust file: issuers with their keys, and copies of their status lists, as JSON one can carry on a stick.

Pure and without Django, so that `tequio verify` starts fast. The format is documented in docs/verifying.md.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tequio_standards.badges import CachedStatusList, IssuerInfo, Trust
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import CredentialError, KeyPeriod, KeyState, moment, moment_text

if TYPE_CHECKING:
    from datetime import datetime

FORMAT = 1
MOST_BYTES = 32_000_000

Json = dict[str, Any]  # JSON values


class TrustFileError(ValueError):
    """The file is not a trust file; the message says what is wrong with it."""


def to_bytes(trust: Trust) -> bytes:
    """`trust` as a file."""
    whole = {
        "format": FORMAT,
        "name": trust.name,
        "as_of": _moment_text(trust.as_of),
        "max_age_days": trust.max_age.days,
        "issuers": {did: issuer_to_json(info) for did, info in trust.issuers.items()},
        "status_lists": {url: _list_to_json(kept) for url, kept in trust.status_lists.items()},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def from_bytes(data: bytes) -> Trust:
    """Read a trust file; `TrustFileError` when it is none."""
    try:
        whole = load_json(data, max_bytes=MOST_BYTES)
        if not isinstance(whole, dict) or whole.get("format") != FORMAT:
            raise TrustFileError(f"This is not a trust file of format {FORMAT}.")
        return _trust(whole)
    except (StrictError, CredentialError) as error:
        raise TrustFileError(f"The trust file cannot be read: {error}") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise TrustFileError(f"The trust file is incomplete: {error!r}") from error


def issuer_to_json(info: IssuerInfo) -> Json:
    """One issuer's entry."""
    return {
        "names": dict(info.names),
        "country": info.country,
        "url": info.url,
        "demo": info.demo,
        "keys": [
            {
                "multibase": key.multibase,
                "valid_from": _moment_text(key.valid_from),
                "valid_until": _moment_text(key.valid_until),
                "state": str(key.state),
            }
            for key in info.keys
        ],
    }


def issuer_from_json(entry: Json) -> IssuerInfo:
    """The inverse of `issuer_to_json`."""
    keys = tuple(
        KeyPeriod(
            key["multibase"], _moment(key["valid_from"]), _moment(key["valid_until"]), KeyState(key["state"])
        )
        for key in entry["keys"]
    )
    names = {str(language): str(name) for language, name in entry["names"].items()}
    return IssuerInfo(
        names, keys, bool(entry.get("demo")), str(entry.get("url", "")), str(entry.get("country", ""))
    )


def _trust(whole: Json) -> Trust:
    return Trust(
        issuers={did: issuer_from_json(entry) for did, entry in whole["issuers"].items()},
        status_lists={url: _list_from_json(kept) for url, kept in whole["status_lists"].items()},
        as_of=_moment(whole.get("as_of")),
        name=str(whole.get("name", "")),
        max_age=timedelta(days=int(whole.get("max_age_days", 7))),
    )


def _list_to_json(kept: CachedStatusList) -> Json:
    return {"fetched_at": moment_text(kept.fetched_at), "document": kept.data.decode()}


def _list_from_json(entry: Json) -> CachedStatusList:
    return CachedStatusList(entry["document"].encode(), moment(entry["fetched_at"]))


def _moment(text: str | None) -> datetime | None:
    return None if text is None else moment(text)


def _moment_text(when: datetime | None) -> str | None:
    return None if when is None else moment_text(when)
