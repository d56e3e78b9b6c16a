"""What a document may look like before JSON-LD sees it: pinned contexts only, plain terms only, a bounded size."""

from collections.abc import Iterator
from typing import Any

from tequio_standards.vc.contexts import Contexts
from tequio_standards.vc.errors import CredentialError

MOST_VALUES = 3_000
_VALUE_OBJECT = frozenset({"@value", "@language"})


# Any, throughout: a credential is JSON that others extend.
def refuse_foreign_contexts(document: dict[str, Any], contexts: Contexts) -> None:
    """Every `@context`, at any depth, is a pinned address: an inline one could rename terms after signing."""
    for count, (pointer, key, value) in enumerate(members(document)):
        if count >= MOST_VALUES:
            raise CredentialError("too_complex", f"The document holds more than {MOST_VALUES} values.")
        if key == "@context":
            _refuse_context(value, contexts, pointer)


def refuse_unsignable(document: dict[str, Any]) -> None:
    """What RDF would drop or cannot tell apart: nulls, keywords, addresses as keys, the credential described twice."""
    root = document.get("id")
    for pointer, key, value in members(document):
        if value is None:
            raise CredentialError("unsigned_data", "An empty value (null) is never signed.", pointer=pointer)
        if ":" in key or (key.startswith("@") and not _keyword_allowed(key, pointer, document)):
            raise CredentialError("unsigned_data", f"“{key}” is not a plain term.", pointer=pointer)
        if root is not None and _describes(value, root):
            raise CredentialError(
                "unsigned_data", "The credential describes itself in two places.", pointer=pointer
            )


def without_contexts(value: Any) -> Any:
    """A copy without any `@context`: inline ones, which only test suites may bring, are no data."""
    if isinstance(value, dict):
        return {name: without_contexts(child) for name, child in value.items() if name != "@context"}
    return [without_contexts(child) for child in value] if isinstance(value, list) else value


def members(value: Any, pointer: str = "", key: str = "") -> Iterator[tuple[str, str, Any]]:
    """Every value below `value`, with its pointer and the key it stands under (arrays hand their key on)."""
    if isinstance(value, dict):
        for name, child in value.items():
            yield f"{pointer}/{name}", name, child
            yield from members(child, f"{pointer}/{name}", name)
    elif isinstance(value, list):
        for num, child in enumerate(value):
            yield f"{pointer}/{num}", key, child
            yield from members(child, f"{pointer}/{num}", key)


def _refuse_context(value: Any, contexts: Contexts, pointer: str) -> None:
    if isinstance(value, list) and value:
        return  # its members come by themselves
    if isinstance(value, dict) and contexts.inline:
        return
    if not isinstance(value, str):
        raise CredentialError(
            "context_not_allowed", "A context inside the document is refused.", pointer=pointer
        )
    if value not in contexts:
        raise CredentialError("context_unknown", f"The context {value} is not a pinned one.", pointer=pointer)


def _keyword_allowed(key: str, pointer: str, document: dict[str, Any]) -> bool:
    if key == "@context":
        return True
    return key in _VALUE_OBJECT and "@value" in _parent(pointer, key, document)


def _parent(pointer: str, key: str, document: dict[str, Any]) -> Any:
    found: Any = document
    for part in pointer[: -len(key) - 1].split("/")[1:]:
        found = found[int(part)] if isinstance(found, list) else found[part]
    return found


def _describes(value: Any, root: Any) -> bool:
    return isinstance(value, dict) and value.get("id") == root and len(value.keys() - {"id", "type"}) > 0
