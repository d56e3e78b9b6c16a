"""Plays a person's way through a course by the same doors as the pages; nothing is written behind them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from tequio.assessment import api as assessment
from tequio.learning import api as learning
from tequio.people import api as people
from tequio.records import api as records

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.learning.values import Compiled, Enrolment, StepPage
    from tequio.people.values import Actor, OrganisationId, PersonInfo
    from tequio_standards.qti import Item


def publish_reviewed(
    organisation: OrganisationId, compiled: Compiled, *, author: Actor, reviewer: Actor, now: datetime
) -> None:
    """Publish, then let the reviewer pass it: the machine's own review is made by publishing."""
    course = learning.publish(organisation=organisation, compiled=compiled, by=author, now=now)
    learning.record_review(
        version=course.version, kind="self", results=compiled.results, by=reviewer, now=now
    )


@dataclass
class Studying:
    """One learner in one course, a minute an act. Of each step's items every `misses`-th is first answered wrongly."""

    person: PersonInfo
    compiled: Compiled
    now: datetime
    enrolment: Enrolment | None = None
    misses: int = 3

    @cached_property
    def actor(self) -> Actor:
        """Looked up once: nobody is granted anything on the way."""
        return people.actor(self.person.id)

    def finish_modules(self, count: int, *, first: int = 0) -> None:
        """Open and finish every step of the modules up to the `count`-th, answering each item, some of them wrongly."""
        enrolment = self._enrol()
        course = learning.course(enrolment.course_key)
        for module in course.modules[first:count]:
            for step in module.steps:
                page = learning.step(enrolment.package_id, module.key, step.key, self.person.language)
                learning.open_step(
                    enrolment=enrolment.id, module=module.key, step=step.key, by=self.actor, now=self._tick()
                )
                self._practise(page)
                learning.finish_step(
                    enrolment=enrolment.id, module=module.key, step=step.key, by=self.actor, now=self._tick()
                )

    def pass_final_check(self) -> None:
        """Answer every item of a form but one rightly."""
        self.take_final_check(wrong=1)

    def take_final_check(self, *, wrong: int) -> None:
        """Answer a form with `wrong` mistakes, out of the bank that only this process holds open."""
        enrolment = self._enrol()
        keys = {item.key: item.correct for item in self.compiled.final}
        facts = learning.course(enrolment.course_key).final_check
        paper = assessment.paper_by_key(enrolment.organisation, facts.paper_key if facts else "")
        view = assessment.start(
            paper=paper.id,
            registration=enrolment.id,
            actor_name=self._pseudonym(enrolment),
            language=self.person.language,
            by=self.actor,
            now=self._tick(),
        )
        for num, item in enumerate(view.items):
            right = keys[item.key]
            response = right if num >= wrong else tuple(c.key for c in item.choices if c.key not in right)[:1]
            assessment.save(
                attempt=view.id,
                item=item.key,
                response=response,
                key=f"seed-{num}",
                by=self.actor,
                now=self._tick(seconds=40),
            )
        assessment.submit(attempt=view.id, by=self.actor, now=self._tick())

    def _enrol(self) -> Enrolment:
        if self.enrolment is None:
            self.enrolment = learning.enrol(
                course_key=self.compiled.key,
                person=self.person.id,
                language=self.person.language,
                by=self.actor,
                now=self.now,
            )
        return self.enrolment

    def _practise(self, page: StepPage) -> None:
        for num, item in enumerate(page.items):
            if num % self.misses == self.misses - 1:
                self._answer(item, wrong=True)
            self._answer(item, wrong=False)

    def _answer(self, item: Item, *, wrong: bool) -> None:
        enrolment = self._enrol()
        others = tuple(choice.key for choice in item.choices if choice.key not in item.correct)[:1]
        assessment.answer_practice(
            item=item,
            registration=enrolment.id,
            actor_name=self._pseudonym(enrolment),
            object_id=learning.item_iri(enrolment.course_key, item.key),
            response=others if wrong and others else item.correct,
            language=self.person.language,
            by=self.actor,
            now=self._tick(),
            store=enrolment.organisation,
        )

    def _pseudonym(self, enrolment: Enrolment) -> str:
        return records.pseudonym(self.person.id, organisation=enrolment.organisation)

    def _tick(self, seconds: int = 60) -> datetime:
        self.now += timedelta(seconds=seconds)
        return self.now
