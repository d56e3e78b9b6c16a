"""Packages on disk: kept blob by blob, read by id. A package id never changes its meaning, so readings are cached."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import brotli
from django.conf import settings

from tequio.kit.errors import NotFound
from tequio.kit.going import ALONE
from tequio.kit.storage import BlobStore
from tequio.learning.content import manifest
from tequio.learning.values import Blob
from tequio_standards.qti import item_from_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tequio.kit.going import Going
    from tequio.learning.content.manifest import Manifest
    from tequio.learning.content.shape import ModuleShape
    from tequio.learning.values import Package
    from tequio_standards.qti import Item

CACHED = 64  # packages whose manifest stays parsed: about 100 kB each
QUALITY = 5  # what a page is compressed with on its way; measured within 3 % of the wire


@dataclass(frozen=True, slots=True)
class Figures:
    """What reading costs on the wire in the dearest language, compressed: the whole course, and each module."""

    course: int
    modules: Mapping[str, int]


def keep(package: Package, going: Going = ALONE) -> None:
    """Write every blob, then the manifest: a package that can be found is whole."""
    blobs = _store()
    for num, blob in enumerate(package.blobs.values()):
        going.step("keep", num, len(package.blobs))
        blobs.put(blob.data)
    blobs.put(package.manifest)


@lru_cache(maxsize=CACHED)
def load(package_id: str) -> Manifest:
    """The manifest named `package_id`; `NotFound` when this hub has it not."""
    return manifest.read(_store().get(package_id))


@lru_cache(maxsize=CACHED)
def items(package_id: str) -> Mapping[str, Item]:
    """The practice items of a package by key."""
    data = json.loads(_store().get(load(package_id).items))
    return {item.key: item for item in map(item_from_json, data)}


@lru_cache(maxsize=512)
def fragment(digest: str) -> str:
    """An HTML fragment of a package."""
    return _store().get(digest).decode()


def shown_blob(package_id: str, digest: str) -> Blob:
    """A blob that the package lists, with its media type. Practice items hold answers, so they are not shown."""
    whole = load(package_id)
    kind = whole.blobs.get(digest)
    if kind is None or digest == whole.items:
        raise NotFound(f"Package {package_id} shows no blob {digest}.")
    return Blob(_store().get(digest), kind[0])


@lru_cache(maxsize=CACHED)
def figures(package_id: str) -> Figures:
    """Bytes per module and course. Reads every fragment once; not part of the manifest, because a newer
    compressor would change it and with it the package id."""
    whole = load(package_id)
    items_bytes = _wire(_store().get(whole.items))
    modules = {module.key: _module_bytes(module, whole) for module in whole.shape.modules}
    return Figures(sum(modules.values()) + items_bytes, modules)


def _module_bytes(module: ModuleShape, whole: Manifest) -> int:
    languages = {language for step in module.steps for language in step.body}
    texts = [_text_bytes(module, language) for language in languages]
    pictures = {digest for step in module.steps for digest in step.pictures}
    return max(texts, default=0) + sum(whole.blobs[digest][1] for digest in pictures)


def _text_bytes(module: ModuleShape, language: str) -> int:
    text = "".join(fragment(step.body[language]) for step in module.steps if language in step.body)
    return _wire(text.encode())


def _wire(data: bytes) -> int:
    return len(brotli.compress(data, quality=QUALITY))


def _store() -> BlobStore:
    return BlobStore(settings.BLOBS)
