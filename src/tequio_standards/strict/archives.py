"""Archives from strangers, read into memory: which kind, how much may come out, and which names are let through."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tequio_standards.strict.errors import Malformed, TooLarge, Unsafe

_LONGEST_NAME: Final = 1_000


@dataclass(frozen=True, slots=True)
class ArchiveLimits:
    """How much an archive may hold. `ratio` counts only once more than `ratio_from` bytes came out."""

    packed_bytes: int = 128_000_000
    members: int = 20_000
    member_bytes: int = 64_000_000
    total_bytes: int = 256_000_000
    ratio: int = 100
    ratio_from: int = 8_000_000


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive: its cleaned path, with forward slashes, and its bytes."""

    path: str
    data: bytes


class Budget:
    """Counts what comes out of one archive and stops it at the limits."""

    def __init__(self, limits: ArchiveLimits, packed: int) -> None:
        if packed > limits.packed_bytes:
            raise TooLarge(f"The archive has {packed} bytes; at most {limits.packed_bytes} are read.")
        self.limits = limits
        self._packed = packed
        self._total = 0
        self._paths: set[str] = set()

    def admit(self, name: str, size: int) -> str:
        """The cleaned path of a member that says it has `size` bytes; refused by name, number or size."""
        path = clean_path(name)
        if path in self._paths:
            raise Unsafe("Two members have the same name.", pointer=path)
        self._paths.add(path)
        if len(self._paths) > self.limits.members:
            raise TooLarge(f"The archive has more than {self.limits.members} members.")
        self._spend(size, path)
        return path

    def most(self) -> int:
        """How many bytes one member may still have."""
        return min(self.limits.member_bytes, self.limits.total_bytes - self._total)

    def _spend(self, size: int, path: str) -> None:
        if size < 0 or size > self.limits.member_bytes:
            raise TooLarge(f"The member has {size} bytes.", pointer=path)
        self._total += size
        if self._total > self.limits.total_bytes:
            raise TooLarge(f"The archive unpacks to more than {self.limits.total_bytes} bytes.", pointer=path)
        if self._total > max(self.limits.ratio_from, self._packed * self.limits.ratio):
            raise Unsafe("The archive unpacks to far more than its size: a bomb.", pointer=path)


def clean_path(name: str) -> str:
    """The name as a relative path with forward slashes; Unsafe when it climbs, is absolute or hides something."""
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise Unsafe(f"A member's name is too long or holds unprintable characters: {name[:80]!r}.")
    if "\\" in name or name.startswith("/") or name[1:2] == ":":
        raise Unsafe("A member's name is an absolute path or one of another system.", pointer=name)
    parts = [part for part in name.split("/") if part not in ("", ".")]
    if ".." in parts or not parts:
        raise Unsafe("A member's name climbs out of the archive.", pointer=name)
    return "/".join(parts)


def unique(members: Iterator[Member]) -> dict[str, bytes]:
    """Path → bytes."""
    return {member.path: member.data for member in members}


def refuse_unknown(data: bytes) -> Malformed:
    """The error for what is no archive we read."""
    return Malformed(f"Neither ZIP nor TAR (it begins with {data[:4].hex()}).")
