"""What I know: sentences that one can check, doubts said out loud, and where to practise."""

from __future__ import annotations

import pytest

from tequio.site.seeds import study
from tequio.web.learn.pages.knowing import as_act
from tests.cast import NOW, sign_in
from tests.web.conftest import compiled_course
from tests.web.learn.pages_of import COURSE, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(shared_hub, course, client):
    """Rosa finished the first module."""
    study.Studying(shared_hub.cast.rosa, compiled_course(), NOW).finish_modules(1)
    return sign_in(client, shared_hub.cast.rosa)


def test_a_new_learner_is_told_where_it_begins(tomas):
    assert "En cuanto practiques" in text_of(tomas.get("/es/know/"))


def test_what_is_mastered_is_said_with_its_numbers(rosa):
    said = text_of(rosa.get("/es/know/"))

    assert "Ya puedes verificar" in said
    assert "6 de 6 bien a la primera." in said


def test_the_doubt_is_said_too(rosa):
    said = text_of(rosa.get("/es/know/"))

    assert "lo más probable de 52 a 100" in said
    assert "podemos equivocarnos" in said


def test_the_rule_stands_on_the_page(rosa):
    assert "Dominado quiere decir" in text_of(rosa.get("/es/know/"))


def test_what_was_not_practised_leads_to_its_practice(rosa):
    page = rosa.get("/es/know/").content.decode()

    assert "Aún no practicas esto: elegir" in page
    assert f'href="{COURSE}modules/second-factor/practice/"' in page


def test_the_picture_says_the_same_as_its_table(rosa):
    page = rosa.get("/es/know/").content.decode()

    assert '<desc id="know-0-0-d">85%, lo más probable de 52% a 100%</desc>' in page
    assert "<td>85%</td><td>52% a 100%</td>" in page


@pytest.mark.parametrize(
    ("statement", "act"),
    [("Check a message.", "check a message"), ("Elegir.", "elegir"), ("QR codes", "QR codes"), ("", "")],
)
def test_a_statement_ends_a_sentence(statement, act):
    assert as_act(statement) == act
