"""My record: my own statements as days in words and as a file; never anybody else's, never a key."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client

from tequio.learning import api as learning
from tequio.site.seeds import study
from tests.cast import NOW, sign_in
from tests.web.conftest import compiled_course
from tests.web.learn.pages_of import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def finisher(shared_hub, course):
    """One who finished the course eleven days ago and passed the final check yesterday."""
    way = study.Studying(shared_hub.cast.rosa, compiled_course(), NOW - timedelta(days=11))
    way.finish_modules(3)
    way.now = NOW - timedelta(days=1)
    way.pass_final_check()
    return sign_in(Client(), shared_hub.cast.rosa)


def statements(client: Client) -> list[dict]:
    answer = client.get("/es/record/my-record.json")
    return json.loads(b"".join(answer.streaming_content))


def test_a_new_learner_is_told_where_it_begins(tomas):
    assert "Todavía nada" in text_of(tomas.get("/es/record/"))
    assert statements(tomas) == []


def test_days_are_told_in_words(finisher):
    said = text_of(finisher.get("/es/record/"))

    assert "Te inscribiste en el curso." in said
    assert "18 pasos terminados" in said
    assert "18 reactivos practicados" in said
    assert "Aprobaste la comprobación final: 92% bien." in said


def test_the_newest_day_comes_first(finisher):
    said = text_of(finisher.get("/es/record/"))

    assert said.index("Aprobaste") < said.index("Te inscribiste")


def test_earlier_days_are_on_the_next_page(learner, shared_hub, course):
    way = study.Studying(shared_hub.cast.tomas, compiled_course(), NOW)
    mine = learning.enrolments(shared_hub.cast.tomas.id)[0]
    steps = [(module.key, step.key) for module in course.modules for step in module.steps]
    for day, (module, step) in enumerate(steps[:12], start=1):
        now = NOW + timedelta(days=day)
        learning.open_step(enrolment=mine.id, module=module, step=step, by=way.actor, now=now)
    first = learner.get("/es/record/")
    older = first.context["page"].older_query

    assert len(first.context["page"].days) == 10
    second = learner.get(f"/es/record/?{older}").context["page"]
    assert len(second.days) == 3
    assert not second.older_query


@pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "٣"])
def test_nonsense_shows_the_newest(learner, before):
    assert learner.get("/es/record/", {"before": before}).context["page"].newest


def test_an_unknown_course_shows_all(finisher):
    assert finisher.get("/es/record/?course=nothing").context["page"].days


def test_the_file_holds_every_statement_of_mine(finisher):
    found = statements(finisher)

    assert len({one["id"] for one in found}) == len(found) > 50
    assert len({one["actor"]["account"]["name"] for one in found}) == 1


def test_the_file_holds_nobody_elses(finisher, learner):
    mine = {one["actor"]["account"]["name"] for one in statements(learner)}

    assert not mine & {one["actor"]["account"]["name"] for one in statements(finisher)}


def test_what_was_answered_in_the_check_says_nothing_of_right_or_wrong(finisher):
    saved = [one for one in statements(finisher) if one["verb"]["id"].endswith("/saved")]

    assert len(saved) == 12
    assert all(set(one["result"]) == {"response"} for one in saved)


def test_the_file_is_a_download(finisher):
    assert "attachment" in finisher.get("/es/record/my-record.json")["Content-Disposition"]


def test_certificates_say_how_to_earn_the_first(tomas):
    assert "Todavía ninguno" in text_of(tomas.get("/es/certificates/"))
