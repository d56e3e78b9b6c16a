"""Packs a course into a package: same source, same bytes, same id."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from tequio.learning.content import manifest
from tequio.learning.values import Blob, Package
from tequio_standards.qti import item_to_json
from tequio_standards.strict import jcs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tequio.learning.content.shape import CourseSource
    from tequio_standards.qti import Item

JSON = "application/json"


def pack(source: CourseSource) -> Package:
    """The package of `source`. Final and delayed items leave only a fingerprint in it, so that a version pins them."""
    items = Blob(items_bytes(source.practice), JSON)
    blobs = dict(sorted({**source.blobs, digest_of(items.data): items}.items()))
    data = manifest.to_json(source.shape) | {
        "items": digest_of(items.data),
        "summative": {"final": _pool(source.final), "delayed": _pool(source.delayed)},
        "blobs": {key: {"media_type": one.media_type, "bytes": len(one.data)} for key, one in blobs.items()},
    }
    written = jcs(data)
    return Package(digest_of(written), written, blobs)


def items_bytes(items: Iterable[Item]) -> bytes:
    """Items as canonical JSON, keys and all."""
    return jcs([item_to_json(item) for item in items])


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _pool(items: tuple[Item, ...]) -> dict[str, object] | None:
    return {"count": len(items), "sha256": digest_of(items_bytes(items))} if items else None
