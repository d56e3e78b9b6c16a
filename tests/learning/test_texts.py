"""What a search may look at in the courses on offer."""

import pytest

from tequio.learning.catalog import api as catalog

pytestmark = pytest.mark.django_db


def test_every_course_on_offer_hands_out_its_words(reviewed):
    (course,) = catalog.course_texts()
    assert course.key == reviewed.key
    assert course.title == reviewed.title
    assert course.outcomes == tuple(outcome.statement for outcome in reviewed.outcomes)
    assert [module.key for module in course.modules] == [module.key for module in reviewed.modules]
    assert course.modules[0].steps == tuple(step.title for step in reviewed.modules[0].steps)


def test_no_item_is_among_them(reviewed):
    assert "p-hands-1" not in repr(catalog.course_texts())


def test_they_cost_one_query(reviewed, django_assert_num_queries):
    catalog.course_texts()
    with django_assert_num_queries(1):
        catalog.course_texts()
