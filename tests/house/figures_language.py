"""Prints how easy our Spanish is to read, and what the linter looks at. `python tests/house/figures_language.py`"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.house import catalogues
from tests.house.language import ease, linter, planted


def figures() -> dict[str, object]:
    """All figures as one JSON-ready document."""
    groups = {
        "catalogues": ease.by_catalogue(),
        "pages": ease.by_page(),
        "course": ease.course(),
        "help": ease.topics(),
    }
    return {
        "asked": {"catalogue, body, topic": ease.EASY, "page": ease.FLOOR, "long sentence": ease.LONG_FLOOR},
        "lowest": {name: _short(min(found, key=lambda one: one.score)) for name, found in groups.items()},
        "long_sentences": len(ease.by_long_sentence()),
        "scores": {name: {one.name: one.score for one in found} for name, found in groups.items()},
        "messages": len({message.key for message in catalogues.said_in_sources()}),
        "files_linted": Counter(kind for kind, _ in linter.files()),
        "planted_defects": Counter(f"{defect.kind}: {defect.rule}" for defect in planted.defects()),
        "allowed": len(linter.allowances()),
    }


def _short(one: ease.Measured) -> dict[str, object]:
    return {name: value for name, value in asdict(one).items() if name != "hardest"}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")  # templates need Django's tags
    django.setup()
    json.dump(figures(), sys.stdout, indent=1, ensure_ascii=False)
    print()
