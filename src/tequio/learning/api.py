"""The door of the learning wall: course folders, publication and review, the catalogue, enrolment and progress."""

from tequio.learning.catalog.reading import catalogue, course, module
from tequio.learning.catalog.stepping import package_blob, step
from tequio.learning.compiling import compile_folder
from tequio.learning.content.api import check_folder
from tequio.learning.enrolling import enrol
from tequio.learning.iris import course_iri, item_iri
from tequio.learning.projections import PROJECTIONS
from tequio.learning.publishing import publish, record_review
from tequio.learning.runs.enrolling import enrolment, enrolments
from tequio.learning.runs.studying import finish_step, open_step, practice_item, progress

__all__ = [
    "PROJECTIONS",
    "catalogue",
    "check_folder",
    "compile_folder",
    "course",
    "course_iri",
    "enrol",
    "enrolment",
    "enrolments",
    "finish_step",
    "item_iri",
    "module",
    "open_step",
    "package_blob",
    "practice_item",
    "progress",
    "publish",
    "record_review",
    "step",
]
