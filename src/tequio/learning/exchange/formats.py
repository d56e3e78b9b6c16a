"""Which formats can be brought in: each is a test over the archive's members and a reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from tequio.learning.exchange.archive import ImportRefused
from tequio.learning.exchange.olx_source import OlxSource
from tequio_standards import olx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tequio.learning.content.shape import CourseSource
    from tequio.learning.exchange.values import Row


@dataclass(frozen=True, slots=True)
class Brought:
    """A foreign course as one of ours, with every piece accounted for."""

    format: str
    source: CourseSource
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """A format by name; `tells` is a file name that only it has; without `read` we know it and cannot read it."""

    name: str
    tells: str
    read: Callable[[Mapping[str, bytes]], Brought] | None = None


def read_olx(files: Mapping[str, bytes]) -> Brought:
    """An Open edX export."""
    try:
        walk = OlxSource(olx.read_course(files))
    except olx.NotOlx as error:
        raise ImportRefused(_("This is no whole Open edX export: %(reason)s") % {"reason": error}) from error
    source = walk.source()
    return Brought("olx", source, tuple(walk.rows))


FORMATS = (
    Format("Open edX (.tar.gz)", "course.xml", read_olx),
    Format("Common Cartridge", "imsmanifest.xml"),
    Format("Moodle", "moodle_backup.xml"),
)


def bring(files: Mapping[str, bytes]) -> Brought:
    """Read `files` by the first format that knows them; `ImportRefused` says which formats there are."""
    names = {name.split("/")[-1] for name in files}
    known = next((found for found in FORMATS if found.tells in names), None)
    if known is not None and known.read is not None:
        return known.read(files)
    readable = ", ".join(found.name for found in FORMATS if found.read)
    if known is not None:
        message = _("This is a %(name)s package, which cannot be read yet. Readable: %(readable)s.")
        raise ImportRefused(message % {"name": known.name, "readable": readable})
    raise ImportRefused(
        _("This is no course package that is known here. Readable: %(readable)s.") % {"readable": readable}
    )
