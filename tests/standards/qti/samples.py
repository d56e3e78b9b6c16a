"""Items for the tests of the codec and the scorer."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tequio_standards import qti

KEYS = st.from_regex(r"[a-z][a-z0-9-]{0,10}[a-z0-9]", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(str.strip)
WORDS = st.dictionaries(st.sampled_from(["es", "en", "pt-BR"]), TEXTS, min_size=1)


def single(**changes: Any) -> dict[str, Any]:
    """A sound item of kind single, as JSON."""
    return {
        "key": "p-fraud-1",
        "outcome": "spot-fraud",
        "kind": "single",
        "stem": {"es": "¿Qué haces?", "en": "What do you do?"},
        "choices": [
            {
                "key": "a",
                "text": {"es": "Respondo", "en": "I answer"},
                "rationale": {"es": "No: es lo que quieren."},
            },
            {"key": "b", "text": {"es": "Llamo al banco", "en": "I call the bank"}, "rationale": {}},
        ],
        "correct": ["b"],
        "hints": [{"es": "¿Quién escribe?"}],
        "explanation": {"es": "El banco no pide claves."},
        "level": "apply",
        "seconds": 60,
    } | changes


def typed(kind: str, *correct: str, **changes: Any) -> qti.Item:
    return qti.item_from_json(single(kind=kind, choices=[], correct=list(correct), hints=[]) | changes)


@st.composite
def items(draw: st.DrawFn) -> qti.Item:
    """Any sound item."""
    kind = draw(st.sampled_from(qti.KINDS))
    keys = draw(st.lists(KEYS, min_size=2, max_size=6, unique=True))
    choices = tuple(qti.Choice(key, draw(WORDS), draw(st.just({}) | WORDS)) for key in keys)
    return qti.Item(
        key=draw(KEYS),
        outcome=draw(KEYS),
        kind=kind,
        stem=draw(WORDS),
        choices=choices if kind in ("single", "multiple") else (),
        correct=draw(_correct(kind, keys)),
        hints=tuple(draw(st.lists(WORDS, max_size=3))),
        explanation=draw(st.just({}) | WORDS),
        level=draw(st.sampled_from(qti.LEVELS)),
        seconds=draw(st.integers(1, 3600)),
    )


def _correct(kind: str, keys: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    if kind == "single":
        return st.tuples(st.sampled_from(keys))
    if kind == "multiple":
        return st.lists(st.sampled_from(keys), min_size=1, unique=True).map(tuple)
    if kind == "text":
        return st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
    return st.lists(st.decimals(-9999, 9999, places=3).map("{:f}".format), min_size=1, max_size=2).map(tuple)
