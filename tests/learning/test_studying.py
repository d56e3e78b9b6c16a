"""Enrolling and going through steps: each act once, in one transaction with its statement and event."""

from __future__ import annotations

import pytest
from django.db import transaction

from tequio.kit.errors import NotAllowed, NotFound, Refused
from tequio.kit.models import OutboxEvent
from tequio.learning import api as learning
from tequio.learning.models import Enrolment, StepProgress
from tequio.learning.values import ProgressState
from tequio.people.models import Organisation
from tequio.records import api as records
from tequio_standards import xapi
from tests.cast import EVERYBODY, NOW

pytestmark = pytest.mark.django_db


def enrol(cast, who="rosa", **changes):
    values = {"course_key": "safe-kitchen", "person": cast.person(who).id, "language": "es"}
    return learning.enrol(**{**values, **changes}, by=cast.actor(who), now=NOW)


@pytest.fixture
def rosa(cast, reviewed):
    return enrol(cast)


def finish(cast, enrolment, module, step, who="rosa"):
    return learning.finish_step(enrolment=enrolment.id, module=module, step=step, by=cast.actor(who), now=NOW)


def finish_module(cast, enrolment, module):
    for step in learning.module(enrolment.id, module).steps:
        finish(cast, enrolment, module, step.key)


def told(enrolment, verb=None):
    return [kept.statement for kept in records.statements(registration=enrolment.id, verb=verb)]


def events():
    return list(OutboxEvent.objects.order_by("id").values_list("name", flat=True))


def test_enrolling_pins_the_version_and_tells_it(cast, reviewed, rosa):
    assert (rosa.version, rosa.package_id, rosa.run) == (
        reviewed.version,
        reviewed.package_id,
        reviewed.run.id,
    )
    (statement,) = told(rosa)
    assert statement.verb == xapi.verbs.ENROLLED
    assert statement.object.id.endswith("/courses/safe-kitchen")
    assert statement.context.registration == rosa.id
    assert "LearnerEnrolled" in events()


def test_enrolling_twice_changes_nothing(cast, rosa):
    assert enrol(cast) == rosa
    assert (Enrolment.objects.count(), len(told(rosa))) == (1, 1)


