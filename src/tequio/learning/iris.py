"""The addresses that statements use for things of a course; they begin with the hub's own and never change."""

from __future__ import annotations

import re

from django.conf import settings

COURSE = "http://adlnet.gov/expapi/activities/course"
MODULE = "http://adlnet.gov/expapi/activities/module"
STEP = "http://adlnet.gov/expapi/activities/lesson"
_BELOW_COURSE = re.compile(r"/courses/[^/]+/modules/([^/]+)(?:/steps/([^/]+))?$")


def course_iri(course: str) -> str:
    """`{HUB_URL}/courses/<course key>`."""
    return f"{settings.HUB_URL}/courses/{course}"


def module_iri(course: str, module: str) -> str:
    return f"{course_iri(course)}/modules/{module}"


def step_iri(course: str, module: str, step: str) -> str:
    return f"{module_iri(course, module)}/steps/{step}"


def item_iri(course: str, item: str) -> str:
    """The address of an item of a course, as the object of practice statements."""
    return f"{course_iri(course)}/items/{item}"


def place_of(iri: str) -> tuple[str, str | None] | None:
    """The module and step that an address names; the step is None for a module, all is None for anything else.

    The host is not looked at: statements of a node, or of a hub that moved, keep the address they were born with.
    """
    found = _BELOW_COURSE.search(iri)
    return (found.group(1), found.group(2)) if found else None
