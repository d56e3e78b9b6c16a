"""JSON-LD to quads: the same as others where they are right, refusing where they drop."""

from __future__ import annotations

from typing import Any

import pytest
from pyld import jsonld

from tequio_standards.vc import CredentialError, canonicalise, pinned
from tequio_standards.vc.contexts import CREDENTIALS_V2, OPEN_BADGES, Contexts
from tequio_standards.vc.expansion import expand
from tequio_standards.vc.nquads import parse_nquads
from tequio_standards.vc.quads import to_quads
from tequio_standards.vc.rdfc10 import canonical_quads
from tests.standards.vc import outside

BASE = {"@context": [CREDENTIALS_V2, OPEN_BADGES], "id": "urn:x:1", "type": ["VerifiableCredential"]}


def _refused(document: dict[str, Any]) -> str:
    with pytest.raises(CredentialError) as refused:
        canonicalise(document)
    return refused.value.code


@pytest.mark.outside
def test_the_quads_of_the_published_badges_are_those_pyld_writes():
    contexts, compared = outside.contexts(), 0
    for file in sorted(outside.path("1edtech", "ob30").glob("*.json")):
        document = outside.load("1edtech", "ob30", file.name)
        document.pop("proof", None)
        try:
            ours = canonicalise(document, contexts=contexts)
        except CredentialError:
            continue
        assert ours == canonical_quads(parse_nquads(_by_pyld(document, contexts))), file.name
        compared += 1
    assert compared >= 16


def _by_pyld(document: dict[str, Any], contexts: Contexts) -> str:
    def load(url: str, _options: object) -> dict[str, Any]:
        return {"contextUrl": None, "documentUrl": url, "document": contexts.document(url)}

    return jsonld.to_rdf(document, {"base": None, "format": "application/n-quads", "documentLoader": load})


@pytest.mark.parametrize(
    "extra",
    [
        {"degree": "PhD"},
        {"type": ["VerifiableCredential", "Doctor"]},
        {"id": "relative"},
        {"id": ""},
        {"id": "urn:x:a b"},
        {"id": "urn:x:1> <urn:y"},
        {"id": "urn:x:1\n"},
        {"name": None},
        {"name": {"@value": "x", "@direction": "rtl"}},
        {"name": {"@value": "x", "@language": "not a language"}},
        {"@index": "x"},
        {"@graph": []},
        {"@included": []},
        {"@reverse": {}},
        {"@id": "urn:x:2"},
        {"@nest": {}},
        {"https://schema.org/name": "x"},
        {"_:b0": "x"},
        {"credentialSubject": {"id": "urn:x:1", "name": "x"}},
    ],
)
def test_what_would_not_be_signed_is_refused(extra):
    assert _refused({**BASE, **extra}) == "unsigned_data"


@pytest.mark.parametrize(
    ("context", "code"),
    [
        ([CREDENTIALS_V2, {}], "context_not_allowed"),
        ([CREDENTIALS_V2, {"name": None}], "context_not_allowed"),
        ([CREDENTIALS_V2, None], "context_not_allowed"),
        ([CREDENTIALS_V2, 7], "context_not_allowed"),
        ([], "context_not_allowed"),
        (None, "context_not_allowed"),
        ([CREDENTIALS_V2, "https://evil.example/"], "context_unknown"),
        ([CREDENTIALS_V2, [CREDENTIALS_V2, {"name": "urn:x:name"}]], "context_not_allowed"),
    ],
)
def test_only_pinned_contexts_by_address_are_allowed_at_any_depth(context, code):
    assert _refused({**BASE, "@context": context}) == code
    deep = {**BASE, "credentialSubject": {"id": "urn:x:2", "issuer": [{"@context": context}]}}
    assert _refused(deep) == code


def test_a_language_is_signed_with_its_text():
    document = {**BASE, "name": {"@value": "Insignia", "@language": "es"}}
    assert '"Insignia"@es' in canonicalise(document)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (True, '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (7, '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (7.0, '"7"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        (0.1, '"1.0E-1"^^<http://www.w3.org/2001/XMLSchema#double>'),
        (5e-324, '"4.940656458412465E-324"^^<http://www.w3.org/2001/XMLSchema#double>'),
        (1e21, '"1.0E21"^^<http://www.w3.org/2001/XMLSchema#double>'),
    ],
)
def test_numbers_are_written_as_json_ld_says(value, written):
    assert written in canonicalise({**BASE, "name": value})


def test_a_list_keeps_its_order_and_its_repetitions():
    document = {**BASE, "type": [*BASE["type"], "ResultDescription"], "allowedValue": ["b", "a", "b"]}
    quads = to_quads(expand(document, pinned()))
    assert [quad.object for quad in quads if quad.predicate.endswith("#first>")] == ['"b"', '"a"', '"b"']


def test_a_statement_made_twice_counts_once():
    assert canonicalise({**BASE, "name": ["x", "x"]}) == canonicalise({**BASE, "name": "x"})


def test_the_pinned_contexts_give_each_weighty_term_only_one_name():
    """With two names for one meaning, a stripped status could hide under the other."""
    weighty = {
        "https://www.w3.org/2018/credentials#": (
            "credentialStatus",
            "validFrom",
            "validUntil",
            "issuer",
            "credentialSubject",
        ),
        "https://w3id.org/security#": ("proof",),
    }
    meanings = [pair for url in pinned().urls() for pair in _terms(pinned().document(url)["@context"])]
    for prefix, names in weighty.items():
        for name in names:
            assert {term for term, meaning in meanings if meaning == prefix + name} == {name}


def _terms(context: Any):
    if isinstance(context, list):
        for each in context:
            yield from _terms(each)
    elif isinstance(context, dict):
        for term, meaning in context.items():
            yield term, meaning.get("@id") if isinstance(meaning, dict) else meaning
            if isinstance(meaning, dict) and "@context" in meaning:
                yield from _terms(meaning["@context"])


def test_a_changed_pinned_context_stops_the_start(monkeypatch, tmp_path):
    from tequio_standards.vc import contexts

    for file in contexts._FOLDER.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "tequio-v1.json").write_text("{}")
    monkeypatch.setattr(contexts, "_FOLDER", tmp_path)
    with pytest.raises(RuntimeError, match="tequio-v1"):
        contexts.pinned.__wrapped__()
