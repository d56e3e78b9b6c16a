"""Open edX course exports (OLX): files of the archive to one frozen course tree."""

from tequio_standards.olx.read import NotOlx, read_course
from tequio_standards.olx.values import (
    Chapter,
    Choice,
    Component,
    Course,
    Other,
    Page,
    Problem,
    Question,
    Remark,
    Section,
    Unit,
    Video,
)

__all__ = [
    "Chapter",
    "Choice",
    "Component",
    "Course",
    "NotOlx",
    "Other",
    "Page",
    "Problem",
    "Question",
    "Remark",
    "Section",
    "Unit",
    "Video",
    "read_course",
]
