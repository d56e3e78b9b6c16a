"""What a bundle holds once its signature was found genuine."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from tequio_standards.badges.compact import template_tag
from tequio_standards.badges.template import Template
from tequio_standards.badges.trust import Trust
from tequio_standards.vc import PublicKey

TYPE: Final = "VerifierBundle"
FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """Issuers with their key histories, status lists, templates and contexts, as a hub knew them at `as_of`.

    Past `stale_after` nothing here is called genuine any more: a revocation may have come since.
    """

    issuer: str
    hub: str
    key: PublicKey
    as_of: datetime
    stale_after: datetime
    trust: Trust
    templates: tuple["BundledTemplate", ...] = ()
    contexts: Mapping[str, str] = field(default_factory=dict)
    log_roots: tuple[str, ...] = ()
    registries: tuple[str, ...] = ()

    def template(self, tag: bytes) -> "BundledTemplate | None":
        """The template that a short form names."""
        return next((each for each in self.templates if each.tag == tag), None)


@dataclass(frozen=True, slots=True)
class BundledTemplate:
    """A template as it is published, and its canonical lines with the holes still in them.

    The lines are for readers without JSON-LD, such as a page; everybody else compiles the body.
    """

    body: str
    quads: str

    @property
    def tag(self) -> bytes:
        """The beginning of its id, which is the hash of the body."""
        return template_tag(hashlib.sha256(self.body.encode("utf-8")).hexdigest())


def pattern_quads(template: Template) -> str:
    """The canonical N-Quads of the pattern: filling the marks and sorting the lines gives those of a credential."""
    lines = template.quads([hole.mark for hole in template.holes]).decode("utf-8")
    return "".join(sorted(line + "\n" for line in lines.split("\n")[:-1]))
