"""A JSON-LD document as the bytes that are hashed for signing."""

from typing import Any

from tequio_standards.vc.contexts import Contexts, pinned
from tequio_standards.vc.expansion import expand
from tequio_standards.vc.quads import to_quads
from tequio_standards.vc.rdfc10 import Algorithm, canonical_quads
from tequio_standards.vc.safety import refuse_foreign_contexts, refuse_unsignable, without_contexts


# Any: a credential is JSON that others extend.
def canonicalise(
    document: dict[str, Any], *, contexts: Contexts | None = None, algorithm: Algorithm = "sha256"
) -> str:
    """Canonical N-Quads of `document`, in which every value of it is present; CredentialError otherwise."""
    allowed = contexts or pinned()
    refuse_foreign_contexts(document, allowed)
    refuse_unsignable(without_contexts(document) if allowed.inline else document)
    return canonical_quads(to_quads(expand(document, allowed)), algorithm=algorithm)
