"""The rule on others' answers: what came after "mastered", against three right in a row. Nothing is fitted."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from pathlib import Path

import pytest

from tequio_measure.mastery import Evidence, believe

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "learning" / "assist09_train.csv.gz"


def sequences() -> list[list[tuple[str, bool]]]:
    """First answers to each item, per learner and skill, in time."""
    found: dict[tuple[str, str], dict[str, tuple[int, bool]]] = defaultdict(dict)
    with gzip.open(DATA, "rt") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            seen = found[row["user_id"], row["skill_id"]]
            seen.setdefault(row["item_id"], (int(row["timestamp"]), row["correct"] == "1"))
    return [
        [(item, right) for item, (at, right) in sorted(one.items(), key=lambda pair: pair[1][0])]
        for one in found.values()
    ]


@pytest.mark.outside
@pytest.mark.slow
def test_the_rule_promises_less_falsely_than_three_in_a_row():
    if not DATA.exists():
        pytest.skip(
            "../shared/data/learning is absent: the mastery rule was not held against others' answers"
        )
    mastered, streak = [], []
    for sequence in sequences():
        for num, (_, right) in enumerate(sequence):
            past = [Evidence(item, was) for item, was in sequence[:num]]
            if len(past) >= 4 and believe(past).mastered:
                mastered.append(right)
            if len(past) >= 3 and all(piece.right for piece in past[-3:]):
                streak.append(right)

    assert sum(mastered) / len(mastered) > 0.83
    assert sum(mastered) / len(mastered) > sum(streak) / len(streak) + 0.03
