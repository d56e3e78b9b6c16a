"""An achievement's credential compiled once: signing the next learner's costs one splice, one hash, one signature.

Sound only because every node has an address: without blank nodes the canonical form is the set of lines, sorted.
Compiling proves it on hostile values against the general path and refuses what does not come out alike.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from tequio_standards.badges.holes import MARK, Hole, HoleKind, Json, admit
from tequio_standards.badges.pattern import factor, texts
from tequio_standards.badges.splicing import splice, splice_quads
from tequio_standards.strict import Malformed, load_json
from tequio_standards.vc import Contexts, CredentialError, canonicalise

FORMAT: Final = 1
_NAMELESS: Final = re.compile('^_:c14n|^[^"]* _:c14n', re.MULTILINE)
_SCHEME: Final = "urn:x-hole:"
_JSON: Final = json.JSONEncoder(ensure_ascii=False).encode
# One of each kind that a careless splice gets wrong: quotes, escapes, line ends that are none, right to left.
_HOSTILE: Final = 'a"\\%s{0}\t\n\u2028\u2029ن\u202e😀⟦x⟧<u:x> .'
_SAMPLES: Final = {
    HoleKind.TEXT: ("A", "~", _HOSTILE),
    HoleKind.ADDRESS: ("did:key:z1", "urn:uuid:x", "https://x.example/%25?a=b&c#d"),
    HoleKind.UUID: tuple(f"{digit * 8}-{digit * 4}-{digit * 4}-{digit * 4}-{digit * 12}" for digit in "0f7"),
    HoleKind.MOMENT: ("1970-01-01T00:00:00Z", "2999-12-31T23:59:59Z", "2026-11-23T12:00:00Z"),
    HoleKind.NUMBER: ("0", "999999999999", "131071"),
}


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled pattern. `id` is the hash of all that it says, so a template never changes under its id."""

    id: str
    holes: tuple[Hole, ...]
    pattern: Json
    quads: Callable[[Sequence[str]], bytes]
    text: Callable[[Sequence[str], str], bytes]

    def row(self, by_key: Mapping[str, str]) -> tuple[str, ...]:
        """Values by the keys of their holes, put in order; CredentialError when the keys are not the same."""
        if by_key.keys() != {hole.key for hole in self.holes}:
            raise CredentialError("malformed", "The values are not those that the template asks for.")
        return tuple(by_key[hole.key] for hole in self.holes)

    def document(self, values: Sequence[str]) -> Json:
        """The unsigned document with `values` in its holes, by the plain way."""
        table = {hole.key: value for hole, value in zip(self.holes, values, strict=True)}
        filled: Json = _filled(self.pattern, table)
        return filled


def template_of(document: Json, *, contexts: Contexts | None = None) -> tuple[Template, tuple[str, ...]]:
    """The template of an unsigned credential, and the credential's own values."""
    pattern, holes, values = factor(document)
    return _compiled(_published(pattern, tuple(holes)), contexts), values


def compile_template(pattern: Json, holes: Sequence[Hole], *, contexts: Contexts | None = None) -> Template:
    """Compile a pattern; CredentialError when a hole stands where it could not be signed safely."""
    order = tuple(holes)
    _refuse_unequal(pattern, order)
    template = Template(
        id=template_id(pattern, order),
        holes=order,
        pattern=pattern,
        quads=_quads(pattern, order, contexts),
        text=_text(pattern, order),
    )
    _prove(template, contexts)
    return template


def template_id(pattern: Json, holes: Sequence[Hole]) -> str:
    """The SHA-256 of the published template, as hexadecimal."""
    return hashlib.sha256(_published(pattern, holes)).hexdigest()


def template_to_bytes(template: Template) -> bytes:
    """The template as it is published: pattern and holes; whoever reads it compiles it anew."""
    return _published(template.pattern, template.holes)


def template_from_bytes(data: bytes, *, contexts: Contexts | None = None) -> Template:
    """Read a published template; CredentialError or StrictError for anything else."""
    return _compiled(data, contexts)