def test_row_statement_and_event_stand_or_fall_together(cast, reviewed, monkeypatch):
    before = events()

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(records, "record", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        enrol(cast)
    assert (Enrolment.objects.count(), events()) == (0, before)


def test_who_began_keeps_the_version(cast, folder, rosa):
    body = folder / "modules/clean-hands/why.en.md"
    body.write_text("Another text.\n", "utf-8")
    (folder / "modules/clean-hands/why.es.md").write_text("Otro texto.\n\n![Un grano](grain.png)\n", "utf-8")
    compiled = learning.compile_folder(folder)
    learning.publish(organisation=cast.a.id, compiled=compiled, by=cast.actor("leticia"), now=NOW)
    assert learning.module(rosa.id, "clean-hands").package_id == rosa.package_id
    assert learning.course(rosa.id).num == 1


def test_a_run_can_be_named(cast, reviewed):
    made = enrol(cast, course_key=None, run=reviewed.run.id)
    assert made.run == reviewed.run.id


@pytest.mark.parametrize("both", [{"run": None, "course_key": None}, {"course_key": "no-such"}])
def test_enrolling_needs_a_run_or_a_course_that_exists(cast, reviewed, both):
    with pytest.raises((Refused, NotFound)):
        enrol(cast, **both)


@pytest.mark.parametrize("who", [name for name in EVERYBODY if name != "rosa"])
def test_nobody_enrols_somebody_else(cast, reviewed, who):
    with pytest.raises(NotAllowed):
        learning.enrol(
            course_key="safe-kitchen", person=cast.rosa.id, language="es", by=cast.actor(who), now=NOW
        )
    assert not Enrolment.objects.exists()


def test_a_language_the_course_has_not_falls_back_to_its_first(cast, reviewed):
    assert enrol(cast, language="fr").language == "es"
    assert enrol(cast, "tomas", language="en-GB").language == "en"


def test_a_learner_of_another_organisation_may_study_here(cast, reviewed):
    assert enrol(cast, "ines").organisation == cast.a.id


def test_the_simulated_and_the_real_do_not_mix(cast, reviewed):
    Organisation.objects.filter(uuid=cast.a.id).update(simulated=True)
    with pytest.raises(Refused):
        enrol(cast, "ines")
    enrol(cast, "rosa")  # of A herself


@pytest.mark.parametrize("who", [name for name in EVERYBODY if name not in ("rosa", "joaquin", "lupita")])
def test_an_enrolment_is_read_by_its_learner_and_who_follows_the_run(cast, rosa, who):
    with pytest.raises(NotAllowed):
        learning.enrolment(rosa.id, by=cast.actor(who))
    for may in ("rosa", "joaquin", "lupita"):
        assert learning.enrolment(rosa.id, by=cast.actor(may)) == rosa


@pytest.mark.parametrize("who", [name for name in EVERYBODY if name != "rosa"])
def test_nobody_else_studies_in_it(cast, rosa, who):
    for act in (learning.open_step, learning.finish_step):
        with pytest.raises(NotAllowed):
            act(enrolment=rosa.id, module="clean-hands", step="hook", by=cast.actor(who), now=NOW)
    assert len(told(rosa)) == 1


def test_opening_a_step_is_told_once(cast, rosa):
    for _ in range(2):
        learning.open_step(
            enrolment=rosa.id, module="clean-hands", step="hook", by=cast.actor("rosa"), now=NOW
        )
    (statement,) = told(rosa, xapi.verbs.OPENED)
    assert statement.object.id.endswith("/courses/safe-kitchen/modules/clean-hands/steps/hook")
    assert statement.context.parent[0].endswith("/modules/clean-hands")
    part = learning.progress(rosa.id).modules[0]
    assert (part.state, part.steps_done, part.opened) == (ProgressState.OPENED, 0, {"hook"})


def test_finishing_a_step_twice_is_told_once(cast, rosa):
    finish(cast, rosa, "clean-hands", "hook")
    after = finish(cast, rosa, "clean-hands", "hook")
    assert after.modules[0].steps_done == 1
    assert len(told(rosa, xapi.verbs.FINISHED)) == 1


def test_the_last_step_finishes_the_module_and_the_last_module_the_course(cast, rosa):
    finish_module(cast, rosa, "clean-hands")
    assert learning.progress(rosa.id).modules[0].state is ProgressState.FINISHED
    assert not learning.progress(rosa.id).done
    finish_module(cast, rosa, "cold-chain")
    assert learning.progress(rosa.id).done
    assert [name for name in events() if name.endswith("Finished")] == [
        "ModuleFinished",
        "ModuleFinished",
        "CourseFinished",
    ]
    assert told(rosa)[-1].object.id.endswith("/courses/safe-kitchen")


@pytest.mark.parametrize("place", [("clean-hands", "nothing"), ("nothing", "hook")])
def test_a_step_that_is_not_there_is_not_found(cast, rosa, place):
    with pytest.raises(NotFound):
        finish(cast, rosa, *place)


def test_a_practice_item_comes_from_the_pinned_version(cast, rosa):
    assert learning.practice_item(rosa.id, "p-hands-1").correct == ("b",)
    for key in ("f-hands-1", "nothing"):
        with pytest.raises(NotFound):
            learning.practice_item(rosa.id, key)


def test_progress_is_rebuilt_from_the_ledger_alone(cast, rosa):
    learning.open_step(enrolment=rosa.id, module="clean-hands", step="why", by=cast.actor("rosa"), now=NOW)
    finish_module(cast, rosa, "clean-hands")
    before, dump = learning.progress(rosa.id), records.dump_derived()
    StepProgress.objects.all().delete()
    assert learning.progress(rosa.id) != before
    records.rebuild()
    assert learning.progress(rosa.id) == before
    assert records.dump_derived() == dump


def test_statements_name_people_by_pseudonym_only(cast, rosa):
    finish_module(cast, rosa, "clean-hands")
    for statement in told(rosa):
        text = statement.to_bytes().decode()
        assert statement.actor.name == records.pseudonym(cast.rosa.id, organisation=cast.a.id)
        assert str(cast.rosa.id) not in text
        assert "Rosa" not in text
