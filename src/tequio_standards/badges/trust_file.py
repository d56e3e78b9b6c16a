"""The trust file: a `Trust` as JSON that one hub writes and anyone's verifier reads.

`{"format": 1, "name", "as_of", "max_age_days", "issuers": {DID: {"names", "keys": [{"multibase", "valid_from",
"valid_until", "state", "logged"}], "demo", "url", "country"}}, "status_lists": {URL: {"fetched_at", "document"}},
"accreditations": [signed documents as texts]}`
"""

import base64
import json
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from tequio_standards.badges.trust import CachedStatusList, IssuerInfo, Trust
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import CredentialError, KeyPeriod, KeyState, moment, moment_text, public_key
from tequio_standards.vc.keys import WITNESS_BYTES

FORMAT: Final = 1
MOST_BYTES: Final = 32_000_000

_T = TypeVar("_T")

Json = dict[str, Any]  # Any: JSON of a known shape, checked while reading


class TrustFileError(ValueError):
    """Not a trust file; `pointer` says where."""

    def __init__(self, message: str, *, pointer: str = "") -> None:
        super().__init__(f"{message} ({pointer or 'the whole file'})")
        self.pointer = pointer


def trust_to_bytes(trust: Trust) -> bytes:
    """`trust` as a file."""
    document = {
        "format": FORMAT,
        "name": trust.name,
        "as_of": _stamp(trust.as_of),
        "max_age_days": trust.max_age.days,
        "issuers": {did: issuer_to_json(info) for did, info in sorted(trust.issuers.items())},
        "status_lists": {
            url: {
                "fetched_at": moment_text(kept.fetched_at),
                "document": kept.data.decode("utf-8"),
                **_earlier_json(trust, url),
            }
            for url, kept in sorted(trust.status_lists.items())
        },
        "accreditations": [document.decode("utf-8") for document in trust.accreditations],
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def parse_trust(data: bytes) -> Trust:
    """Read a trust file; TrustFileError names the place of the first fault."""
    try:
        document = load_json(data, max_bytes=MOST_BYTES)
    except StrictError as cause:
        raise TrustFileError(cause.message, pointer=cause.pointer) from cause
    reader = _Reader(document, "")
    if reader.get("format", int) != FORMAT:
        raise TrustFileError(f"Only trust files of format {FORMAT} can be read.", pointer="/format")
    return Trust(
        issuers={did: _issuer(entry) for did, entry in reader.entries("issuers")},
        status_lists={url: _status_list(entry) for url, entry in reader.entries("status_lists")},
        earlier={
            url: _earlier(entry) for url, entry in reader.entries("status_lists") if "earlier" in entry.value
        },
        as_of=reader.moment("as_of"),
        name=reader.get("name", str, ""),
        max_age=timedelta(days=reader.get("max_age_days", int, 7)),
        accreditations=_texts(reader, "accreditations"),
    )


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
                "valid_from": _stamp(key.valid_from),
                "valid_until": _stamp(key.valid_until),
                "state": str(key.state),
                **({"logged": _witnesses(key)} if key.logged else {}),
            }
            for key in info.keys
        ],
    }


def issuer_from_json(entry: Any) -> IssuerInfo:
    """The inverse of `issuer_to_json`."""
    return _issuer(_Reader(entry, ""))


