"""An officer with a file of results from another platform."""

from __future__ import annotations

import pytest

from tequio.credentials.batches import api as batches
from tests.credentials.issuing import issuer
from tests.credentials.samples import NOON

__all__ = ["issuer"]

ABOUT = {
    "title": {"es": "Lectura de planos", "en": "Reading plans"},
    "summary": {"es": "Lee planos de obra.", "en": "Read building plans."},
    "outcomes": [{"es": "Lee un plano a escala.", "en": "Reads a plan to scale."}],
    "hours": 20,
    "languages": ["es", "en"],
    "platform": 'Campus "Obra" \\ Norte',
}
HOSTILE = [
    "Ana Pool Uc",
    'O\'Brien\u2019s "Bo" \\ %s {0}',
    "María José Ñuñez",
    "محمد الأمين",
    "𝒳 Œ 😀 ⟦x⟧ <u:x> .",
    "Nguye\u0302\u0303n Thi",
]


def csv_of(names, *, score=True):
    lines = ["name,finished,score,of,language" if score else "name,finished"]
    for num, name in enumerate(names):
        quoted = '"' + name.replace('"', '""') + '"'
        own = f",{num % 20},20,{'es' if num % 2 else 'en'}" if score else ""
        lines.append(f"{quoted},2026-03-{num % 28 + 1:02}{own}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def about():
    return batches.make_about(ABOUT)


@pytest.fixture
def ernesto(cast):
    return cast.actor("ernesto")


@pytest.fixture
def hand_in(tmp_path, cast, issuer, about, ernesto, settings):
    """Issues the names given, or the text of a file as it is."""
    settings.DATA = tmp_path

    def issue(names=HOSTILE, *, text=None, by=ernesto, **options):
        path = tmp_path / "results.csv"
        path.write_bytes((text if text is not None else csv_of(names)).encode())
        given = {"about": about, "organisation": cast.a.id, "by": by, "now": NOON} | options
        return batches.issue(path, **given)

    return issue
