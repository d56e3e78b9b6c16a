"""One YAML mapping being read: each read names its key and what belongs there, and faults are noted, never raised.

A text is taken as it stands (`No` stays `No`, `1.2` stays `1.2`): YAML's own guesses at types are not used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from tequio.learning.content.problems import advice

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from yaml.nodes import Node

    from tequio.learning.content.problems import Problems


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the line it stands on."""

    text: str
    line: int


class Entry:
    """A mapping of `file`; `close` reports the keys that nobody asked for."""

    def __init__(self, node: Node, file: str, problems: Problems, languages: Sequence[str] = ()) -> None:
        self.file = file
        self.line = line_of(node)
        self.problems = problems
        self.languages = tuple(languages)
        self._asked: set[str] = set()
        self._values: dict[str, Node] = {}
        self._lines: dict[str, int] = {}
        if isinstance(node, MappingNode):
            self._take(node)
        else:
            self.say(self.line, "not-mapping")

    def _take(self, node: MappingNode) -> None:
        for key_node, value in node.value:
            key, line = str(key_node.value), line_of(key_node)
            if key in self._values:
                self.say(line, "key-twice", key=key)
            self._values.setdefault(key, value)
            self._lines.setdefault(key, line)

    def say(self, line: int, code: str, **values: object) -> None:
        self.problems.add(self.file, line, code, **values)

    def has(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._values

    def keys(self) -> list[str]:
        """Every key that is there, in the order written."""
        return list(self._values)

    def at(self, key: str) -> int:
        """The line of `key`, or of the mapping when the key is not there."""
        return self._lines.get(key, self.line)

    def close(self) -> None:
        """Report every key that was never asked for."""
        for key in self._values.keys() - self._asked:
            self.say(self.at(key), "unknown-key", key=key, advice=advice(key, self._asked))

    def value(self, key: str, *, required: bool = True) -> Node | None:
        self._asked.add(key)
        node = self._values.get(key)
        if node is None and required:
            self.say(self.line, "missing-key", key=key)
        return node

    def marked(self, key: str, *, required: bool = True) -> Marked | None:
        """The text under `key` and its line; None when it is missing, empty or no text."""
        node = self.value(key, required=required)
        if node is None:
            return None
        if not isinstance(node, ScalarNode):
            self.say(line_of(node), "not-text", key=key)
        elif not node.value.strip():
            self.say(line_of(node), "empty-text", key=key)
        else:
            return Marked(node.value.strip(), line_of(node))
        return None

    def text(self, key: str, *, required: bool = True) -> str:
        found = self.marked(key, required=required)
        return found.text if found else ""

    def one_of(self, key: str, allowed: Collection[str], code: str = "not-one-of") -> str:
        found = self.marked(key)
        if found and found.text not in allowed:
            self.say(found.line, code, key=key, text=found.text, allowed=", ".join(allowed))
        return found.text if found else ""

    def integer(self, key: str, *, least: int = 0, most: int | None = None) -> int:
        found = self.marked(key)
        if found is None:
            return 0
        if not found.text.isascii() or not found.text.isdigit() or len(found.text) > 9:
            self.say(found.line, "not-integer", key=key, text=found.text)
            return 0
        number = int(found.text)
        if number < least:
            self.say(found.line, "too-small", key=key, least=least)
        elif most is not None and number > most:
            self.say(found.line, "too-big", key=key, most=most)
        return number

    def nodes(self, key: str, *, required: bool = True) -> list[Node]:
        """The members of the list under `key`."""
        node = self.value(key, required=required)
        if node is None:
            return []
        if isinstance(node, SequenceNode):
            return list(node.value)
        self.say(line_of(node), "not-list", key=key)
        return []

    def texts(self, key: str, *, required: bool = True) -> list[Marked]:
        """A list of texts; nested things in it are problems."""
        found = []
        for node in self.nodes(key, required=required):
            if isinstance(node, ScalarNode) and node.value.strip():
                found.append(Marked(node.value.strip(), line_of(node)))
            else:
                self.say(line_of(node), "not-text", key=key)
        return found

    def entries(self, key: str, *, required: bool = True) -> list[Entry]:
        """A list of mappings."""
        return [self._inner(node) for node in self.nodes(key, required=required)]

    def entry(self, key: str, *, required: bool = True) -> Entry | None:
        node = self.value(key, required=required)
        return None if node is None else self._inner(node)

    def _inner(self, node: Node) -> Entry:
        return Entry(node, self.file, self.problems, self.languages)


def line_of(node: Node) -> int:
    """The line a node begins on, from 1; a block text begins under its key."""
    line = int(node.start_mark.line) + 1
    return line + 1 if isinstance(node, ScalarNode) and node.style in ("|", ">") else line


def no_twins(entry: Entry, found: Sequence[Marked], what: str) -> None:
    """Report each text that stands twice."""
    first: dict[str, int] = {}
    for each in found:
        if each.text in first:
            entry.say(each.line, "twice", text=each.text, first=first[each.text], what=what)
        first.setdefault(each.text, each.line)
