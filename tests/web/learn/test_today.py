"""Today says one thing to do next; what it is depends on how far one is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from tequio.credentials import api as credentials
from tequio.kit import clock, outbox
from tequio.site.seeds import study
from tests.cast import NOW, sign_in
from tests.web.conftest import compiled_course
from tests.web.learn.pages_of import COURSE, text_of

pytestmark = pytest.mark.django_db


def test_whoever_joined_nothing_is_led_to_the_courses(tomas):
    page = tomas.get("/es/today/")

    assert "Elige tu primer curso" in text_of(page)
    assert 'href="/es/courses/"' in page.content.decode()


def test_a_new_learner_begins_with_the_first_step(learner):
    page = learner.get("/es/today/")

    assert "Empieza por el primer paso" in text_of(page)
    assert f'href="{COURSE}modules/spot-fraud/hook/"' in page.content.decode()


def test_whoever_began_goes_on_where_they_stopped(learner):
    learner.post(f"{COURSE}modules/spot-fraud/hook/")
    page = learner.get("/es/today/")

    assert "Sigue donde te quedaste" in text_of(page)
    assert "1 de 18 pasos hechos" in text_of(page)


def test_an_open_check_comes_before_everything(learner):
    attempt = learner.post(f"{COURSE}check/")["Location"]
    page = learner.get("/es/today/")

    assert "Tu comprobación final está abierta" in text_of(page)
    assert f'href="{attempt}"' in page.content.decode()


def test_when_the_time_ran_out_the_check_is_not_open_any_more(learner):
    learner.post(f"{COURSE}check/")
    with clock.frozen_at(NOW + timedelta(hours=2)):
        assert "está abierta" not in text_of(learner.get("/es/today/"))


@pytest.fixture
def early(shared_hub, course):
    """Rosa, who passed the final check without one step."""
    study.Studying(shared_hub.cast.rosa, compiled_course(), NOW).pass_final_check()
    outbox.deliver_waiting()
    return sign_in(Client(), shared_hub.cast.rosa)


def test_whoever_passed_without_the_steps_is_shown_the_certificate(shared_hub, early):
    page = early.get("/es/today/")
    (earned,) = credentials.credentials_of(shared_hub.cast.rosa.id)

    assert "0 de 18 pasos hechos" in text_of(page)
    assert "Tu certificado está listo" in text_of(page)
    assert "Empieza por el primer paso" not in text_of(page)
    assert f'href="/es/certificates/{earned.code}/"' in page.content.decode()


def test_there_is_one_main_button_only(learner):
    page = learner.get("/es/today/").content.decode()

    assert page.count('class="button"') == 1


@pytest.mark.parametrize("path", ["know", "record", "certificates", "card"])
def test_today_leads_to_what_is_mine(learner, path):
    assert f'href="/es/{path}/"' in learner.get("/es/today/").content.decode()
