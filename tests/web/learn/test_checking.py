"""The final check: rules, saving, resuming, handing in, the result."""

from datetime import timedelta

import pytest
from django.test import Client

from tequio.kit import clock
from tests.cast import NOW, sign_in
from tests.web.learn.pages_of import COURSE, fields_of, hrefs_of, text_of

pytestmark = pytest.mark.django_db
CHECK = f"{COURSE}check/"


@pytest.fixture
def sitting(learner) -> str:
    """The address of Tomás's open attempt."""
    return learner.post(CHECK)["Location"]


def answers(fields, keys, *, right=True):
    return {field: keys[field.removeprefix("item-")] if right else ("a",) for field in fields}


def json_save(client, sitting, **data):
    return client.post(f"{sitting}save/", data, headers={"accept": "application/json"})


def test_the_rules_come_before_the_clock_starts(learner):
    said = text_of(learner.get(CHECK))
    assert "El reloj no se detiene mientras no estás." in said
    assert "Se aprueba con 75% o más." in said
    assert "Empezar ahora" in said


def test_who_has_not_joined_is_led_to_join(tomas):
    assert tomas.get(CHECK)["Location"] == f"{COURSE}join/"


def test_starting_twice_opens_one_attempt(learner, sitting):
    assert learner.post(CHECK)["Location"] == sitting
    assert sitting in hrefs_of(learner.get(CHECK))


def test_the_page_holds_a_form_with_every_item_and_the_hubs_deadline(learner, sitting, course):
    page = learner.get(sitting)
    assert len(fields_of(page)) == course.final_check.items
    assert "Entrega antes de las 12:20 p.m." in text_of(page)  # 18:00 UTC and twenty minutes, in Mexico City


def test_no_key_hint_or_reason_is_in_the_page(learner, sitting, keys):
    html = learner.get(sitting).content.decode()
    assert "rationale" not in html
    assert "checked" not in html


def test_saved_answers_are_there_on_another_device(shared_hub, learner, sitting, keys):
    field = fields_of(learner.get(sitting))[0]
    learner.post(f"{sitting}save/", {**answers([field], keys), "then": "stay"})
    other = sign_in(Client(), shared_hub.cast.tomas)
    assert "1 de 12 respuestas guardadas" in text_of(other.get(sitting))


def test_the_script_saves_one_answer_and_is_told_when(learner, sitting, keys):
    field = fields_of(learner.get(sitting))[0]
    key = "1f0c9a52-8d2e-4e55-9d9e-0b1d7a3f2c11"
    said = json_save(learner, sitting, key=key, only=field, **answers([field], keys)).json()
    assert said == {"saved_at": NOW.isoformat()}
    assert json_save(learner, sitting, key=key, only=field, **answers([field], keys)).json() == said


def test_saving_leads_back_to_the_item_or_on_to_handing_in(learner, sitting):
    assert learner.post(f"{sitting}save/", {"then": "i-abc"})["Location"] == f"{sitting}#i-abc"
    assert learner.post(f"{sitting}save/", {"then": "submit"})["Location"] == f"{sitting}submit/"


def test_before_handing_in_the_items_without_an_answer_are_listed(learner, sitting, keys):
    fields = fields_of(learner.get(sitting))
    learner.post(f"{sitting}save/", answers(fields[1:], keys))
    page = learner.get(f"{sitting}submit/")
    assert "11 de 12 reactivos tienen respuesta." in text_of(page)
    assert [href for href in hrefs_of(page) if "#i-" in href] == [
        f"{sitting}#i-{fields[0].removeprefix('item-')}"
    ]


def test_passing_leads_to_the_certificate(learner, sitting, keys, django_capture_on_commit_callbacks):
    learner.post(f"{sitting}save/", answers(fields_of(learner.get(sitting)), keys))
    with django_capture_on_commit_callbacks(execute=True):
        learner.post(f"{sitting}submit/")
    page = learner.get(f"{sitting}result/")
    assert "Aprobaste" in text_of(page)
    assert "Obtuviste 100%" in text_of(page)
    assert any("/certificates/" in href for href in hrefs_of(page))


def test_not_passing_says_what_to_go_over_and_when_to_try_again(learner, sitting):
    learner.post(f"{sitting}submit/")
    said = text_of(learner.get(f"{sitting}result/"))
    assert "Todavía no apruebas" in said
    assert "Te quedan 2 intentos." in said
    assert "Repasa" in said


def test_while_one_must_wait_the_rules_say_until_when_and_offer_no_button(learner, sitting):
    learner.post(f"{sitting}submit/")
    said = text_of(learner.get(CHECK))
    assert (
        "El próximo puede empezar el 24 de noviembre de 2026, 12:00 p.m. (hora de Ciudad de México)." in said
    )
    assert "Empezar ahora" not in said
    with clock.frozen_at(NOW + timedelta(hours=25)):
        assert "Empezar ahora" in text_of(learner.get(CHECK))
        assert "El próximo puede empezar" not in text_of(learner.get(f"{sitting}result/"))


def test_who_passed_is_led_to_the_certificate_not_to_another_try(
    learner, sitting, keys, django_capture_on_commit_callbacks
):
    learner.post(f"{sitting}save/", answers(fields_of(learner.get(sitting)), keys))
    with django_capture_on_commit_callbacks(execute=True):
        learner.post(f"{sitting}submit/")
    rules = learner.get(CHECK)
    assert "Ya aprobaste esta comprobación." in text_of(rules)
    assert "Empezar ahora" not in text_of(rules)
    assert any("/certificates/" in href for href in hrefs_of(rules))
    assert CHECK not in hrefs_of(learner.get("/es/today/"))


def test_a_late_answer_is_told_so_and_the_result_shows(learner, sitting, keys):
    field = fields_of(learner.get(sitting))[0]
    with clock.frozen_at(NOW + timedelta(minutes=30)):
        late = json_save(learner, sitting, key="k" * 36, only=field, **answers([field], keys))
        assert late.status_code == 409
        assert "Se acabó el tiempo" in text_of(learner.get(f"{sitting}result/"))


def test_nobody_sees_the_attempt_of_another(shared_hub, learner, sitting):
    rosa = sign_in(Client(), shared_hub.cast.rosa)
    for address in (sitting, f"{sitting}submit/", f"{sitting}result/"):
        assert rosa.get(address).status_code in (403, 404)
    assert rosa.post(f"{sitting}save/").status_code in (403, 404)
    assert rosa.post(f"{sitting}submit/").status_code in (403, 404)


def test_a_handed_in_attempt_leads_to_its_result(learner, sitting):
    learner.post(f"{sitting}submit/")
    assert learner.get(sitting)["Location"] == f"{sitting}result/"
    assert learner.post(f"{sitting}submit/")["Location"] == f"{sitting}result/"
