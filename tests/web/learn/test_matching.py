"""What a search finds, and in which order: pure."""

from hypothesis import given
from hypothesis import strategies as st

from tequio.web.learn.matching import (
    LONGEST,
    MOST_WORDS,
    Entry,
    begins,
    excerpt,
    fold,
    pieces,
    query_words,
    rank,
)

LETTERS = "abcñÑáÉíoúüzABC -"
TEXTS = st.text(LETTERS, max_size=40)
ENTRIES = st.lists(
    st.builds(Entry, kind=st.just("course"), href=st.just("/"), title=TEXTS, texts=st.tuples(TEXTS, TEXTS)),
    max_size=6,
)


def entry(title: str, *texts: str) -> Entry:
    return Entry("course", f"/{title}", title, texts)


def titles(found) -> list[str]:
    return [hit.entry.title for hit in found.hits]


def search(text: str, *entries: Entry) -> list[str]:
    return titles(rank(entries, query_words(text)))


def test_the_first_letters_of_a_word_find_it():
    assert search("seg", entry("Seguridad digital")) == ["Seguridad digital"]
    assert search("dig", entry("Seguridad digital")) == ["Seguridad digital"]
    assert search("gital", entry("Seguridad digital")) == []


def test_accents_and_capitals_do_not_matter():
    assert search("COMPROBACION", entry("La comprobación final"))
    assert search("comprobación", entry("LA COMPROBACION FINAL"))


def test_an_n_finds_both_letters_and_an_ñ_only_itself():
    both = entry("Año nuevo"), entry("Anotar")
    assert len(search("an", *both)) == 2
    assert search("añ", *both) == ["Año nuevo"]
    assert search("An\u0303o", *both) == ["Año nuevo"]


def test_a_title_that_begins_with_the_query_comes_first():
    found = search(
        "datos", entry("Tus datos", "datos datos"), entry("Ayuda", "datos"), entry("Datos que gasta")
    )
    assert found == ["Datos que gasta", "Tus datos", "Ayuda"]


def test_every_word_must_be_there_when_something_has_them_all():
    courses = entry("Agua de lluvia"), entry("Agua potable")
    assert search("agua llu", *courses) == ["Agua de lluvia"]


def test_when_nothing_has_all_words_those_with_some_come_and_say_so():
    found = rank([entry("Agua de lluvia")], query_words("agua caliente"))
    assert titles(found) == ["Agua de lluvia"]
    assert not found.whole


def test_the_text_shown_is_the_one_with_the_word():
    (hit,) = rank([entry("Ayuda", "Sin nada", "Trae tu tarjeta")], ["tarj"]).hits
    assert hit.text == "Trae tu tarjeta"


def test_only_the_letters_asked_for_are_marked():
    cut = [(piece.text, piece.found) for piece in pieces("La Comprobación final", ["compr"])]
    assert cut == [("La ", False), ("Compr", True), ("obación final", False)]


def test_an_excerpt_stands_around_what_was_found():
    text = "palabra " * 60 + "tarjeta " + "palabra " * 60
    assert "tarjeta" in excerpt(text, ["tarj"])
    assert len(excerpt(text, ["tarj"])) < 160


def test_a_query_is_cut_to_what_may_be_asked():
    assert len(query_words("a b c d e f g h i j")) == MOST_WORDS
    assert query_words("x" * 500) == ("x" * LONGEST,)
    assert query_words(" ¿? ") == ()


@given(TEXTS, st.data())
def test_every_beginning_of_every_word_of_a_title_finds_it(title, data):
    for word in query_words(title):
        start = word[: data.draw(st.integers(1, len(word)))]
        assert search(start, entry(title)) == [title]


@given(ENTRIES, TEXTS)
def test_upper_case_without_accents_finds_the_same(entries, text):
    plain = fold(text).upper()
    assert titles(rank(entries, query_words(plain))) == titles(rank(entries, query_words(text)))


@given(ENTRIES, TEXTS, st.sampled_from("abcz"))
def test_one_more_word_never_finds_more(entries, text, word):
    asked = query_words(text)[: MOST_WORDS - 1]
    fewer, more = rank(entries, asked), rank(entries, (*asked, word))
    if asked and fewer.whole and more.whole:
        assert len(more.hits) <= len(fewer.hits)


@given(TEXTS, TEXTS)
def test_pieces_put_together_are_the_text_and_each_mark_was_asked_for(text, query):
    asked = query_words(query)
    cut = pieces(text, asked)
    assert "".join(piece.text for piece in cut) == text
    assert all(any(begins(fold(piece.text), one) for one in asked) for piece in cut if piece.found)
