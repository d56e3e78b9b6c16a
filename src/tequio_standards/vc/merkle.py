"""Merkle trees of an append-only log (RFC 9162 §2.1): roots, and proofs that something was in it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tequio_standards.vc.errors import CredentialError

HASH_BYTES: Final = 32
EMPTY_ROOT: Final = hashlib.sha256(b"").digest()


@dataclass(frozen=True, slots=True)
class Edge:
    """A log of `size` leaves by the roots of its whole subtrees, largest first: enough to append and to tell the root."""

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    def appended(self, leaf: bytes) -> "Edge":
        """The edge with one more leaf, given as `leaf_hash`."""
        peaks, size = [*self.peaks, leaf], self.size
        while size & 1:  # two whole subtrees of one height make a higher one
            right, left = peaks.pop(), peaks.pop()
            peaks.append(node_hash(left, right))
            size >>= 1
        return Edge(self.size + 1, tuple(peaks))

    @property
    def root(self) -> bytes:
        """The root of the whole log (RFC 9162 §2.1.1)."""
        if not self.peaks:
            return EMPTY_ROOT
        *others, root = self.peaks
        for left in reversed(others):
            root = node_hash(left, root)
        return root

    def to_bytes(self) -> bytes:
        """The peaks one after the other; their number follows from `size`."""
        return b"".join(self.peaks)

    @classmethod
    def from_bytes(cls, size: int, data: bytes) -> "Edge":
        """The inverse of `to_bytes`; CredentialError when the bytes do not fit the size."""
        if len(data) != HASH_BYTES * size.bit_count():
            raise CredentialError("malformed", "The edge of a log does not fit its size.")
        return cls(size, tuple(data[at : at + HASH_BYTES] for at in range(0, len(data), HASH_BYTES)))


def leaf_hash(data: bytes) -> bytes:
    """The hash of one entry."""
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees."""
    return hashlib.sha256(b"\1" + left + right).digest()


def root_of(leaves: Sequence[bytes]) -> bytes:
    """The root over leaf hashes."""
    edge = Edge()
    for leaf in leaves:
        edge = edge.appended(leaf)
    return edge.root


def inclusion_proof(leaves: Sequence[bytes], num: int) -> tuple[bytes, ...]:
    """The path from leaf `num` to the root over `leaves`, nearest first (RFC 9162 §2.1.3.1)."""
    if not 0 <= num < len(leaves):
        raise CredentialError("malformed", "The log has no such entry.")
    if len(leaves) == 1:
        return ()
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if num < split:
        return (*inclusion_proof(left, num), root_of(right))
    return (*inclusion_proof(right, num - split), root_of(left))


def is_included(leaf: bytes, num: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `path` proves that leaf hash `leaf` is entry `num` of the log with this size and root (§2.1.3.2)."""
    if not 0 <= num < size:
        return False
    at, last, found = num, size - 1, leaf
    for step in path:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node_hash(step, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node_hash(found, step)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def consistency_proof(leaves: Sequence[bytes], first: int) -> tuple[bytes, ...]:
    """What proves that the log of the first `first` leaves is a beginning of this one (RFC 9162 §2.1.4.1)."""
    if not 0 < first <= len(leaves):
        raise CredentialError("malformed", "The log was never of that size.")
    return _consistency(leaves, first, known=True)


def is_consistent(first: int, second: int, path: Sequence[bytes], old_root: bytes, new_root: bytes) -> bool:
    """Whether `path` proves that the log of size `second` only added to that of size `first` (§2.1.4.2)."""
    if not 0 < first <= second:
        return False
    if first == second:
        return not path and old_root == new_root
    steps = [old_root, *path] if first & (first - 1) == 0 else list(path)
    if not steps:
        return False
    at, last = first - 1, second - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = steps[0]
    for step in steps[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(step, old), node_hash(step, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, step)
        at, last = at >> 1, last >> 1
    return last == 0 and old == old_root and new == new_root


def _consistency(leaves: Sequence[bytes], first: int, *, known: bool) -> tuple[bytes, ...]:
    if first == len(leaves):
        return () if known else (root_of(leaves),)
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if first <= split:
        return (*_consistency(left, first, known=known), root_of(right))
    return (*_consistency(right, first - split, known=False), root_of(left))


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)
