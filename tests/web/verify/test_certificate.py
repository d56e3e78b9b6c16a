"""The public page of a certificate states its own checks; the paper carries the signed document."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from django.core.cache import cache

from tequio.credentials import api
from tequio.kit import clock
from tests.credentials.samples import NOON, PRACTISED

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    cache.clear()
    with clock.frozen_at(NOON):
        yield


def test_the_short_link_leads_to_the_page_in_the_readers_language(spanish, english, earned):
    assert spanish.get(f"/c/{earned.code}")["Location"] == f"/es/certificates/{earned.code}/"
    assert english.get(f"/c/{earned.code}")["Location"] == f"/en/certificates/{earned.code}/"


def test_the_page_says_whose_what_and_how_sure(client, earned):
    page = client.get(f"/es/certificates/{earned.code}/").content.decode()

    assert "Seguridad digital y datos personales" in page
    assert earned.learner_name in page
    assert "L1" in page
    assert 'data-verdict="genuine_demo"' in page
    checks, elements, _rest = page.partition("Europa")
    assert elements
    assert checks.count('class="word good"') == 7


def test_a_revoked_one_is_shown_as_revoked(client, cast, earned):
    api.revoke(credential=earned.id, reason="El nombre estaba mal.", by=cast.actor("ernesto"), now=NOON)
    page = client.get(f"/es/certificates/{earned.code}/").content.decode()

    assert 'data-verdict="revoked"' in page
    assert "El nombre estaba mal." in page


def test_nobody_is_offered_a_revoked_one_to_frame(client, cast, earned):
    page = client.get(f"/es/certificates/{earned.code}/").content.decode()
    assert "PDF para enmarcar" in page
    assert "PDF con la cinta" not in page
    api.revoke(credential=earned.id, reason="El nombre estaba mal.", by=cast.actor("ernesto"), now=NOON)
    page = client.get(f"/es/certificates/{earned.code}/").content.decode()
    take = page[page.index("Llévatelo") : page.index("</section>", page.index("Llévatelo"))]
    assert "PDF para enmarcar" not in take
    assert 'class="button"' not in take
    assert "PDF con la cinta REVOCADO" in take
    assert "Documento firmado" in take


def test_it_is_not_for_search_engines_and_not_cached(client, earned):
    response = client.get(f"/en/certificates/{earned.code}/")

    assert b'content="noindex"' in response.content
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


def test_a_code_that_is_not_there_is_a_page_not_found(client, issuer):
    assert client.get("/es/certificates/AAAAAAAAAAAA/").status_code == 404


def test_a_hostile_name_is_only_text(client, passed):
    name = "<script>alert(1)</script> {{ 7|add:7 }}"
    view = api.credential(api.award(attempt=passed(learner_name=name), now=NOON))
    page = client.get(f"/en/certificates/{view.code}/").content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(("query", "width"), [("", 842), ("?size=a5", 420)])
def test_the_paper_comes_in_two_sizes(client, earned, query, width):
    response = client.get(f"/es/certificates/{earned.code}/certificate.pdf{query}")

    assert response["Content-Type"] == "application/pdf"
    assert round(_media_width(response.content)) == width


def test_a_code_with_a_line_break_breaks_no_header(client, earned):
    response = client.get(f"/es/certificates/{earned.code}%0D%0AX-Evil:%201/certificate.pdf")

    assert "X-Evil" not in response
    assert response.status_code == 404


def test_another_size_is_not_there(client, earned):
    assert client.get(f"/es/certificates/{earned.code}/certificate.pdf?size=a0").status_code == 404


def _media_width(pdf: bytes) -> float:
    return float(re.search(rb"/MediaBox ?\[\s*0 0 ([\d.]+)", pdf)[1])


@pytest.mark.parametrize(
    ("name", "size"), [("María Fernanda Hernández López", ""), ("Ana " * 15 + "Ruiz", "long")]
)
def test_a_very_long_name_is_set_smaller(client, passed, name, size):
    view = api.credential(api.award(attempt=passed(learner_name=name), now=NOON))
    page = client.get(f"/es/certificates/{view.code}/").content.decode()

    assert f'<p class="whose {size}"><bdi>{name}</bdi></p>' in page


def test_there_is_a_text_to_copy_that_says_it_is_a_demo(client, earned):
    page = client.get(f"/es/certificates/{earned.code}/").content.decode()

    assert "DEMO, no certifica nada: María Fernanda Hernández Ixtlilxóchitl: Seguridad digital" in page
    assert f"/c/{earned.code}</textarea>" in page


def test_taking_part_is_a_constancia_and_no_certificate(client, passed):
    attempt = passed(evidence=replace(PRACTISED, passed=False), score="", results=())
    view = api.credential(api.award(attempt=attempt, now=NOON))
    page = client.get(f"/es/certificates/{view.code}/").content.decode()

    assert "Constancia de participación" in page
    assert "hace constar que" in page
    assert "participó en el curso" in page
    assert "puede hacer esto" not in page
