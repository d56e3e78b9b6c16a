"""The made-up right-to-left language: legible, longer, and nothing lost on the way."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tequio.kit.words import say
from tequio.web import pseudo, pseudo_gettext
from tequio.web.learn.pages.spoken import other_language

KEPT = ["%(name)s", "%(score)d", "%%", "{time}", "<b>", "</b>", "&amp;", "https://hub.example/a", "12,345.6"]
WORDS = st.text("abcdefghijklmnopqrstuvwxyzáéñÁ", min_size=1, max_size=12)


@pytest.fixture
def arabic_like(settings):
    settings.LANGUAGES = [*settings.LANGUAGES, (pseudo.CODE, pseudo.NAME)]
    pseudo_gettext.install()
    with translation.override(pseudo.CODE):
        yield


@pytest.mark.parametrize("kept", KEPT)
def test_placeholders_markup_and_digits_stay(kept):
    assert f" {kept} " in pseudo.pseudo(f"Sign {kept} in")


@given(st.lists(st.one_of(WORDS, st.sampled_from(KEPT)), max_size=8))
def test_every_word_is_turned_and_every_mark_closed(parts):
    said = pseudo.pseudo(" ".join(parts))
    words = [part for part in parts if part not in KEPT]

    assert said.count(pseudo.OVERRIDE) == said.count(pseudo.POP) == len(words)
    assert [part for part in said.split(" ") if part in KEPT] == [part for part in parts if part in KEPT]


@given(WORDS)
def test_every_word_grows_by_a_third_at_most_half_of_it_more(word):
    grown = len(pseudo.plain(pseudo.pseudo(word)))

    assert len(word) * 1.3 <= grown <= len(word) * 1.3 + 1


def test_gettext_speaks_it_without_a_catalogue(arabic_like):
    assert translation.get_language_bidi()
    assert pseudo.plain(translation.gettext("Sign in")) == "Siignn iin"
    assert pseudo.plain(translation.pgettext("a place", "Home")) == "Hoomee"
    assert "miinuutees" in translation.ngettext("%(count)d minute", "%(count)d minutes", 2)


@pytest.mark.django_db
def test_a_page_is_answered_from_right_to_left(arabic_like, client):
    page = client.get(reverse("sign_in")).content.decode()

    assert reverse("sign_in").startswith("/ar-xb/")
    assert re.search(r'<html lang="ar-xb"[^>]* dir="rtl"', page)
    assert pseudo.OVERRIDE in page


@pytest.mark.django_db
def test_no_menu_offers_it(arabic_like, client):
    assert f'hreflang="{pseudo.CODE}"' not in client.get(reverse("sign_in")).content.decode()


@pytest.mark.django_db
def test_a_real_hub_does_not_know_it(client, settings):
    assert not settings.PSEUDO_LANGUAGES
    assert client.get("/ar-xb/sign-in/").status_code == 404


@pytest.mark.parametrize(("page", "said"), [("en", ""), ("es", ""), (pseudo.CODE, "en")])
def test_a_course_marks_the_language_it_falls_back_to(page, said):
    """Words are sorted by language in a package, and `say` takes the first when the page's is missing."""
    assert other_language(("es", "en"), page) == said
    assert say({"en": "A course", "es": "Un curso"}, page) == ("Un curso" if page == "es" else "A course")
