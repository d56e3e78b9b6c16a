"""The page of final items: whole for the reviewer, closed to everybody else, and read before a version passes."""

from __future__ import annotations

import pytest

from tequio.kit import ids
from tequio.learning import api as learning
from tequio.learning.content.models import CourseVersion
from tequio.people import api as people
from tequio.people.values import Role
from tequio.site.seeds import demo
from tests.cast import EVERYBODY, NOW
from tests.web.staff.test_reviewing import answers, reviews

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def address(house, language: str = "en") -> str:
    return f"/{language}/reviews/{house.version}/items/"


@pytest.fixture
def shown(house):
    return house.browser("beatriz").get(address(house))


def test_every_item_of_the_checks_is_there_by_outcome_and_no_practice(shown):
    compiled = learning.compile_folder(demo.COURSE)
    found = {
        (outcome.key, item.key)
        for outcome in shown.context["page"].outcomes
        for pool in outcome.pools
        for item in pool.items
    }
    assert found == {(one.outcome, one.key) for one in (*compiled.final, *compiled.delayed)}


def test_each_item_shows_what_is_right_and_a_reason_for_every_choice(shown):
    pools = [pool for outcome in shown.context["page"].outcomes for pool in outcome.pools]
    for item in (item for pool in pools for item in pool.items):
        assert item.answers or any(choice.right for choice in item.choices), item.key
        assert all(choice.rationale for choice in item.choices), item.key
        assert all(str(choice.rationale) in shown.content.decode() for choice in item.choices), item.key


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_items_speak_the_language_of_the_page(house, language: str):
    page = house.browser("beatriz").get(address(house, language)).context["page"]
    stated = {one.key: one.statement[language] for one in learning.course("digital-safety").outcomes}
    assert {one.key: one.statement for one in page.outcomes}.items() <= stated.items()


def test_no_browser_keeps_the_page(shown):
    assert "no-store" in shown["Cache-Control"]


def test_no_key_is_in_the_repr_of_the_page(shown):
    page = shown.context["page"]
    pools = [pool for outcome in page.outcomes for pool in outcome.pools]
    told = repr([page, *(item for pool in pools for item in pool.items)])
    assert "right=" not in told
    assert not any(str(c.rationale) in told for p in pools for i in p.items for c in i.choices)


@pytest.mark.parametrize("name", sorted({*EVERYBODY} - {"beatriz"}))
def test_nobody_but_the_reviewer_ever_reads_an_item(house, name: str):
    response = house.browser(name).get(address(house))
    assert response.status_code == (302 if name == "nobody" else 403)
    assert "page" not in (response.context or {}) or not hasattr(response.context["page"], "outcomes")


def test_the_author_never_reads_them_as_a_reviewer(house):
    cast = house.cast
    people.grant(
        person=cast.leticia.id, role=Role.REVIEWER, organisation=cast.a.id, by=cast.actor("marisol"), now=NOW
    )
    assert house.browser("leticia").get(address(house)).status_code == 403
    review = house.browser("leticia").get(f"/en/reviews/{house.version}/")
    assert address(house) not in review.content.decode()


def test_an_older_version_never_shows_the_items_of_a_newer_one(house):
    row = CourseVersion.objects.get(uuid=house.version)
    row.pk, row.uuid, row.num, row.package_id = None, ids.new_uuid(), row.num + 1, "0" * 64
    row.save(force_insert=True)
    assert house.browser("beatriz").get(address(house)).status_code == 404


def test_the_review_leads_to_the_items_and_asks_for_the_tick(house):
    text = house.browser("beatriz").get(f"/en/reviews/{house.version}/").content.decode()
    assert text.count(f'href="{address(house)}"') == 2
    assert 'name="read_items"' in text


def test_a_version_never_passes_before_its_items_are_read(house):
    said = {key: value for key, value in answers().items() if key != "read_items"}
    response = house.browser("beatriz").post(f"/en/reviews/{house.version}/", said)
    assert response.status_code == 400
    assert 'href="#id_read_items"' in response.content.decode()
    assert len(reviews(house)) == 1


def test_a_version_that_is_refused_needs_no_tick(house):
    said = answers(finding_R26="not", evidence_R26="No task of the job. Add one.", read_items="")
    assert house.browser("beatriz").post(f"/en/reviews/{house.version}/", said).status_code == 302
    assert not reviews(house)[-1].passed
