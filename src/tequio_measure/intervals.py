"""How far from the truth a share or a chance may be: 95 % intervals, by arithmetic alone."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, lgamma, log, log1p, sqrt

Z = 1.959963984540054  # 95 % of a normal distribution lie within this many deviations
TAIL = 0.025


@dataclass(frozen=True, slots=True)
class Interval:
    """The truth is expected from `low` to `high`, both shares of one."""

    low: float
    high: float


def wilson(count: int, of: int) -> Interval:
    """Of a share of people: Wilson's score interval, which stays honest for few people and for none (Wilson 1927)."""
    if not of:
        return Interval(0.0, 1.0)
    share, spread = count / of, Z * Z / of
    middle = share + spread / 2
    reach = Z * sqrt(share * (1 - share) / of + spread / (4 * of))
    low, high = (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)
    return Interval(low if count else 0.0, high if count < of else 1.0)


def beta_interval(alpha: float, beta: float) -> Interval:
    """Of a chance believed to be Beta(`alpha`, `beta`): from its 2.5th to its 97.5th percentile."""
    return Interval(_quantile(TAIL, alpha, beta), _quantile(1 - TAIL, alpha, beta))


def _quantile(share: float, alpha: float, beta: float) -> float:
    low, high = 0.0, 1.0
    for _ in range(50):  # halving finds 15 digits, which is more than anyone is shown
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle, alpha, beta) < share else (low, middle)
    return (low + high) / 2


def below(x: float, alpha: float, beta: float) -> float:
    """The chance that Beta(`alpha`, `beta`) lies below `x`: the regularised incomplete beta function (DLMF 8.17)."""
    if x <= 0 or x >= 1:
        return float(x >= 1)
    if x > (alpha + 1) / (alpha + beta + 2):  # there the fraction converges slowly: DLMF 8.17.4
        return 1 - below(1 - x, beta, alpha)
    front = lgamma(alpha + beta) - lgamma(alpha) - lgamma(beta) + alpha * log(x) + beta * log1p(-x)
    return exp(front) / (alpha * _fraction(x, alpha, beta))


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of DLMF 8.17.22, from its 200th term back: far more than small samples need."""
    value = 1.0
    for m in range(100, 0, -1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        odd = -(a + m - 1) * (a + b + m - 1) * x / ((a + 2 * m - 2) * (a + 2 * m - 1))
        value = 1 + odd / (1 + even / value)
    return value
