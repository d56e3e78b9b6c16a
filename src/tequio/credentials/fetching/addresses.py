"""Which addresses belong to the public internet: a name may resolve to anything, so the answer is what is judged."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Final

from tequio.credentials.fetching.refusals import FetchRefused, Why

if TYPE_CHECKING:
    from collections.abc import Sequence

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PUBLIC_6: Final = ipaddress.IPv6Network("2000::/3")  # all that was ever given out (RFC 4291 §2.4)
_NEVER: Final = tuple(
    map(
        ipaddress.ip_network,
        (
            "192.0.0.0/24",  # protocols (RFC 6890); Oracle answers its machines here
            "168.63.129.16/32",  # Azure answers its machines here, though the address looks public
            "192.88.99.0/24",  # the relay of 6to4 (RFC 7526)
            "2001::/23",  # protocols: Teredo, ORCHID, … (RFC 2928)
            "2002::/16",  # 6to4 carries an IPv4 address (RFC 3056)
            "3fff::/20",  # documentation (RFC 9637)
        ),
    )
)


def is_public(text: str) -> bool:
    """Whether a program may be sent to this address; an IPv4 address in IPv6 clothes is judged by what it is."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(str(address.ipv4_mapped))
        if address not in _PUBLIC_6:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved and not _never(address)


def public_only(addresses: Sequence[str]) -> tuple[str, ...]:
    """All of them; FetchRefused when there is none, or when even one of them is not public."""
    if not addresses:
        raise FetchRefused(Why.NO_ADDRESS)
    if not all(map(is_public, addresses)):
        raise FetchRefused(Why.ADDRESS)
    return tuple(addresses)


def _never(address: Address) -> bool:
    return any(address.version == network.version and address in network for network in _NEVER)
