"""What the matrix's addresses are about: Rosa's open attempt and practice, Tomás's public certificate, A's course."""

from __future__ import annotations

import json
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.assessment import api as assessment
from tequio.credentials import api as credentials
from tequio.credentials.batches import api as batches
from tequio.credentials.vouching import api as vouching
from tequio.credentials.wallet import api as wallets
from tequio.kit import outbox, work
from tequio.learning import api as learning
from tequio.people.values import Actor, Grant, Role
from tequio.records import api as records
from tequio.site.seeds import demo, study
from tests.cast import NOW

if TYPE_CHECKING:
    from tequio.assessment.values import AttemptView
    from tequio.learning.values import Enrolment
    from tests.cast import Cast


def build(cast: Cast) -> dict[str, object]:
    """A value for every parameter that an address has; `route.parameter` where one name means two things."""
    credentials.open_issuer(organisation=cast.a.id, now=NOW, demo=True)
    compiled = learning.compile_folder(demo.COURSE)
    author, reviewer = cast.actor("leticia"), cast.actor("beatriz")
    study.publish_reviewed(cast.a.id, compiled, author=author, reviewer=reviewer, now=NOW)
    rosa, tomas = (study.Studying(one, compiled, NOW) for one in (cast.rosa, cast.tomas))
    rosa.finish_modules(3)
    tomas.finish_modules(3)
    tomas.pass_final_check()
    outbox.deliver_waiting()
    beliefs = _beliefs(cast, compiled.key)
    errand = work.ask("check_ledger", scope=cast.a.id, by=cast.marisol.id, language="es", now=NOW)
    return {
        "batch": _batch(cast),
        "person": cast.rosa.id,
        "work": errand,
        **_places(compiled.key),
        **_proofs(cast, rosa),
        **beliefs,
    }


def _batch(cast: Cast) -> object:
    """A file of results from another platform, issued."""
    said = {"title": "Planos", "summary": "Lee planos.", "outcomes": "Lee un plano.", "hours": "2"}
    about = batches.make_about({**said, "languages": ["es"], "platform": "Campus"})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "results.csv"
        path.write_text("name,finished\nAna Pool,2026-03-31\n", "utf-8")
        by = cast.actor("ernesto")
        return batches.issue(path, about=about, organisation=cast.a.id, by=by, now=NOW)


def _places(course: str) -> dict[str, object]:
    """The first step with an item, and the way there."""
    for module in learning.course(course).modules:
        for step in module.steps:
            if step.items:
                return {"course": course, "module": module.key, "step": step.key, "item": step.items[0]}
    raise AssertionError("the demo course has no item")


def _proofs(cast: Cast, rosa: study.Studying) -> dict[str, object]:
    (earned,) = credentials.credentials_of(cast.tomas.id)
    course = learning.course(rosa.compiled.key)
    achievement = json.loads(credentials.document(earned.id))["credentialSubject"]["achievement"]["id"]
    return {
        "attempt": _open_attempt(cast, learning.enrolments(cast.rosa.id)[0], rosa).id,
        "code": earned.code,
        "package": course.package_id,
        "version": course.version,
        "run": course.run.id,
        "topic": "joining",
        "who": "nobody-of-the-demo",
        "question": "name",
        "token": "0" * 43,  # an upload that nobody made
        "digest": "0" * 64,  # a blob that the package does not list
        "organisation": cast.a.key,
        "purpose": "revocation",
        "num": "1",
        "wire_status_version.version": "1",
        "rest": "credentials/nothing/here",
        "wire_credential.uuid": earned.id,
        "wire_achievement.uuid": achievement.rpartition("/")[2],
    }


def _beliefs(cast: Cast, course: str) -> dict[str, object]:
    """B's issuer, accredited by A; B's endorsement of A's course; what Rosa brought from elsewhere."""
    issuer = credentials.open_issuer(organisation=cast.b.id, now=NOW, did="did:web:norte.example", demo=True)
    until = NOW + timedelta(days=90)
    accreditation = vouching.accredit(
        did=issuer.did, achievements=(), scope="", valid_until=until, by=cast.actor("marisol"), now=NOW
    )
    officer = Actor(cast.ines.id, cast.b.id, (Grant(Role.OFFICER, cast.b.id),), "es")
    endorsement = vouching.endorse(
        course_key=course,
        organisation=cast.b.id,
        claim=vouching.Claim.REVIEWED,
        comment="",
        valid_until=until,
        by=officer,
        now=NOW,
    )
    older = b'{"@context": "https://w3id.org/openbadges/v2", "type": "Assertion"}'
    return {
        "vouching_id": accreditation,
        "brought": wallets.bring(data=older, name="old.json", by=cast.actor("rosa"), now=NOW),
        "wire_accreditation.uuid": accreditation,
        "wire_endorsement.uuid": endorsement,
    }


def _open_attempt(cast: Cast, enrolment: Enrolment, rosa: study.Studying) -> AttemptView:
    facts = learning.course(enrolment.course_key).final_check
    assert facts is not None
    return assessment.start(
        paper=assessment.paper_by_key(cast.a.id, facts.paper_key).id,
        registration=enrolment.id,
        actor_name=records.pseudonym(cast.rosa.id, organisation=cast.a.id),
        language="es",
        by=cast.actor("rosa"),
        now=rosa.now + timedelta(minutes=1),
    )
