"""RDFC-1.0: the published tests, then what they do not cover."""

from __future__ import annotations

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio_standards.vc import CredentialError
from tequio_standards.vc.nquads import parse_nquads
from tequio_standards.vc.rdfc10 import canonical_labels, canonical_quads
from tequio_standards.vc.terms import Quad, escape, literal
from tests.standards.vc import outside


def _read(name: str) -> list[Quad]:
    return list(parse_nquads((outside.path("w3c-rdf-canon") / name).read_bytes().decode()))


def _entries() -> list[dict[str, str]]:
    return outside.load("w3c-rdf-canon", "manifest.jsonld")["entries"]


def _algorithm(entry: dict[str, str]) -> str:
    return {"SHA384": "sha384"}.get(entry.get("hashAlgorithm", ""), "sha256")


@pytest.mark.outside
def test_all_65_published_evaluations_come_out_byte_for_byte():
    passed = 0
    for entry in _entries():
        if entry["type"] == "rdfc:RDFC10EvalTest":
            expected = (outside.path("w3c-rdf-canon") / entry["result"]).read_bytes().decode()
            assert canonical_quads(_read(entry["action"]), algorithm=_algorithm(entry)) == expected, entry[
                "id"
            ]
            passed += 1
        elif entry["type"] == "rdfc:RDFC10NegativeEvalTest":
            with pytest.raises(CredentialError) as refused:
                canonical_quads(_read(entry["action"]))
            assert refused.value.code == "too_complex"
            passed += 1
    assert passed == 65


@pytest.mark.outside
def test_all_21_published_maps_come_out():
    passed = 0
    for entry in _entries():
        if entry["type"] == "rdfc:RDFC10MapTest":
            labels = canonical_labels(_read(entry["action"]), algorithm=_algorithm(entry))
            expected = json.loads((outside.path("w3c-rdf-canon") / entry["result"]).read_bytes())
            assert {name.removeprefix("_:"): label for name, label in labels.items()} == expected, entry["id"]
            passed += 1
    assert passed == 21


_nodes = st.sampled_from([f"_:b{num}" for num in range(4)] + ["<urn:a>"])
_quads = st.builds(
    Quad,
    _nodes,
    st.sampled_from(["<urn:p>", "<urn:q>"]),
    _nodes | st.just('"x"'),
    st.sampled_from(["", "_:b0", "_:b5", "<urn:g>"]),
)


@given(st.lists(_quads, max_size=7), st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_names_and_order_of_the_input_do_not_matter(quads, dice: random.Random):
    names = [f"_:x{num}" for num in range(10)]
    dice.shuffle(names)
    renamed = dict(zip([f"_:b{num}" for num in range(10)], names, strict=True))
    other = [Quad(*(renamed.get(term, term) for term in quad)) for quad in quads]
    dice.shuffle(other)
    assert canonical_quads(other) == canonical_quads(quads)


@given(st.lists(_quads, max_size=7))
@settings(max_examples=200, deadline=None)
def test_the_canonical_form_is_its_own_canonical_form(quads):
    once = canonical_quads(quads)
    assert canonical_quads(parse_nquads(once)) == once


@given(st.text())
def test_every_text_survives_escaping_on_one_line(text):
    (quad,) = parse_nquads(Quad("<urn:s>", "<urn:p>", literal(text)).line())
    assert quad.object == literal(text)
    assert "\n" not in escape(text)


def test_the_short_escapes_and_the_long_ones():
    assert escape('\b\t\n\f\r"\\') == r"\b\t\n\f\r\"\\"
    assert escape("\x00\x0b\x1f\x7f\ufffe") == r"\u0000\u000B\u001F\u007F\uFFFE"
    assert escape("\u0085\u2028\u00a0😀'") == "\u0085\u2028\u00a0😀'"


def test_a_next_line_inside_a_text_does_not_end_the_statement():
    (quad,) = parse_nquads('<urn:s> <urn:p> "a\u0085b\u2028c" .\n')
    assert quad.object == '"a\u0085b\u2028c"'


@pytest.mark.parametrize("size", [6, 10, 40])
def test_poison_is_refused_in_half_a_second(size):
    names = [f"_:p{num}" for num in range(size)]
    quads = [Quad(one, "<urn:p>", other) for one in names for other in names if one != other]
    begun = time.process_time()
    with pytest.raises(CredentialError):
        canonical_quads(quads, most_work=5_000)
    assert time.process_time() - begun < 0.5


def test_a_long_row_of_nameless_nodes_is_refused_before_python_gives_up():
    names = [f"_:r{num}" for num in range(2_000)]
    ring = [Quad(one, "<urn:p>", other) for one, other in zip(names, names[1:] + names[:1], strict=True)]
    with pytest.raises(CredentialError) as refused:
        canonical_quads(ring)
    assert refused.value.code == "too_complex"


@pytest.mark.parametrize(
    "line", ["<urn:s> <urn:p> .", "x", '<urn:s> "p" <urn:o> .', r'<urn:s> <urn:p> "\x" .']
)
def test_what_is_no_quad_is_refused(line):
    with pytest.raises(CredentialError):
        list(parse_nquads(line))
