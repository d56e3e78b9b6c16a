"""Expanded JSON-LD to quads (JSON-LD 1.1 API §8), refusing where the algorithm would drop."""

import math
import re
from collections.abc import Iterable
from typing import Any

from tequio_standards.strict import jcs
from tequio_standards.vc.errors import CredentialError
from tequio_standards.vc.expansion import RELATIVE, UNDEFINED
from tequio_standards.vc.terms import RDF, XSD, Quad, blank, iri, literal

_TYPE = iri(RDF + "type")
_FIRST, _REST, _NIL = iri(RDF + "first"), iri(RDF + "rest"), iri(RDF + "nil")


# Any: expanded JSON-LD is JSON.
def to_quads(expanded: Iterable[Any]) -> list[Quad]:
    """The statements of an expanded document, each once, in document order."""
    writer = _Writer()
    for node in expanded:
        writer.node(node, "")
    return list(writer.quads)


class _Writer:
    def __init__(self) -> None:
        self.quads: dict[Quad, None] = {}
        self._labels: dict[str, str] = {}
        self._count = 0

    def node(self, node: dict[str, Any], graph: str) -> str:
        subject = self._name(node.get("@id"))
        for kind in node.get("@type", ()):
            self._add(subject, _TYPE, self._name(kind), graph)
        for key, values in node.items():
            if key == "@graph":
                self._graph(values, subject)
            elif key not in ("@id", "@type"):
                self._property(subject, key, values, graph)
        return subject

    def _graph(self, nodes: list[Any], name: str) -> None:
        for node in nodes:
            self.node(node, name)

    def _property(self, subject: str, key: str, values: list[Any], graph: str) -> None:
        if key.startswith(("@", "_:")):
            raise CredentialError("unsigned_data", f"“{key}” carries nothing that is signed.")
        predicate = _address(key)
        for value in values:
            self._add(subject, predicate, self._object(value, graph), graph)

    def _object(self, value: dict[str, Any], graph: str) -> str:
        if "@value" in value:
            return _literal(value)
        if "@list" in value:
            return self._list(value["@list"], graph)
        return self.node(value, graph)

    def _list(self, values: list[Any], graph: str) -> str:
        head = _NIL
        for value in reversed(values):
            cell = self._fresh()
            self._add(cell, _FIRST, self._object(value, graph), graph)
            self._add(cell, _REST, head, graph)
            head = cell
        return head

    def _add(self, subject: str, predicate: str, target: str, graph: str) -> None:
        self.quads[Quad(subject, predicate, target, graph)] = None

    def _name(self, identifier: str | None) -> str:
        if identifier is None:
            return self._fresh()
        if identifier.startswith("_:"):
            return self._labels.setdefault(blank(identifier), "") or self._label(identifier)
        return _address(identifier)

    def _label(self, identifier: str) -> str:
        self._labels[identifier] = self._fresh()
        return self._labels[identifier]

    def _fresh(self) -> str:
        self._count += 1
        return f"_:n{self._count}"


def _address(text: str) -> str:
    if text.startswith(UNDEFINED):
        name = text.removeprefix(UNDEFINED)
        raise CredentialError("unsigned_data", f"“{name}” is not a defined term, so it would not be signed.")
    if text.startswith(RELATIVE):
        name = text.removeprefix(RELATIVE)
        raise CredentialError("unsigned_data", f"“{name}” is not an absolute address and cannot be signed.")
    return iri(text)


def _literal(value: dict[str, Any]) -> str:
    if value.keys() - {"@value", "@type", "@language"}:
        raise CredentialError(
            "unsigned_data", "A text carries more than its language; that would not be signed."
        )
    content, datatype = value["@value"], value.get("@type", "")
    if datatype == "@json":
        return literal(jcs(content).decode("utf-8"), RDF + "JSON")
    if isinstance(content, bool):
        return literal("true" if content else "false", datatype or XSD + "boolean")
    if isinstance(content, int | float) or datatype == XSD + "double":
        return _number(content, datatype)
    return literal(content, datatype or XSD + "string", value.get("@language", ""))


def _number(content: int | float | str, datatype: str) -> str:
    if datatype == XSD + "double":
        return literal(_double(content), datatype)
    if isinstance(content, float) and (not content.is_integer() or abs(content) >= 1e21):
        return literal(_double(content), datatype or XSD + "double")
    return literal(str(int(content)), datatype or XSD + "integer")


def _double(content: int | float | str) -> str:
    try:
        number = float(content)
    except (ValueError, OverflowError) as cause:
        raise CredentialError("malformed", "A number is not a double.") from cause
    if not math.isfinite(number):
        raise CredentialError("malformed", "A number is not finite.")
    return re.sub(r"(\d)0*E\+?(-)?0*(\d)", r"\1E\2\3", f"{number:1.15E}")
