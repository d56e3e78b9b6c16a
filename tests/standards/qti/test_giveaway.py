"""A hint that says the answer is no hint."""

from __future__ import annotations

import pytest

from tequio_standards import qti
from tests.standards.qti.samples import single, typed


@pytest.mark.parametrize(
    ("hint", "gives"),
    [
        ("Llamo al banco.", True),
        ("Lo seguro: LLAMO AL BANCO, siempre", True),
        ("¿Quién puede confirmar el mensaje?", False),
        ("Piensa en el banco.", False),
    ],
)
def test_a_choice(hint: str, gives: bool):
    assert qti.gives_away(qti.item_from_json(single()), hint, "es") is gives


@pytest.mark.parametrize(
    ("hint", "gives"), [("Son 1,5 litros", True), ("Divide 3 entre 2", False), ("Es 1.50", True)]
)
def test_a_number_however_it_is_written(hint: str, gives: bool):
    assert qti.gives_away(typed("number", "1.5"), hint, "es") is gives


@pytest.mark.parametrize(
    ("hint", "gives"), [("Se dice codigo.", True), ("Empieza con c", False), ("Un códigos", False)]
)
def test_a_text(hint: str, gives: bool):
    assert qti.gives_away(typed("text", "código"), hint, "es") is gives


def test_a_short_choice_is_not_looked_for():
    item = qti.item_from_json(
        single(
            choices=[{"key": "a", "text": {"es": "Sí"}}, {"key": "b", "text": {"es": "No"}}], correct=["a"]
        )
    )
    assert not qti.gives_away(item, "Sí, mira otra vez.", "es")
