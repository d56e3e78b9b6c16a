"""Long work that pages ask for: who may ask for each kind, and what it does. `site.wiring` installs the functions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings

from tequio.credentials.batches import api as batches
from tequio.kit import clock, work
from tequio.learning import api as learning
from tequio.learning.exchange import api as exchange
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId, PersonId
from tequio.records import api as records
from tequio.web.asking import known_actor, known_person
from tequio.web.learn.visitor import language_of_page
from tequio.web.operate import uploads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.http import HttpRequest

    from tequio.kit.going import Going
    from tequio.people.values import Actor

IMPORT, EXAMPLE, CHECK = "import_course", "publish_example", "check_ledger"
ISSUE = "issue_batch"
BACKUP = "back_up"  # done by `site`, which knows what a hub is made of
ASKED_BY = {
    IMPORT: Action.COURSE_IMPORT,
    EXAMPLE: Action.COURSE_PUBLISH,
    CHECK: Action.RECORD_READ,
    ISSUE: Action.CREDENTIAL_ISSUE,
    BACKUP: Action.HUB_OPERATE,
}


def ask(request: HttpRequest, kind: str, *, scope: OrganisationId, subject: str = "", **details: str) -> UUID:
    """Put an errand of the reader's in the queue."""
    people.require(known_actor(request), ASKED_BY[kind], organisation=scope)
    person = known_person(request)
    return work.ask(
        kind,
        scope=scope,
        by=person,
        language=language_of_page(),
        now=clock.now(),
        subject=subject,
        details={"organisation": str(scope), "person": str(person), **details},
    )


def import_course(going: Going, details: Mapping[str, str]) -> Mapping[str, object]:
    """An upload that was read and confirmed becomes a course."""
    path = uploads.kept(details["file"])
    by, organisation = _asker(details)
    report = exchange.import_course(path, organisation=organisation, by=by, now=clock.now(), going=going)
    uploads.forget(path)
    return {"course": report.course_key, "title": report.title}


def publish_example(going: Going, details: Mapping[str, str]) -> Mapping[str, object]:
    """The course that ships, by the door that every course takes: a preview until somebody here has reviewed it."""
    by, organisation = _asker(details)
    going.step("compile")
    compiled = learning.compile_folder(settings.EXAMPLE_COURSE)
    course = learning.publish(
        organisation=organisation, compiled=compiled, by=by, now=clock.now(), going=going
    )
    return {"course": course.key, "title": course.title.get(by.language, course.key)}


def issue_batch(going: Going, details: Mapping[str, str]) -> Mapping[str, object]:
    """A file of results that was read and confirmed becomes a batch of certificates."""
    path = uploads.kept(details["file"])
    by, organisation = _asker(details)
    about = batches.make_about(json.loads(uploads.beside(path)))
    batch = batches.issue(path, about=about, organisation=organisation, by=by, now=clock.now(), going=going)
    uploads.forget(path)
    return {"batch": str(batch), "rows": batches.batch(batch, by=by).rows}


def check_ledger(going: Going, details: Mapping[str, str]) -> Mapping[str, object]:
    """Walk the chain of an organisation's ledger."""
    report = records.verify_chain(store=UUID(details["organisation"]), going=going)
    return {"whole": report.ok, "statements": report.statements}


def _asker(details: Mapping[str, str]) -> tuple[Actor, OrganisationId]:
    """With the grants that they hold now, not those of when they asked."""
    by = people.actor(PersonId(UUID(details["person"])), now=clock.now())
    return by, OrganisationId(UUID(details["organisation"]))


ERRANDS: Mapping[str, Callable[[Going, Mapping[str, str]], Mapping[str, object]]] = {
    IMPORT: import_course,
    EXAMPLE: publish_example,
    CHECK: check_ledger,
    ISSUE: issue_batch,
}
