"""The search page over the demo course and the help topics."""

import pytest

from tests.web.learn.pages_of import COURSE, hrefs_of, text_of

pytestmark = pytest.mark.django_db
HERE = "/es/search/"


def search(client, text, **headers):
    return client.get(HERE, {"q": text}, headers=headers)


def test_first_letters_find_the_course_and_its_module(client, course):
    page = search(client, "seg")
    assert COURSE in hrefs_of(page)
    assert "<mark>Seg</mark>uridad" in page.content.decode()


def test_results_are_grouped_courses_first(client, course):
    said = text_of(search(client, "datos"))
    assert said.index("Cursos", said.index("resultados")) < said.index("Módulos") < said.rindex("Ayuda")


def test_a_step_is_found_through_its_module(client, course):
    step = course.modules[1].steps[1].title["es"]
    assert f"{COURSE}modules/{course.modules[1].key}/" in hrefs_of(search(client, step))


def test_help_is_found_by_what_it_says(client, course):
    assert "/es/help/card/" in hrefs_of(search(client, "perdiste tarjeta"))


def test_it_looks_in_the_language_of_the_page(client, course):
    assert "/en/help/card/" in hrefs_of(client.get("/en/search/", {"q": "lost card"}))
    assert "Nothing found" in text_of(client.get("/en/search/", {"q": "tarjeta"}))


def test_a_mistyped_word_is_met_with_the_one_that_was_meant(client, course):
    page = search(client, "zeguridad")
    assert "Quizá quisiste decir: seguridad" in text_of(page)
    assert f"{HERE}?q=seguridad" in hrefs_of(page)


@pytest.mark.parametrize("text", ["", "   ", "¿?"])
def test_without_words_it_shows_the_field_and_ways_on(client, course, text):
    page = search(client, text)
    assert page.status_code == 200
    assert {"/es/courses/", "/es/help/"} <= set(hrefs_of(page))


def test_nothing_found_says_so_and_what_to_try(client, course):
    said = text_of(search(client, "xilofono"))
    assert "No hay nada con «xilofono»." in said
    assert "Prueba con una palabra" in said


def test_what_was_asked_is_never_taken_for_html(client, course):
    assert b"<script>alert" not in search(client, "<script>alert(1)</script> seg").content


def test_a_very_long_query_is_cut_short(client, course):
    assert len(search(client, "seguridad " * 500).content) < 20_000


def test_the_script_gets_links_alone(client, course):
    page = search(client, "seg", x_part="list")
    assert page.content.decode().startswith("<ul")
    assert COURSE in hrefs_of(page)
    assert "X-Part" in page["Vary"]


def test_a_search_sets_no_cookie_and_costs_one_query_beside_the_frame(
    client, course, django_assert_num_queries
):
    search(client, "seg")
    with django_assert_num_queries(3):  # the courses on offer; for the frame, the hub and its looks
        assert not search(client, "seg").cookies
