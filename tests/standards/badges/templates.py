"""One achievement's template and hostile values for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tequio_standards.badges import build_credential
from tequio_standards.badges.template import Template, template_of
from tequio_standards.badges.template_signing import TemplateSigner
from tequio_standards.vc import key_method
from tests.standards.badges.world import DID, HUB, NOW, OURS, SPEC

METHOD = key_method(DID, OURS.multibase)
LEARNERS = replace(SPEC, id=f"{HUB}/credentials/6f2f5c4e-0b1d-4c8e-9a51-3f6c1d0e7a42")

NAMES = {
    "quotes": 'Ana "la Jefa" O\'Neill \\ "',
    "tab and newline": "Ana\tMaría\nRuiz",
    "separators": "Ana\u2028María\u2029Ruiz\u0085",
    "controls": "Ana\x00\x01\x08\x0b\x0c\x1f\x7f\x9fRuiz",
    "right to left": "مريم \u202eabc\u202c",
    "four bytes": "😀 👩‍🔬 𝒜na",
    "not normalised": "Mari\u0301a A\u030angstro\u0308m",
    "looks like a quad": '" .\n<urn:x> <urn:y> "z" .',
    "looks like a format": "%s %(a)s {0} %% %b",
    "looks like a hole": "⟦name⟧ ⟦id⟧",
    "looks like an escape": "\\u0041 \\n \\",
    "noncharacter": "Ana\ufffe\uffff",
    "lone surrogate": "Ana\ud800",
    "very long": "Ñ" * 1_000,
}


def template(**changes: Any) -> tuple[Template, tuple[str, ...]]:
    return template_of(build_credential(replace(LEARNERS, **changes)))


def signer(compiled: Template) -> TemplateSigner:
    return TemplateSigner(compiled, key=OURS, verification_method=METHOD, created=NOW)


def with_name(compiled: Template, values: tuple[str, ...], name: str) -> tuple[str, ...]:
    place = next(num for num, hole in enumerate(compiled.holes) if hole.key == "name")
    return (*values[:place], name, *values[place + 1 :])
