"""The door of exchange: bring in what teachers already have, and say what became of every piece."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tequio.kit.going import ALONE
from tequio.learning.compiling import compile_source
from tequio.learning.exchange.archive import ImportRefused, read_archive
from tequio.learning.exchange.formats import Brought, bring
from tequio.learning.exchange.values import ImportReport
from tequio.learning.publishing import publish
from tequio.people import api as people
from tequio.people.values import Action

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tequio.kit.going import Going
    from tequio.people.values import Actor, OrganisationId

__all__ = ["ImportRefused", "ImportReport", "import_course", "look_at"]


def look_at(path: Path) -> ImportReport:
    """What would become of the export at `path`. Reads everything, writes nothing, needs no database."""
    return _report(bring(read_archive(path)))


def import_course(
    path: Path, *, organisation: OrganisationId, by: Actor, now: datetime, going: Going = ALONE
) -> ImportReport:
    """Import the export at `path` as a course of `organisation`, open as a preview run until it is reviewed.

    Bringing the same file again changes nothing; a newer one becomes the next version. Raises
    `ImportRefused` for what cannot be read, before anything is written.
    """
    people.require(by, Action.COURSE_IMPORT, organisation=organisation)
    going.step("read")
    files = read_archive(path)
    going.step("turn")
    brought = bring(files)
    going.step("compile")
    compiled = compile_source(brought.source)
    course = publish(organisation=organisation, compiled=compiled, by=by, now=now, going=going)
    return replace(_report(brought), course_key=course.key)


def _report(brought: Brought) -> ImportReport:
    title = next(iter(brought.source.shape.title.values()))
    return ImportReport(brought.format, title, brought.rows)
