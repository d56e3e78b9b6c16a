"""YAML as marked nodes: refuses aliases and depth before anything is built, and says the line of a syntax error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from yaml.events import AliasEvent, MappingStartEvent, SequenceStartEvent

if TYPE_CHECKING:
    from pathlib import Path

    from yaml.events import Event
    from yaml.nodes import Node

    from tequio.learning.content.problems import Problems

MAX_BYTES = 1_000_000
MAX_DEPTH = 10
# The base loader guesses no types, which halves the time; libyaml where the wheel has it: ten times faster again.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_text(path: Path, file: str, problems: Problems) -> str | None:
    """The text of a small UTF-8 file; None, and a problem, when it is neither."""
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError as error:
        problems.add(file, 1, "unreadable", reason=error.strerror or error)
        return None
    if len(data) > MAX_BYTES:
        problems.add(file, 1, "too-large", limit=MAX_BYTES)
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        problems.add(file, data.count(b"\n", 0, error.start) + 1, "not-utf8")
        return None


def read_yaml(path: Path, file: str, problems: Problems) -> Node | None:
    """The file's root node; None, and a problem, when there is none."""
    text = read_text(path, file, problems)
    if text is None:
        return None
    try:
        if not _is_plain(text, file, problems):
            return None
        node: Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        line, what = _where(error, text)
        problems.add(file, line, "yaml", problem=what)
        return None
    if node is None:
        problems.add(file, 1, "empty")
    return node


def _is_plain(text: str, file: str, problems: Problems) -> bool:
    """No alias, no great depth; by events, so that nothing recursive has been built yet."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, AliasEvent):
            problems.add(file, _line(event), "yaml-alias", name=event.anchor)
            return False
        if isinstance(event, MappingStartEvent | SequenceStartEvent):
            depth += 1
        elif type(event).__name__ in ("MappingEndEvent", "SequenceEndEvent"):
            depth -= 1
        if depth > MAX_DEPTH:
            problems.add(file, _line(event), "yaml-deep")
            return False
    return True


def _line(event: Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _where(error: yaml.YAMLError, text: str) -> tuple[int, str]:
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return (mark.line + 1 if mark else 1), str(error.problem or error.context)
    if isinstance(error, yaml.reader.ReaderError):
        return text[: error.position].count("\n") + 1, f"the character {error.character!r} is not allowed"
    return 1, str(error)
