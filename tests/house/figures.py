"""Prints the house's figures: lines of files and functions, typing, depth of doors. `python tests/house/figures.py`"""

from __future__ import annotations

import ast
import json
import statistics
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src"
WALLS = ("people", "records", "assessment", "learning", "credentials")


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long things are: median, ninth decile, longest."""

    count: int
    median: float
    ninth_decile: float
    longest: int
    longest_name: str


def python_files(root: Path = SOURCES) -> list[Path]:
    """Our sources; migrations and files under 5 lines are left out."""
    files = [p for p in sorted(root.rglob("*.py")) if "migrations" not in p.parts]
    return [p for p in files if _lines(p) >= 5]


def functions(path: Path) -> list[tuple[str, int, bool]]:
    """Name, lines and whether fully typed, for each function in `path`."""
    tree = ast.parse(path.read_text("utf-8"))
    found = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    return [(f"{path.relative_to(ROOT)}:{n.name}", _length(n), _typed(n)) for n in found]


def public_names(wall: str) -> list[str]:
    """What a wall's door offers: the names in `__all__` of its api.py."""
    tree = ast.parse((SOURCES / "tequio" / wall / "api.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and any(
            isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets
        ):
            return [str(name) for name in ast.literal_eval(node.value)]
    return [n.name for n in tree.body if isinstance(n, ast.FunctionDef) and not n.name.startswith("_")]


def door_depth(wall: str) -> float:
    """Lines hidden behind each public name of the wall's door."""
    lines = sum(_lines(p) for p in python_files(SOURCES / "tequio" / wall))
    return lines / max(1, len(public_names(wall)))


def figures() -> dict[str, object]:
    """All figures as one JSON-ready document."""
    files = [(str(p.relative_to(ROOT)), _lines(p)) for p in python_files()]
    everything = [f for p in python_files() for f in functions(p)]
    return {
        "files": asdict(_lengths(files)),
        "functions": asdict(_lengths([(name, length) for name, length, _ in everything])),
        "untyped_functions": [name for name, _, typed in everything if not typed],
        "doors": {
            w: {"names": len(public_names(w)), "lines_behind_each": round(door_depth(w))} for w in WALLS
        },
    }


def _lengths(pairs: list[tuple[str, int]]) -> Lengths:
    ordered = sorted(pairs, key=lambda pair: pair[1])
    sizes = [size for _, size in ordered]
    ninth = sizes[min(len(sizes) - 1, int(len(sizes) * 0.9))]
    return Lengths(len(sizes), statistics.median(sizes), ninth, sizes[-1], ordered[-1][0])


def _lines(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _typed(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    named = [a for a in arguments if a.arg not in ("self", "cls")]
    return node.returns is not None and all(a.annotation for a in named)


if __name__ == "__main__":
    json.dump(figures(), sys.stdout, indent=1)
    print()
