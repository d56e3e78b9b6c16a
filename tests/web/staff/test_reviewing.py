"""The reviewer's pages: a frozen version, what the program found, and a review that is signed or refused."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from django.utils.translation import override

from tequio.learning import api as learning
from tequio.learning.review import api as review
from tequio.learning.values import CriterionResult, Finding
from tequio.people import api as people
from tequio.people.values import Role
from tequio.web.teach.evidence import SENTENCES, in_words, knows
from tequio.web.teach.pages.reviews import reviews_page
from tequio.web.teach.review_form import DECIDED_BY_PEOPLE
from tests.cast import EVERYBODY, NOW

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def answers(**other: str) -> dict[str, str]:
    """Every criterion met and every item read, but what is said otherwise."""
    met = {f"finding_{one.key}": "met" for one in DECIDED_BY_PEOPLE}
    return met | {f"evidence_{one.key}": "" for one in DECIDED_BY_PEOPLE} | {"read_items": "on"} | other


def reviews(house):
    return [one for one in learning.course("digital-safety").reviews if one.kind == "self"]


def test_the_list_tells_what_waits_from_what_is_decided(house):
    page = house.browser("beatriz").get("/en/reviews/").context["page"]
    assert [line.waiting for line in (*page.waiting, *page.decided)] == [False]


@pytest.mark.parametrize(("second", "said"), [("R13", "2 not met (none essential)"), ("R01", "2 not met, ")])
def test_the_list_says_that_nothing_essential_is_lacking_only_when_so(house, second, said):
    actor = house.cast.actor("beatriz")
    (version,) = review.versions_to_review(organisation=house.cast.a.id, by=actor)
    lacking = tuple(CriterionResult(key, Finding.NOT_MET, "") for key in ("R09", second))
    reviews = tuple(replace(one, results=lacking) for one in version.reviews)
    with override("en"):
        page = reviews_page([replace(version, reviews=reviews)], None, "en")
    assert said in page.decided[0].machine


@override("es")
def test_evidence_says_a_day_and_a_language_in_words():
    assert "30 de noviembre de 2028" in in_words("3 dated sources; to be reviewed by 2028-11-30.")
    assert "Español" in in_words("In es the right choice is the longest in 3 of 9 items.")


def test_the_page_names_the_languages(house):
    page = house.browser("beatriz").get(f"/en/reviews/{house.version}/").context["page"]
    assert dict(page.facts)["Languages"] in ("Español · English", "English · Español")


def test_the_page_shows_every_criterion_of_the_program(house):
    page = house.browser("beatriz").get(f"/en/reviews/{house.version}/").context["page"]
    shown = (*page.program.not_met, *page.program.met, *page.program.open)
    assert sorted(line.text[:3] for line in shown) == [f"R{num:02}" for num in range(1, 46)]


def test_a_signed_review_is_kept_under_the_reviewers_name(house):
    response = house.browser("beatriz").post(
        f"/en/reviews/{house.version}/", answers(evidence_R26="A warehouse.")
    )
    assert response.status_code == 302
    last = reviews(house)[-1]
    assert (last.by_name, last.passed, len(last.results)) == ("Beatriz Noguera", True, len(DECIDED_BY_PEOPLE))
    assert ("R26", Finding.MET, "A warehouse.") in [
        (r.criterion, r.finding, r.evidence) for r in last.results
    ]


def test_not_met_without_saying_what_to_change_is_refused(house):
    response = house.browser("beatriz").post(f"/en/reviews/{house.version}/", answers(finding_R26="not"))
    assert response.status_code == 400
    assert 'href="#id_evidence_R26"' in response.content.decode()
    assert len(reviews(house)) == 1


def test_an_essential_criterion_not_met_refuses_the_version(house):
    said = answers(finding_R26="not", evidence_R26="No task of the job. Add one.")
    house.browser("beatriz").post(f"/en/reviews/{house.version}/", said)
    assert not reviews(house)[-1].passed


def test_what_was_written_is_still_there_after_an_error(house):
    response = house.browser("beatriz").post(
        f"/en/reviews/{house.version}/", {"evidence_R01": "Kept while I think."}
    )
    text = response.content.decode()
    assert "Kept while I think." in text
    assert 'href="#id_finding_R01_0"' in text


def test_nobody_ever_reviews_what_they_handed_in(house):
    cast = house.cast
    people.grant(
        person=cast.leticia.id, role=Role.REVIEWER, organisation=cast.a.id, by=cast.actor("marisol"), now=NOW
    )
    browser = house.browser("leticia")
    assert browser.get(f"/en/reviews/{house.version}/").context["page"].why_not
    assert browser.post(f"/en/reviews/{house.version}/", answers()).status_code == 403
    assert len(reviews(house)) == 1


def test_nobody_else_ever_sees_a_review(house):
    for name in sorted({*EVERYBODY} - {"beatriz"}):
        for path in ("", "items/", "modules/spot-fraud/"):
            response = house.browser(name).get(f"/es/reviews/{house.version}/{path}")
            assert response.status_code == (302 if name == "nobody" else 403), name


def test_the_module_shows_practice_with_its_reasons(house):
    page = house.browser("beatriz").get(f"/en/reviews/{house.version}/modules/spot-fraud/").context["page"]
    items = [item for step in page.steps for item in step.items]
    assert items
    assert all(item.answers or any(choice.right for choice in item.choices) for item in items)


def test_no_item_of_the_final_check_is_on_any_other_page(house):
    compiled = learning.compile_folder(demo_course())
    browser, base = house.browser("beatriz"), f"/es/reviews/{house.version}/"
    paths = [base, *(f"{base}modules/{one.key}/" for one in learning.course("digital-safety").modules)]
    text = "".join(browser.get(path).content.decode() for path in paths)
    for item in (*compiled.final, *compiled.delayed):
        assert item.key not in text
        assert json.dumps(item.stem["es"][:60])[1:-1] not in text


def demo_course():
    from tequio.site.seeds import demo

    return demo.COURSE


def test_every_sentence_of_the_program_is_known_in_both_languages(house):
    import ast
    from pathlib import Path

    from tequio.learning.review import machine

    said = learning.course("digital-safety").reviews[0].results
    assert [row.evidence for row in said if not all(map(knows, sentences(row.evidence)))] == []
    fixed = {sentence.replace("%%", "%") for sentence in SENTENCES}
    tree = ast.parse(Path(machine.__file__).read_text("utf-8"))
    told = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    whole = {
        text
        for text in told
        if text[:1].isupper() and text.endswith(".") and " " in text and "\n" not in text
    }
    docstrings = {ast.get_docstring(n) for n in ast.walk(tree) if isinstance(n, ast.Module | ast.FunctionDef)}
    assert whole - docstrings - fixed == set()


def sentences(evidence: str) -> list[str]:
    return evidence.replace(". ", ".\n").split("\n")
