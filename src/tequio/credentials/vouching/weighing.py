"""What taking a registry in would change, and what may never be taken. Pure: over what is known and what is offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tequio.credentials.vouching.registry_file import SignedRegistry, UnfitRegistry, signed_by
from tequio.credentials.vouching.values import Become, Change
from tequio_standards import vc

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tequio_standards.badges import IssuerInfo
    from tequio_standards.vc import KeyPeriod

_CLOCKS_DIFFER = timedelta(minutes=5)
_NEVER_REAL = (".example", ".test", ".invalid", ".localhost")  # RFC 2606: names that cannot exist


@dataclass(frozen=True, slots=True)
class Known:
    """What this hub holds: its own issuers, those it believes, and what it took from this signer, last and when."""

    own: Mapping[str, IssuerInfo]
    believed: Mapping[str, IssuerInfo]
    from_signer: frozenset[str] = frozenset()
    last_as_of: datetime | None = None


def weigh(offered: SignedRegistry, known: Known, *, now: datetime) -> tuple[Change, ...]:
    """Every issuer, what asks for a look first; `UnfitRegistry` when nothing of it may be taken."""
    as_of = offered.trust.as_of
    if as_of is None or as_of > now + _CLOCKS_DIFFER:
        raise UnfitRegistry("from_the_future")
    if known.last_as_of is not None and as_of < known.last_as_of:
        raise UnfitRegistry("older")
    _refuse_disowned(offered, known)
    changes = [_change(did, info, known) for did, info in sorted(offered.trust.issuers.items())]
    gone = sorted(known.from_signer - offered.trust.issuers.keys())
    changes += [Change(did, Become.GONE, known.believed[did], None) for did in gone if did in known.believed]
    order = list(Become)
    first = (Become.KEYS, Become.NEW, Become.WORDS, Become.CLOSED, Become.GONE, Become.OURS, Become.SAME)
    assert set(first) == set(order)
    return tuple(sorted(changes, key=lambda change: first.index(change.become)))


def _refuse_disowned(offered: SignedRegistry, known: Known) -> None:
    """Where the signer is known, a key of it that is known has to be good by what is known, whatever the file says."""
    mine = {**known.believed, **known.own}.get(offered.signer)
    fragment = offered.method.partition("#")[2]
    if mine is not None and any(key.multibase == fragment for key in mine.keys):
        signed_by(offered.document, {offered.signer: mine.keys})


def _change(did: str, info: IssuerInfo, known: Known) -> Change:
    if did in known.own:
        if {key.multibase for key in info.keys} - {key.multibase for key in known.own[did].keys}:
            raise UnfitRegistry("speaks_for_us", did)
        return Change(did, Become.OURS, known.own[did], info)
    _refuse_false_name(did, info)
    before = known.believed.get(did)
    if before is None:
        return Change(did, Become.NEW, None, info, _same_name(did, info, known))
    if before.demo and not info.demo:
        raise UnfitRegistry("demo_stripped", did)
    return Change(did, _become(before, info), before, info)


def _refuse_false_name(did: str, info: IssuerInfo) -> None:
    """A did:key is its own key; a name that cannot exist is a demo's."""
    if did.startswith("did:key:") and any(f"did:key:{key.multibase}" != did for key in info.keys):
        raise UnfitRegistry("false_did_key", did)
    host = did.removeprefix("did:web:").partition(":")[0].partition("%")[0].lower()
    if did.startswith("did:web:") and host.endswith(_NEVER_REAL) and not info.demo:
        raise UnfitRegistry("demo_stripped", did)


def _same_name(did: str, info: IssuerInfo, known: Known) -> str:
    said = {name.casefold() for name in info.names.values()}
    others = {**known.believed, **known.own}
    return next(
        (
            other
            for other, one in others.items()
            if other != did and said & {name.casefold() for name in one.names.values()}
        ),
        "",
    )


def _become(before: IssuerInfo, after: IssuerInfo) -> Become:
    if any(_wider(before.keys, key) for key in after.keys):
        return Become.KEYS
    if set(before.keys) != set(after.keys):
        return Become.CLOSED
    return Become.SAME if replace(before, keys=after.keys) == after else Become.WORDS


def _wider(before: Iterable[KeyPeriod], key: KeyPeriod) -> bool:
    """Whether something can be signed with `key` that could not before."""
    old = next((one for one in before if one.multibase == key.multibase), None)
    if old is None:
        return True
    if old == key:
        return False
    rank = [vc.KeyState.COMPROMISED, vc.KeyState.NEXT, vc.KeyState.RETIRED, vc.KeyState.ACTIVE]
    earlier = old.valid_from is not None and (key.valid_from is None or key.valid_from < old.valid_from)
    later = old.valid_until is not None and (key.valid_until is None or key.valid_until > old.valid_until)
    witnessed = old.state is vc.KeyState.COMPROMISED and not key.logged <= old.logged
    return earlier or later or witnessed or rank.index(key.state) > rank.index(old.state)
