"""What learners read in Spanish is easy: Szigriszt-Pazos 65 or more by catalogue, body and topic, 60 by page."""

from __future__ import annotations

import pytest

from tequio_measure.readability import readability
from tests.house.language import ease

HARD = (
    "La cumplimentación del procedimiento administrativo correspondiente requiere inexcusablemente la "
    "presentación previa de la documentación acreditativa anteriormente especificada."
)


def test_every_catalogue_is_easy_to_read():
    assert ease.too_hard(ease.by_catalogue(), ease.EASY) == []


def test_every_page_is_easy_enough():
    assert ease.too_hard(ease.by_page(), ease.FLOOR) == []


def test_no_long_sentence_is_hard():
    assert ease.too_hard(ease.by_long_sentence(), ease.LONG_FLOOR) == []


def test_every_body_bank_and_plan_of_the_course_is_easy_to_read():
    assert ease.too_hard(ease.course(), ease.EASY) == []


def test_every_topic_of_help_is_easy_to_read():
    assert ease.too_hard(ease.topics(), ease.EASY) == []


def test_everything_excused_is_hard_and_has_its_reason():
    everything = [
        *ease.by_catalogue(),
        *ease.by_page(),
        *ease.course(),
        *ease.topics(),
        *ease.by_long_sentence(),
    ]
    hard = {one.name for one in everything if one.score < ease.EASY}

    assert set(ease.exceptions()) <= hard
    assert all(len(reason.split()) >= 3 for reason in ease.exceptions().values())


def test_what_learners_read_is_measured():
    assert {one.name for one in ease.by_catalogue()} >= {
        "web/learn",
        "web/people",
        "web/verify",
        "assessment",
    }
    assert sum(one.words for one in ease.by_catalogue()) > 3000
    assert len(ease.course()) > 25


@pytest.mark.parametrize("measure", [ease.by_catalogue, ease.by_page, ease.by_long_sentence])
def test_hard_words_planted_in_pages_are_noticed(measure):
    pages = "web/templates/learn/"
    said = [(m, HARD if m.where.startswith(pages) else text) for m, text in ease.said_to_learners()]
    least = ease.LONG_FLOOR if measure is ease.by_long_sentence else ease.EASY

    assert any("learn" in one.name for one in ease.too_hard(measure(said), least))


def test_the_planted_words_are_hard():
    assert readability(HARD, "es").score < 0
