"""The sample of the accessibility matrix leaves no two values apart."""

from __future__ import annotations

from collections import Counter
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pages import PAGES
from tests.pairs import pairs_of, sample

LOOKS = (("es", "en"), ("light", "dark"), (320, 1280))
COLUMNS = st.lists(st.integers(1, 5).map(lambda n: tuple(range(n))), min_size=2, max_size=4)


@settings(max_examples=60, deadline=None)
@given(COLUMNS)
def test_every_two_values_of_different_columns_meet(columns):
    met = set().union(*map(pairs_of, sample(*columns)))
    assert met == set().union(*map(pairs_of, product(*columns)))


def test_the_sample_is_always_the_same():
    assert sample(range(4), *LOOKS) == sample(range(4), *LOOKS)


def test_two_looks_a_page_are_enough_and_each_page_gets_them():
    keys = [page.key for page in PAGES]
    times = Counter(row[0] for row in sample(keys, *LOOKS))
    assert set(times) == set(keys)
    assert set(times.values()) == {2}


def test_a_sample_of_one_value_each_is_one_row():
    assert sample("a", "b", "c") == [("a", "b", "c")]
