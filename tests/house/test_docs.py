"""Docs are tested: every setting, command, event and api name is documented or the build fails."""

from __future__ import annotations

import argparse
import ast
from pathlib import Path

from tequio.site import cli, environment
from tests.house.figures import SOURCES, WALLS, public_names

ROOT = Path(__file__).resolve().parents[2]


def words_of(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    return {}


def test_every_setting_is_documented_with_its_meaning():
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")

    for setting in environment.SETTINGS:
        assert f"| `{setting.name}` | {setting.meaning} |" in text, setting.name


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    """What `--help` tells of, but itself."""
    told = [action for action in parser._actions if action.help is not argparse.SUPPRESS]
    return {option for action in told for option in action.option_strings if option.startswith("--")} - {
        "--help"
    }


def row_of(text: str, word: str) -> str:
    """The line of the table that begins with `word`."""
    found = [line for line in text.splitlines() if line.startswith((f"| `{word} ", f"| `{word}`"))]
    assert found, word
    return found[0]


def test_every_command_and_option_is_documented():
    text = (ROOT / "docs" / "commands.md").read_text("utf-8")

    for word, parser in words_of(cli.parser()).items():
        acts = {f"{word} {sub}": act for sub, act in words_of(parser).items()} or {word: parser}
        for said, of in acts.items():
            row = row_of(text, said)
            assert [option for option in options_of(of) if option not in row] == [], said


def test_every_name_of_a_door_has_a_docstring():
    silent = []
    for wall in WALLS:
        offered = set(public_names(wall))
        for path in (SOURCES / "tequio" / wall).rglob("*.py"):
            for node in ast.parse(path.read_text("utf-8")).body:
                named = isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in offered
                if named and not ast.get_docstring(node):
                    silent.append(f"{wall}.{node.name}")

    assert silent == []


def test_every_event_and_module_has_a_docstring():
    silent = []
    for path in SOURCES.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        if "migrations" not in path.parts and tree.body and not ast.get_docstring(tree):
            silent.append(str(path.relative_to(SOURCES)))
        if path.name == "events.py":
            classes = [n for n in tree.body if isinstance(n, ast.ClassDef)]
            silent += [f"{path.parent.name}.{n.name}" for n in classes if not ast.get_docstring(n)]

    assert silent == []
