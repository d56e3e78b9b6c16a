"""Intervals of shares and chances, against published tables and against counting."""

from __future__ import annotations

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tequio_measure.intervals import below, beta_interval, wilson


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [  # Newcombe 1998, Statistics in Medicine 17:857, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_as_published(count, of, low, high):
    found = wilson(count, of)

    assert (found.low, found.high) == pytest.approx((low, high), abs=5e-5)


def test_of_nobody_nothing_is_known():
    assert (wilson(0, 0).low, wilson(0, 0).high) == (0, 1)


@given(st.integers(1, 500), st.data())
def test_the_share_lies_within_its_interval(of, data):
    count = data.draw(st.integers(0, of))
    found = wilson(count, of)

    assert 0 <= found.low <= count / of <= found.high <= 1


@given(st.integers(1, 30), st.integers(1, 30), st.floats(0.01, 0.99))
def test_a_beta_counts_like_a_binomial(alpha, beta, x):
    """For whole numbers, DLMF 8.17.5: the chance of at least `alpha` successes in `alpha + beta - 1` tries."""
    tries = alpha + beta - 1
    at_least = sum(comb(tries, k) * x**k * (1 - x) ** (tries - k) for k in range(alpha, tries + 1))

    assert below(x, alpha, beta) == pytest.approx(at_least, abs=1e-9)


@given(st.floats(0.5, 40), st.floats(0.5, 40))
def test_the_mean_lies_within_the_interval(alpha, beta):
    found = beta_interval(alpha, beta)

    assert 0 <= found.low < alpha / (alpha + beta) < found.high <= 1


def test_before_any_answer_nearly_everything_is_possible():
    found = beta_interval(1, 1)

    assert (found.low, found.high) == pytest.approx((0.025, 0.975))
