"""Runs every rule over files of every kind; what allowed.txt lets stand is left out."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

import polib

from tests.house.language import Fault, in_catalogues, in_python, in_scripts, in_templates

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
SOURCES = ROOT / "src" / "tequio"
SCRIPTS = ROOT / "frontend" / "src"
ALLOWED = Path(__file__).with_name("allowed.txt")


@dataclass(frozen=True)
class Allowance:
    """A line of allowed.txt; the reason is for readers."""

    rule: str
    where: str
    what: str
    reason: str

    def covers(self, fault: Fault) -> bool:
        return (
            fault.rule == self.rule
            and fnmatchcase(fault.where, self.where)
            and fnmatchcase(fault.what, self.what.replace("[", "[[]"))
        )


def files() -> Iterator[tuple[str, Path]]:
    """Every file that may speak to people, with its kind."""
    yield from (("template", path) for path in sorted(SOURCES.glob("web/templates/**/*.*")))
    yield from (("python", path) for path in sorted(SOURCES.rglob("*.py")) if "migrations" not in path.parts)
    yield from (("script", path) for path in sorted(SCRIPTS.rglob("*.ts")))
    yield from (("catalogue", path) for path in sorted(SOURCES.rglob("*.po")))


def where(path: Path) -> str:
    return str(path.relative_to(SOURCES if path.is_relative_to(SOURCES) else ROOT))


def faults(kind: str, text: str, place: str) -> list[Fault]:
    """Every fault of one file, allowed or not."""
    if kind == "template":
        return in_templates.faults(text, place)
    if kind == "script":
        return list(in_scripts.outside(text, place))
    if kind == "catalogue":
        return list(in_catalogues.faults(polib.pofile(text), place))
    return _in_python(ast.parse(text), place)


def _in_python(tree: ast.Module, place: str) -> list[Fault]:
    """Walls hold sentences for programs too, so only what stands in `web` must be all for people."""
    rules = [in_python.composed, in_python.unnamed, in_python.fragments]
    if place.startswith("web/"):
        rules.append(in_python.outside)
    return [fault for rule in rules for fault in rule(tree, place)]


def allowances() -> list[Allowance]:
    lines = ALLOWED.read_text("utf-8").splitlines()
    rows = [
        [part.strip() for part in line.split(" | ")] for line in lines if line and not line.startswith("#")
    ]
    return [Allowance(*row) for row in rows]


def not_allowed(found: list[Fault]) -> list[Fault]:
    """Those of `found` that no line of allowed.txt covers."""
    lines = allowances()
    return [fault for fault in found if not any(line.covers(fault) for line in lines)]
