"""The door of course folders for programs without a database, such as `tequio course check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.learning.content.folder import Reading
from tequio.learning.values import CourseFolderError

if TYPE_CHECKING:
    from pathlib import Path

    from tequio.learning.content.shape import CourseSource
    from tequio.learning.values import Problem

__all__ = ["check_folder", "read_folder"]


def check_folder(path: Path) -> tuple[Problem, ...]:
    """Everything wrong in the course folder at `path`, in order of file and line; empty when nothing is."""
    reading = Reading(path)
    reading.source()
    return reading.problems.in_order()


def read_folder(path: Path) -> CourseSource:
    """The course in the folder at `path`; `CourseFolderError` with every problem when there is one."""
    reading = Reading(path)
    source = reading.source()
    if source is None:
        raise CourseFolderError(reading.problems.in_order())
    return source