def document_bytes(document: Json) -> bytes:
    """A signed document as the house writes it; `Template.text` gives the same bytes."""
    return json.dumps(document, ensure_ascii=False, indent=1).encode("utf-8")


# Compiling takes as long as ten verifications, and thousands of credentials share one template.
@lru_cache(maxsize=64)
def _compiled(data: bytes, contexts: Contexts | None) -> Template:
    said = load_json(data)
    try:
        if said["format"] != FORMAT:
            raise CredentialError("malformed", f"Only templates of format {FORMAT} can be read.")
        holes = [Hole(str(key), HoleKind(kind)) for key, kind in said["holes"]]
        pattern = dict(said["document"])
    except (TypeError, KeyError, ValueError) as cause:
        if isinstance(cause, CredentialError):
            raise
        raise Malformed("Not a template.") from cause
    template = compile_template(pattern, holes, contexts=contexts)
    if template_to_bytes(template) != data:
        raise Malformed("The template is not written as a template is published.")
    return template


def _published(pattern: Json, holes: Sequence[Hole]) -> bytes:
    """Not RFC 8785: the order of members is kept, since the credentials are written in it."""
    said = {"format": FORMAT, "holes": [[hole.key, str(hole.kind)] for hole in holes], "document": pattern}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _refuse_unequal(pattern: Json, holes: tuple[Hole, ...]) -> None:
    marked = {key for text in texts(pattern) for key in MARK.findall(text)}
    if len({hole.key for hole in holes}) != len(holes) or marked != {hole.key for hole in holes}:
        raise CredentialError("malformed", "The marks of the pattern and its holes are not the same.")


def _quads(
    pattern: Json, holes: tuple[Hole, ...], contexts: Contexts | None
) -> Callable[[Sequence[str]], bytes]:
    """An address that is all hole stands behind a scheme while the pattern is read as JSON-LD."""
    table = {hole.key: (_SCHEME if hole.kind is HoleKind.ADDRESS else "") + hole.mark for hole in holes}
    canonical = canonicalise(_filled(pattern, table), contexts=contexts)
    if _NAMELESS.search(canonical):
        raise CredentialError("malformed", "A node of the template has no address of its own.")
    return splice_quads(canonical.replace(_SCHEME, ""), holes)


def _text(pattern: Json, holes: tuple[Hole, ...]) -> Callable[[Sequence[str], str], bytes]:
    layout = document_bytes({**pattern, "proof": "⟦proof⟧"}).decode("utf-8").replace('"⟦proof⟧"', "⟦proof⟧")
    fill = splice(layout, (*holes, Hole("proof", HoleKind.TEXT)))

    def write(values: Sequence[str], proof: str) -> bytes:
        return fill([text.encode("utf-8") for text in (*(_JSON(value)[1:-1] for value in values), proof)])

    return write


def _filled(value: Any, table: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _filled(child, table) for key, child in value.items()}
    if isinstance(value, list):
        return [_filled(child, table) for child in value]
    return MARK.sub(lambda found: table[found[1]], value) if isinstance(value, str) else value


def _prove(template: Template, contexts: Contexts | None) -> None:
    for num in range(3):
        values = admit(template.holes, [_sample(hole, num) for hole in template.holes])
        document = template.document(values)
        if template.quads(values) != canonicalise(document, contexts=contexts).encode():
            raise CredentialError("malformed", "A hole of the template stands where it cannot be signed.")
        if json.loads(template.text(values, '"x"')) != {**document, "proof": "x"}:
            raise CredentialError("malformed", "A hole of the template stands where it cannot be written.")


def _sample(hole: Hole, num: int) -> str:
    """Told apart by their own key where that is possible: a swap of two holes must show."""
    sample = _SAMPLES[hole.kind][num]
    return sample + hole.key if hole.kind in (HoleKind.TEXT, HoleKind.ADDRESS) else sample
