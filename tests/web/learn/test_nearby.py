"""Mistyped words and the words they were meant to be: pure."""

from hypothesis import given
from hypothesis import strategies as st

from tequio.web.learn.matching import query_words
from tequio.web.learn.nearby import allowed, did_you_mean, distance, vocabulary_of

WORDS = vocabulary_of(["Seguridad digital y datos personales", "La contraseña", "El certificado, el código"])
SHORT = st.text("abc", max_size=7)


def meant(text: str) -> str:
    return did_you_mean(query_words(text), WORDS)


def test_one_wrong_letter_is_put_right_with_its_accents():
    assert meant("zeguridad") == "seguridad"
    assert meant("codgio") == "código"
    assert meant("contrazeña") == "contraseña"


def test_a_word_that_something_begins_with_stays_as_it_is():
    assert meant("certif zeguridad") == "certif seguridad"


def test_what_is_right_or_far_from_everything_gets_no_advice():
    assert meant("seguridad") == ""
    assert meant("xilofono") == ""
    assert meant("") == ""


def test_short_words_are_left_alone():
    assert [allowed(word) for word in ("sol", "agua", "seguro", "seguridad")] == [0, 1, 1, 2]


def slow(one: str, other: str) -> int:
    """The definition, word by word."""
    if not one or not other:
        return len(one) + len(other)
    costs = [
        slow(one[:-1], other) + 1,
        slow(one, other[:-1]) + 1,
        slow(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if len(one) > 1 and len(other) > 1 and one[-1] == other[-2] and one[-2] == other[-1]:
        costs.append(slow(one[:-2], other[:-2]) + 1)
    return min(costs)


@given(st.text("abc", max_size=5), st.text("abc", max_size=5), st.integers(0, 3))
def test_the_distance_is_what_its_definition_says(one, other, most):
    assert distance(one, other, most) == min(slow(one, other), most + 1)


@given(SHORT, SHORT)
def test_the_distance_is_the_same_both_ways(one, other):
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) == (one == other)