class _Reader:
    """A JSON object and where it stands, so that every fault can say its place."""

    def __init__(self, value: Any, pointer: str) -> None:
        if not isinstance(value, dict):
            raise TrustFileError("An object is expected.", pointer=pointer)
        self.value, self.pointer = value, pointer

    def at(self, name: str) -> str:
        return f"{self.pointer}/{name.replace('~', '~0').replace('/', '~1')}"

    def get(self, name: str, kind: type[_T], default: _T | None = None) -> _T:
        value = self.value.get(name, default)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise TrustFileError(f"A value of kind {kind.__name__} is expected.", pointer=self.at(name))
        return value

    def entries(self, name: str) -> list[tuple[str, "_Reader"]]:
        inner = _Reader(self.get(name, dict, {}), self.at(name))
        return [(key, _Reader(value, inner.at(key))) for key, value in inner.value.items()]

    def members(self, name: str) -> list["_Reader"]:
        return [_Reader(value, f"{self.at(name)}/{num}") for num, value in enumerate(self.get(name, list))]

    def moment(self, name: str) -> datetime | None:
        value = self.value.get(name)
        try:
            return None if value is None else moment(value)
        except CredentialError as cause:
            raise TrustFileError(cause.message, pointer=self.at(name)) from cause


def _issuer(entry: _Reader) -> IssuerInfo:
    names = entry.get("names", dict)
    if not names or not all(isinstance(name, str) and name for name in names.values()):
        raise TrustFileError("An issuer needs a name.", pointer=entry.at("names"))
    return IssuerInfo(
        names=names,
        keys=tuple(_key(key) for key in entry.members("keys")),
        demo=entry.get("demo", bool, False),
        url=entry.get("url", str, ""),
        country=entry.get("country", str, ""),
    )


def _key(entry: _Reader) -> KeyPeriod:
    multibase, state = entry.get("multibase", str), entry.get("state", str, "active")
    try:
        public_key(multibase)
    except CredentialError as cause:
        raise TrustFileError(cause.message, pointer=entry.at("multibase")) from cause
    if state not in list(KeyState):
        raise TrustFileError(f"“{state}” is not a state of a key.", pointer=entry.at("state"))
    begun, ended = entry.moment("valid_from"), entry.moment("valid_until")
    return KeyPeriod(multibase, begun, ended, KeyState(state), _logged(entry))


def _witnesses(key: KeyPeriod) -> str:
    """The witnesses in one text, in order: 16 bytes each."""
    return base64.b64encode(b"".join(sorted(key.logged))).decode()


def _logged(entry: _Reader) -> frozenset[bytes]:
    try:
        data = base64.b64decode(entry.get("logged", str, ""), validate=True)
    except ValueError as cause:
        raise TrustFileError("Base64 is expected.", pointer=entry.at("logged")) from cause
    if len(data) % WITNESS_BYTES:
        raise TrustFileError(f"Witnesses have {WITNESS_BYTES} bytes each.", pointer=entry.at("logged"))
    return frozenset(data[at : at + WITNESS_BYTES] for at in range(0, len(data), WITNESS_BYTES))


def _status_list(entry: _Reader) -> CachedStatusList:
    fetched_at = entry.moment("fetched_at")
    if fetched_at is None:
        raise TrustFileError("When the list was fetched is missing.", pointer=entry.at("fetched_at"))
    return CachedStatusList(entry.get("document", str).encode("utf-8"), fetched_at)


def _texts(entry: _Reader, name: str) -> tuple[bytes, ...]:
    texts = entry.get(name, list, [])
    if not all(isinstance(text, str) for text in texts):
        raise TrustFileError("Texts are expected.", pointer=entry.at(name))
    return tuple(text.encode("utf-8", "surrogatepass") for text in texts)


def _earlier_json(trust: Trust, url: str) -> Json:
    kept = trust.earlier.get(url, ())
    return {"earlier": [each.data.decode("utf-8") for each in kept]} if kept else {}


def _earlier(entry: _Reader) -> tuple[CachedStatusList, ...]:
    fetched_at, documents = _status_list(entry).fetched_at, entry.get("earlier", list)
    if not all(isinstance(each, str) for each in documents):
        raise TrustFileError("Earlier lists are texts.", pointer=entry.at("earlier"))
    return tuple(CachedStatusList(each.encode("utf-8"), fetched_at) for each in documents)


def _stamp(when: datetime | None) -> str | None:
    return None if when is None else moment_text(when)
