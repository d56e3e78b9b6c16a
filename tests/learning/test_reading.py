"""What pages read: facts of the course, modules, steps; and what it costs."""

from __future__ import annotations

import pytest

from tequio.kit.errors import NotFound
from tequio.learning import api as learning
from tequio.learning.values import StepKind

pytestmark = pytest.mark.django_db


def test_an_anonymous_module_page_costs_one_query(reviewed, django_assert_num_queries):
    learning.module(reviewed.key, "clean-hands")
    with django_assert_num_queries(1):
        learning.module(reviewed.key, "clean-hands")


def test_a_course_page_costs_two_queries_and_the_catalogue_one(reviewed, django_assert_num_queries):
    with django_assert_num_queries(2):
        learning.course(reviewed.key)
    with django_assert_num_queries(1):
        learning.catalogue()


def test_a_step_costs_none(reviewed, django_assert_num_queries):
    with django_assert_num_queries(0):
        learning.step(reviewed.package_id, "clean-hands", "practice", "es")


def test_the_course_states_minutes_bytes_outcomes_and_rules(reviewed):
    assert reviewed.minutes == 24
    assert 500 < reviewed.bytes < 5000
    assert [outcome.key for outcome in reviewed.outcomes] == ["wash-hands", "keep-cold"]
    assert reviewed.final_check.items == 4
    assert reviewed.certificate.means["en"].startswith("- ")
    assert reviewed.expires.isoformat() == "2029-11-30"


def test_modules_know_their_neighbours(reviewed):
    first, last = reviewed.modules
    assert (first.num, first.previous, first.next) == (1, None, "cold-chain")
    assert (last.num, last.previous, last.next) == (2, "clean-hands", None)
    assert first.course_title["en"] == "A safe kitchen"


def test_a_step_is_read_in_the_language_asked_for_or_the_courses_first(reviewed):
    def page(language):
        return learning.step(reviewed.package_id, "clean-hands", "why", language)

    assert "Piensa" in page("es").html
    assert "Piensa" in page("es-MX").html
    assert "Think" in page("en").html
    assert page("fr").language in ("es", "en")


def test_a_step_has_its_items_neighbours_and_kind(reviewed):
    page = learning.step(reviewed.package_id, "clean-hands", "practice", "en")
    assert page.step.kind is StepKind.PRACTICE
    assert [item.key for item in page.items] == ["p-hands-1", "p-hands-2"]
    assert (page.previous, page.next) == ("example", "exit")


def test_pictures_point_at_the_package_and_can_be_had(reviewed):
    html = learning.step(reviewed.package_id, "clean-hands", "why", "es").html
    address = html.split('src="')[1].split('"')[0]
    _, _, package_id, digest = address.split("/")
    assert package_id == reviewed.package_id
    assert learning.package_blob(package_id, digest).media_type == "image/png"


@pytest.mark.parametrize("place", [("clean-hands", "nothing"), ("nothing", "why")])
def test_a_step_that_is_not_there_is_not_found(reviewed, place):
    with pytest.raises(NotFound):
        learning.step(reviewed.package_id, *place, "es")


@pytest.mark.parametrize("package", ["0" * 64, "../../etc/passwd", ""])
def test_a_package_that_is_not_there_is_not_found(package):
    with pytest.raises(NotFound):
        learning.step(package, "m", "s", "es")
