"""From a course folder, or a source that an import built, to what can be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.assessment.values import BlueprintRow, PaperSpec
from tequio.learning.content.api import read_folder
from tequio.learning.content.packing import pack
from tequio.learning.review.machine import machine_review
from tequio.learning.values import Compiled

if TYPE_CHECKING:
    from pathlib import Path

    from tequio.learning.content.shape import CourseSource
    from tequio.learning.values import FinalCheckFacts


def compile_folder(path: Path) -> Compiled:
    """The course in the folder at `path`, compiled and reviewed by the program; `CourseFolderError` if it has faults.

    The same folder always gives the same package id. Final and delayed items come apart from the package.
    """
    return compile_source(read_folder(path))


def compile_source(source: CourseSource) -> Compiled:
    """The same for a source that did not come from a folder."""
    check = source.shape.final_check
    return Compiled(
        key=source.shape.key,
        package=pack(source),
        final=source.final,
        delayed=source.delayed,
        paper=_paper(check) if check else None,
        results=machine_review(source),
    )


def _paper(facts: FinalCheckFacts) -> PaperSpec:
    return PaperSpec(
        key=facts.paper_key,
        title=facts.title,
        minutes=facts.minutes,
        tries=facts.tries,
        wait_hours=facts.wait_hours,
        cut=facts.cut,
        cut_method=facts.cut_method,
        blueprint=tuple(BlueprintRow(outcome, count) for outcome, count in facts.blueprint),
    )
