"""The way through a course as knots, and where one goes on."""

import pytest

from tequio.learning import api as learning
from tequio.web.learn.pages.ways import course_way, go_on, module_way
from tests.web.learn.pages_of import COURSE, hrefs_of, text_of

pytestmark = pytest.mark.django_db


def finish(learner, course, steps):
    module = course.modules[0]
    for step in module.steps[:steps]:
        learner.post(f"{COURSE}modules/{module.key}/{step.key}/")


def states(page):
    return [page.content.decode().count(f'<li class="{state}"') for state in ("done", "now", "ahead")]


def test_a_stranger_sees_every_module_and_no_state(client, course):
    way = course_way(course, None, "es")
    assert [knot.state for knot in way] == ["ahead"] * 3
    assert not any(knot.word for knot in way)


def test_a_learner_sees_what_is_done_where_they_are_and_what_lies_ahead(learner, course):
    finish(learner, course, 6)
    assert states(learner.get(COURSE)) == [1, 1, 1]
    assert "Estás aquí" in text_of(learner.get(COURSE))


def test_the_course_page_leads_to_the_next_step_in_one_tap(learner, course):
    finish(learner, course, 2)
    third = course.modules[0].steps[2].key
    assert f"{COURSE}modules/spot-fraud/{third}/" in hrefs_of(learner.get(COURSE))


def test_a_module_shows_its_steps_in_their_states_and_what_it_is_for(learner, course):
    finish(learner, course, 2)
    page = learner.get(f"{COURSE}modules/spot-fraud/")
    assert states(page) == [2, 1, 3]
    assert course.outcomes[0].statement["es"] in text_of(page)


def test_a_finished_module_leads_to_the_next_one(learner, course):
    finish(learner, course, 6)
    page = learner.get(f"{COURSE}modules/spot-fraud/")
    assert "Ya terminaste este módulo." in text_of(page)
    assert f"{COURSE}modules/{course.modules[1].key}/" in hrefs_of(page)


def test_when_every_step_is_done_there_is_nothing_to_go_on_with(learner, course):
    for module in course.modules:
        for step in module.steps:
            learner.post(f"{COURSE}modules/{module.key}/{step.key}/")
    page = learner.get(COURSE)
    assert states(page) == [3, 0, 0]
    assert f"{COURSE}check/" in hrefs_of(page)


def test_before_joining_one_would_go_on_with_the_first_step(course):
    first = course.modules[0]
    assert go_on(course, None, "es").href == f"{COURSE}modules/{first.key}/{first.steps[0].key}/"


def test_the_steps_beside_a_step_say_which_one_is_open(client, course):
    html = client.get(f"{COURSE}modules/spot-fraud/signs/").content.decode()
    assert html.count('aria-current="page"') == 1
    assert html.count('<li class="here">') == 1


def test_nothing_finished_makes_the_first_step_the_present_one(course):
    module = learning.module(course.key, "spot-fraud")
    assert [knot.state for knot in module_way(module, frozenset(), "es")] == ["now"] + ["ahead"] * 5
