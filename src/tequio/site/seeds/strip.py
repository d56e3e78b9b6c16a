"""Who a demo's visitor can enter as: `<data>/demo.json`, read by the demo's home page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tequio.credentials import api as credentials

if TYPE_CHECKING:
    from pathlib import Path

    from tequio.people.values import PersonInfo

# key, where it leads, what is about to happen (es, en)
PEOPLE = (
    (
        "rosa",
        "/today/",
        "va a la mitad del curso: sigue donde se quedó.",
        "is mid-course: go on where she stopped.",
    ),
    (
        "tomas",
        "/courses/digital-safety/check/",
        "está por hacer la comprobación final.",
        "is about to take the final check.",
    ),
    ("amina", "/certificates/{code}/", "ya tiene su certificado.", "holds her certificate."),
    ("joaquin", "/teach/", "es docente: ve quién va dónde.", "is a teacher: see who is where."),
    ("beatriz", "/reviews/", "revisa cursos antes de que se abran.", "reviews courses before they open."),
    (
        "lupita",
        "/facilitate/",
        "facilita: repone tarjetas perdidas.",
        "is a facilitator: replaces lost cards.",
    ),
    ("ernesto", "/govern/", "responde por los certificados.", "answers for the certificates."),
    (
        "renata",
        "/employ/",
        "contrata: respalda el curso a nombre de su cooperativa.",
        "hires: stands behind the course for her cooperative.",
    ),
    ("marisol", "/operate/", "opera esta plataforma.", "runs this hub."),
)
EMPLOYER = {
    "es": "revisa en cinco segundos el certificado de Amina.",
    "en": "checks Amina's certificate in five seconds.",
}


def write(data: Path, cast: dict[str, PersonInfo]) -> None:
    """Keep the strip; paths are without their language."""
    code = credentials.credentials_of(cast["amina"].id)[0].code
    rows: list[dict[str, object]] = [
        {
            "key": key,
            "name": cast[key].name,
            "words": {"es": es, "en": en},
            "path": path.format(code=code),
            "person": str(cast[key].id),
        }
        for key, path, es, en in PEOPLE
    ]
    rows.insert(
        3,
        {
            "key": "employer",
            "name": "Empresa / Employer",
            "words": EMPLOYER,
            "path": f"/certificates/{code}/",
            "person": None,
        },
    )
    (data / "demo.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
