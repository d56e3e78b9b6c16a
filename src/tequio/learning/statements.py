"""What learners do, as xAPI statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings

from tequio.kit import ids
from tequio.learning import iris
from tequio_standards import xapi

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.kit.words import Words
    from tequio.learning.values import Enrolment

PACKAGE = "https://w3id.org/tequio/extensions/package"


@dataclass(frozen=True, slots=True)
class Act:
    """Who does it, in which enrolment, when."""

    enrolment: Enrolment
    pseudonym: str
    now: datetime

    def enrolled(self, title: Words) -> xapi.Statement:
        """The learner joined the course; the version is named, so that the ledger alone can tell it."""
        course = xapi.Activity(iris.course_iri(self.enrolment.course_key), iris.COURSE, dict(title))
        return self._statement(xapi.verbs.ENROLLED, course)

    def opened_step(self, module: str, step: str, title: Words) -> xapi.Statement:
        return self._statement(xapi.verbs.OPENED, self._step(module, step, title), self._module_iri(module))

    def finished_step(self, module: str, step: str, title: Words) -> xapi.Statement:
        return self._statement(xapi.verbs.FINISHED, self._step(module, step, title), self._module_iri(module))

    def finished_module(self, module: str, title: Words) -> xapi.Statement:
        done = xapi.Activity(self._module_iri(module), iris.MODULE, dict(title))
        return self._statement(xapi.verbs.FINISHED, done, iris.course_iri(self.enrolment.course_key))

    def finished_course(self, title: Words) -> xapi.Statement:
        course = xapi.Activity(iris.course_iri(self.enrolment.course_key), iris.COURSE, dict(title))
        return self._statement(xapi.verbs.FINISHED, course)

    def _step(self, module: str, step: str, title: Words) -> xapi.Activity:
        return xapi.Activity(iris.step_iri(self.enrolment.course_key, module, step), iris.STEP, dict(title))

    def _module_iri(self, module: str) -> str:
        return iris.module_iri(self.enrolment.course_key, module)

    def _statement(self, verb: str, thing: xapi.Activity, parent: str | None = None) -> xapi.Statement:
        context = xapi.Context(
            registration=self.enrolment.id,
            language=self.enrolment.language,
            parent=(parent,) if parent else (),
            extensions={PACKAGE: self.enrolment.package_id},
        )
        return xapi.Statement(
            id=ids.new_uuid(),
            actor=xapi.Account(settings.HUB_URL, self.pseudonym),
            verb=verb,
            object=thing,
            timestamp=self.now,
            context=context,
        )
