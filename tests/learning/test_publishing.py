"""Publishing: versions, previews, reviews by others, organisations apart."""

from __future__ import annotations

import pytest

from tequio.assessment import api as assessment
from tequio.kit.errors import NotAllowed, NotFound, Refused
from tequio.kit.models import OutboxEvent
from tequio.learning import api as learning
from tequio.learning.models import CourseVersion, Publication, Review, Run
from tequio.learning.values import CriterionResult, Finding, ReviewKind
from tequio.people import api as people
from tequio.people.models import Organisation
from tequio.people.values import Role
from tests.cast import EVERYBODY, NOW, member

pytestmark = pytest.mark.django_db


def publish(cast, compiled, who="leticia", organisation=None):
    return learning.publish(
        organisation=organisation or cast.a.id, compiled=compiled, by=cast.actor(who), now=NOW
    )


def review(cast, course, compiled, who="beatriz", **changes):
    values = {"version": course.version, "kind": "self", "results": compiled.results}
    return learning.record_review(**{**values, **changes}, by=cast.actor(who), now=NOW)


def edited(folder):
    body = folder / "modules/clean-hands/why.en.md"
    body.write_text(body.read_text("utf-8") + "\nMore.\n", "utf-8")
    return learning.compile_folder(folder)


def test_a_course_without_a_persons_review_is_a_preview(published):
    assert published.run.preview
    assert [r.kind for r in published.reviews] == [ReviewKind.MACHINE]
    assert learning.catalogue()[0].preview
    assert learning.module(published.key, "clean-hands").preview


def test_a_passed_review_opens_it(reviewed):
    assert not reviewed.run.preview
    assert [(r.kind, r.by_name) for r in reviewed.reviews] == [
        (ReviewKind.MACHINE, "Tequio"),
        (ReviewKind.SELF, "Beatriz Noguera"),
    ]


def test_a_failed_review_does_not_open_it(cast, published, compiled):
    review(cast, published, compiled, results=[CriterionResult("R26", Finding.NOT_MET, "No real task.")])
    assert learning.course(published.key).run.preview


def test_final_items_are_drawn_only_after_the_review(cast, published, compiled):
    key = published.final_check.paper_key
    assert not assessment.paper_by_key(cast.a.id, key).ready
    review(cast, published, compiled)
    assert assessment.paper_by_key(cast.a.id, key).ready


def test_publishing_the_same_package_again_changes_nothing(cast, compiled, published):
    before = OutboxEvent.objects.count()
    assert publish(cast, compiled) == published
    assert (CourseVersion.objects.count(), Publication.objects.count(), Run.objects.count()) == (1, 1, 1)
    assert OutboxEvent.objects.count() == before


def test_a_version_that_waits_for_review_leaves_the_open_one_on_offer(cast, folder, reviewed):
    second = publish(cast, edited(folder))
    assert second.num == 1
    assert second.run.id == reviewed.run.id


def test_the_next_version_takes_over_when_it_passed(cast, folder, reviewed):
    compiled = edited(folder)
    publish(cast, compiled)
    version = CourseVersion.objects.get(num=2)
    review(cast, reviewed, compiled, version=version.uuid)
    course = learning.course(reviewed.key)
    assert (course.num, course.package_id, course.run.preview) == (2, compiled.package.id, False)


def test_the_author_never_reviews_even_with_the_role(cast, compiled):
    operator = cast.actor("marisol")
    both = member(cast.a, "Ambas Cosas", Role.AUTHOR, by=operator)
    people.grant(person=both.id, role=Role.REVIEWER, organisation=cast.a.id, by=operator, now=NOW)
    actor = people.actor(both.id, now=NOW)
    course = learning.publish(organisation=cast.a.id, compiled=compiled, by=actor, now=NOW)
    with pytest.raises(NotAllowed):
        learning.record_review(
            version=course.version, kind="self", results=compiled.results, by=actor, now=NOW
        )
    assert review(cast, course, compiled).passed  # somebody else may


@pytest.mark.parametrize("who", [name for name in EVERYBODY if name not in ("leticia", "marisol")])
def test_only_authors_and_operators_of_the_organisation_publish(cast, compiled, who):
    with pytest.raises(NotAllowed):
        publish(cast, compiled, who)


@pytest.mark.parametrize("who", [name for name in EVERYBODY if name != "beatriz"])
def test_only_reviewers_of_the_organisation_review(cast, published, compiled, who):
    with pytest.raises(NotAllowed):
        review(cast, published, compiled, who)
    assert Review.objects.count() == 1


def test_the_programs_review_cannot_be_written_by_hand(cast, published, compiled):
    with pytest.raises(Refused):
        review(cast, published, compiled, kind="machine")


def test_a_review_of_unknown_criteria_is_refused(cast, published, compiled):
    with pytest.raises(Refused, match="R99"):
        review(cast, published, compiled, results=[CriterionResult("R99", Finding.MET, "")])
    with pytest.raises(Refused):
        review(cast, published, compiled, results=[])


def test_another_organisation_cannot_take_a_key(cast, published, compiled):
    with pytest.raises(Refused, match="safe-kitchen"):
        publish(cast, compiled, "rodrigo", cast.b.id)


def test_an_operator_of_one_organisation_publishes_nothing_in_another(cast, compiled):
    with pytest.raises(NotAllowed):
        publish(cast, compiled, "rodrigo", cast.a.id)
    with pytest.raises(NotAllowed):
        publish(cast, compiled, "marisol", cast.b.id)


def test_a_catalogue_of_one_organisation_holds_its_courses_only(cast, published):
    assert [card.key for card in learning.catalogue(organisation=cast.a.id)] == ["safe-kitchen"]
    assert learning.catalogue(organisation=cast.b.id) == ()


def test_a_simulated_reviewer_is_flagged(cast, published, compiled):
    Organisation.objects.filter(uuid=cast.a.id).update(simulated=True)
    assert review(cast, published, compiled).demo


def test_the_manifest_is_kept_byte_for_byte(published, compiled):
    row = CourseVersion.objects.get(uuid=published.version)
    assert bytes(row.manifest) == compiled.package.manifest


def test_an_unknown_course_is_not_found():
    for ask in (learning.course, lambda key: learning.module(key, "m")):
        with pytest.raises(NotFound):
            ask("no-such-course")
