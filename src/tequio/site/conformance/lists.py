"""The status lists of the throw-away issuer: one for each purpose, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from tequio_standards import vc
from tequio_standards.vc import status
from tequio_standards.vc.status_reading import StatusEntry, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

PURPOSES: Final = ("revocation", "suspension")

Json = dict[str, Any]  # Any: credentials are JSON


@dataclass(slots=True)
class Lists:
    """`address`: where the server is reached; the lists lie below it."""

    address: str
    taken: dict[str, int] = field(default_factory=dict)  # a credential's id to its place
    bits: dict[str, status.Bits] = field(
        default_factory=lambda: {purpose: status.Bits.empty() for purpose in PURPOSES}
    )

    def entries_for(self, document: Json) -> list[Json]:
        """A place for the document in every list."""
        index = len(self.taken)
        self.taken[str(document.get("id", f"urn:place:{index}"))] = index
        return [status.status_entry(url=self.url(each), index=index, purpose=each) for each in PURPOSES]

    def put(self, credential: str, purpose: str, *, raised: bool) -> bool:
        """Raise or lower the bit of a credential; False when there is none."""
        if credential not in self.taken or purpose not in self.bits:
            return False
        self.bits[purpose].set(self.taken[credential], raised=raised)
        return True

    def raised(self, document: Json) -> str:
        """The purpose of a bit that is raised for the document, or an empty text; lists of others are not asked."""
        entries = document.get("credentialStatus", [])
        for node in entries if isinstance(entries, list) else [entries]:
            if node.get("type") == "BitstringStatusListEntry" and self._is_raised(entry_of(node)):
                return str(node["statusPurpose"])
        return ""

    def credential(self, purpose: str, *, issuer: str, sign: Callable[[Json], Json], now: datetime) -> Json:
        """The signed list."""
        unsigned = status.build_status_list(
            url=self.url(purpose),
            issuer=issuer,
            bits=self.bits[purpose],
            valid_from=now.replace(microsecond=0),
            purpose=purpose,
        )
        return sign(unsigned)

    def url(self, purpose: str) -> str:
        """Where a list lies."""
        return f"{self.address}/status/{purpose}"

    def _is_raised(self, entry: StatusEntry) -> bool:
        bits = self.bits.get(entry.purpose)
        if bits is None or entry.url != self.url(entry.purpose):
            return False
        if entry.index >= len(bits):
            raise vc.CredentialError("status_out_of_range", "The list has no such place.")
        return bits[entry.index]
