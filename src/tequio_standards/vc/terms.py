"""RDF terms as canonical N-Quads writes them (RDF 1.2 N-Quads §3), and quads of such texts."""

import re
from typing import NamedTuple

from tequio_standards.vc.errors import CredentialError

XSD = "http://www.w3.org/2001/XMLSchema#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

# IRIREF of the grammar. Canonical N-Quads does not escape inside <…>, so anything else could forge a quad.
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>\"{}|^`\\\ud800-\udfff]*\Z")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*\Z")
_BLANK = re.compile(r"_:[^\s<>\"\\]+\Z")
# ECHAR where there is one, else \uXXXX for controls, DEL and what XML 1.1 has no character for.
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile('[\x00-\x1f"\\\\\x7f\ufffe\uffff]')


class Quad(NamedTuple):
    """One statement; every term is its N-Quads text, and the default graph is the empty text."""

    subject: str
    predicate: str
    object: str
    graph: str = ""

    def line(self) -> str:
        """The quad as one line of N-Quads, with its newline."""
        graph = f" {self.graph}" if self.graph else ""
        return f"{self.subject} {self.predicate} {self.object}{graph} .\n"


def iri(text: str) -> str:
    """`<text>`; refuses what is not an absolute IRI."""
    if not _IRI.match(text):
        raise CredentialError("unsigned_data", f"{text!r} is not an absolute address and cannot be signed.")
    return f"<{text}>"


def is_blank(term: str) -> bool:
    """Whether the text names a blank node."""
    return term.startswith("_:")


def blank(text: str) -> str:
    """A blank node label that comes from a document."""
    if not _BLANK.match(text):
        raise CredentialError("unsigned_data", f"{text!r} is not a blank node.")
    return text


def literal(value: str, datatype: str = XSD + "string", language: str = "") -> str:
    """A literal; `xsd:string` is left out, as the canonical form asks."""
    quoted = f'"{escape(value)}"'
    if language:
        if not _LANGUAGE.match(language):
            raise CredentialError("unsigned_data", f"{language!r} is not a language tag.")
        return f"{quoted}@{language}"
    return quoted if datatype == XSD + "string" else f"{quoted}^^{iri(datatype)}"


def escape(value: str) -> str:
    """The text between the quotes."""
    return _TO_ESCAPE.sub(lambda found: _SHORT.get(found[0], f"\\u{ord(found[0]):04X}"), value)
