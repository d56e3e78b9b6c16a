"""N-Quads text to quads (RDF 1.1 N-Quads §7): for stored templates and for the published tests."""

import re
from collections.abc import Iterator
from typing import Final

from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.terms import Quad, iri, literal

_IRI: Final = r"<([^\x00-\x20<>\"{}|^`]*)>"
_BLANK: Final = r"(_:[^\s<>\"]+?)"
_STRING: Final = r'"((?:[^"\\\n\r]|\\.)*)"'
_LITERAL: Final = rf"{_STRING}(?:\^\^{_IRI}|@([A-Za-z]+(?:-[A-Za-z0-9]+)*))?"
_LINE: Final = re.compile(
    rf"[ \t]*(?:{_IRI}|{_BLANK})[ \t]*{_IRI}[ \t]*(?:{_IRI}|{_BLANK}|{_LITERAL})"
    rf"(?:[ \t]*(?:{_IRI}|{_BLANK}))?[ \t]*\.[ \t]*(?:#.*)?\Z"
)
_NOTHING: Final = re.compile(r"[ \t]*(?:#.*)?\Z")
_ESCAPED: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "'": "'", "\\": "\\"}


def parse_nquads(text: str) -> Iterator[Quad]:
    """Each statement, in canonical terms. Lines end at LF or CR only: U+0085 and U+2028 are letters of a literal."""
    for num, line in enumerate(re.split(r"[\r\n]+", text), 1):
        if _NOTHING.match(line):
            continue
        found = _LINE.match(line)
        if found is None:
            raise CredentialError("malformed", f"Line {num} is not an N-Quad.")
        yield _quad(*found.groups())


def _quad(*parts: str | None) -> Quad:
    subject, subject_blank, predicate, *target, graph, graph_blank = parts
    return Quad(
        _node(subject, subject_blank),
        iri(_unescape(predicate or "")),
        _target(*target),
        _node(graph, graph_blank),
    )


def _node(address: str | None, label: str | None) -> str:
    if address is not None:
        return iri(_unescape(address))
    return label or ""


def _target(
    address: str | None, label: str | None, text: str | None, datatype: str | None, language: str | None
) -> str:
    if text is None:
        return _node(address, label)
    value = _unescape(text)
    if datatype is not None:
        return literal(value, _unescape(datatype))
    return literal(value, language=language or "")


def _unescape(text: str) -> str:
    return _ESCAPED.sub(_letter, text) if "\\" in text else text


def _letter(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if code:
        return chr(int(code, 16))
    if found[3] not in _SHORT:
        raise CredentialError("malformed", f"\\{found[3]} is not an escape.")
    return _SHORT[found[3]]
