"""Writing a bundle: one JSON document, signed over its canonical form (RFC 8785, eddsa-jcs-2022)."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tequio_standards.badges.bundle.values import FORMAT, TYPE, pattern_quads
from tequio_standards.badges.template import Template, template_to_bytes
from tequio_standards.badges.trust import Trust
from tequio_standards.badges.trust_file import trust_to_bytes
from tequio_standards.vc import JCS, Signer, moment_text, sign

Json = dict[str, Any]  # Any: the document is JSON


def bundle_document(
    *,
    issuer: str,
    hub: str,
    as_of: datetime,
    stale_after: datetime,
    trust: Trust,
    templates: Sequence[Template] = (),
    contexts: Mapping[str, str] | None = None,
    log_roots: Sequence[str] = (),
    registries: Sequence[str] = (),
) -> Json:
    """The bundle before it is signed. What others signed stands in it as text, byte for byte."""
    return {
        "type": TYPE,
        "format": FORMAT,
        "issuer": issuer,
        "hub": hub,
        "asOf": moment_text(as_of),
        "staleAfter": moment_text(stale_after),
        "trust": json.loads(trust_to_bytes(trust)),
        "templates": [_template(each) for each in sorted(templates, key=lambda each: each.id)],
        "contexts": dict(sorted((contexts or {}).items())),
        "logRoots": list(log_roots),
        "registries": list(registries),
    }


def sign_bundle(document: Json, *, key: Signer, verification_method: str, created: datetime) -> bytes:
    """The bundle as a file."""
    signed = sign(
        document, key=key, verification_method=verification_method, created=created, cryptosuite=JCS
    )
    return json.dumps(signed, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _template(template: Template) -> Json:
    return {"body": template_to_bytes(template).decode("utf-8"), "quads": pattern_quads(template)}
