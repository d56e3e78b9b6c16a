"""Joining, steps, practice: as forms, without a script."""

import pytest
from django.utils.translation import override

from tequio.learning import api as learning
from tequio.learning.values import Fallback
from tequio.web.learn.pages.fallbacks import fallback_view
from tests.web.learn.pages_of import COURSE, fields_of, text_of

pytestmark = pytest.mark.django_db
PRACTICE = f"{COURSE}modules/spot-fraud/practice/"


@pytest.fixture
def item(course):
    """A single-choice practice item of the first module."""
    content = learning.step(course.package_id, "spot-fraud", "practice", "es")
    return next(item for item in content.items if item.kind == "single")


def wrong_of(item):
    return next(choice for choice in item.choices if choice.key not in item.correct)


def press(client, item, button, *values):
    return client.post(f"{PRACTICE}{item.key}/", {"do": button, f"item-{item.key}": values}, follow=True)


def test_joining_is_one_button_and_leads_to_the_first_module(tomas):
    assert "Empezar el curso" in text_of(tomas.get(f"{COURSE}join/"))
    assert tomas.post(f"{COURSE}join/")["Location"] == f"{COURSE}modules/spot-fraud/"


def test_joining_twice_leads_to_today(learner):
    assert learner.post(f"{COURSE}join/")["Location"] == "/es/today/"


def test_finishing_a_step_leads_to_the_next_and_counts(learner, course):
    first, second = course.modules[0].steps[:2]
    answer = learner.post(f"{COURSE}modules/spot-fraud/{first.key}/")
    assert answer["Location"] == f"{COURSE}modules/spot-fraud/{second.key}/"
    assert "1 de 6 pasos hechos" in text_of(learner.get(f"{COURSE}modules/spot-fraud/"))


def test_the_last_step_leads_back_to_the_module(learner, course):
    last = course.modules[0].steps[-1]
    assert (
        learner.post(f"{COURSE}modules/spot-fraud/{last.key}/")["Location"] == f"{COURSE}modules/spot-fraud/"
    )


def test_a_wrong_answer_is_told_its_own_reason_and_no_explanation(learner, item):
    wrong = wrong_of(item)
    said = text_of(press(learner, item, "answer", wrong.key))
    assert "Todavía no" in said
    assert wrong.rationale["es"].split(".")[0].split("*")[0][:30] in said
    assert item.explanation["es"][:40] not in said


def test_a_right_answer_is_told_why(learner, item):
    said = text_of(press(learner, item, "answer", *item.correct))
    assert "Correcto" in said


def test_feedback_stays_when_the_page_is_opened_again(learner, item):
    press(learner, item, "answer", *item.correct)
    assert "Correcto" in text_of(learner.get(PRACTICE))


def test_hints_come_one_at_a_time(learner, item):
    assert "Pista 1" not in text_of(learner.get(PRACTICE))
    said = text_of(press(learner, item, "hint"))
    assert "Pista 1" in said
    assert "Pista 2" not in said
    assert "Pista 2" in text_of(press(learner, item, "hint"))


def test_the_answer_is_offered_only_after_a_try_and_earns_no_credit(learner, item):
    assert "Ver la respuesta" not in text_of(learner.get(PRACTICE))
    assert learner.post(f"{PRACTICE}{item.key}/", {"do": "reveal"}).status_code == 400
    said = text_of(press(learner, item, "answer", wrong_of(item).key))
    assert "Ver la respuesta (no suma puntos)" in said
    assert "Ya no suma puntos" in text_of(press(learner, item, "reveal"))


def test_an_empty_answer_is_asked_for_again_beside_its_item(learner, item):
    answer = learner.post(f"{PRACTICE}{item.key}/", {"do": "answer"})
    assert answer.status_code == 400
    assert b'class="problem"' in answer.content


def test_a_stranger_who_answers_is_sent_to_join_first(client, course, item):
    answer = client.post(f"{PRACTICE}{item.key}/", {"do": "answer"})
    assert answer["Location"].startswith("/es/join/?next=")


def test_an_item_of_another_step_is_not_there(learner, course):
    assert learner.post(f"{PRACTICE}no-such-item/", {"do": "answer"}).status_code == 404


def test_each_item_of_the_step_has_its_fields(learner, course):
    content = learning.step(course.package_id, "spot-fraud", "practice", "es")
    assert fields_of(learner.get(PRACTICE)) == [f"item-{item.key}" for item in content.items]


def test_a_step_that_only_came_over_says_why_in_the_readers_language():
    shown = fallback_view(Fallback(reason="Video is linked, not played here.", origin="video"))
    assert shown.note == "Video is linked, not played here."
    with override("es"):
        assert fallback_view(Fallback("x", origin="poll")).sentence.startswith("Esta parte se hizo para otra")
    assert fallback_view(None) is None
