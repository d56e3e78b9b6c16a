"""What the sources say to people (every msgid), and what the catalogues translate."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polib
from django.template import Template
from django.template.base import Node, TokenType
from django.templatetags.i18n import BlockTranslateNode, TranslateNode

SOURCES = Path(__file__).resolve().parents[2] / "src" / "tequio"
CALLS = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
}
PLURAL = {"ngettext", "ngettext_lazy"}
WITH_CONTEXT = {"pgettext", "pgettext_lazy"}


@dataclass(frozen=True)
class Message:
    """One msgid and where it stands."""

    msgid: str
    where: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return (self.context, self.msgid)


@cache
def said_in_sources() -> list[Message]:
    return [*_said_in_python(), *_said_in_templates()]


def _said_in_python() -> list[Message]:
    found = []
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in CALLS and node.args:
                found += _call(node, f"{path.relative_to(SOURCES)}:{node.lineno}")
    return found


def _name(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def _call(node: ast.Call, where: str) -> list[Message]:
    name = _name(node.func)
    texts = node.args[1:] if name in WITH_CONTEXT else node.args
    if any(isinstance(text, ast.JoinedStr) for text in texts[:2]):
        raise AssertionError(f"{where}: an f-string cannot be translated; use named placeholders")
    if not isinstance(texts[0], ast.Constant):
        return []
    plural = texts[1].value if name in PLURAL and isinstance(texts[1], ast.Constant) else ""
    context = (
        str(node.args[0].value) if name in WITH_CONTEXT and isinstance(node.args[0], ast.Constant) else ""
    )
    return [Message(str(texts[0].value), where, str(plural), context)]


def _said_in_templates() -> list[Message]:
    found = []
    for path in sorted((SOURCES / "web").rglob("templates/**/*.*")):
        where = str(path.relative_to(SOURCES))
        for node in _nodes(Template(path.read_text("utf-8")).nodelist):
            found += _node(node, where)
    return found


def _nodes(nodelist) -> list[Node]:
    found = []
    for node in nodelist:
        found.append(node)
        for attribute in node.child_nodelists:
            found += _nodes(getattr(node, attribute, None) or [])
        for _, branch in getattr(node, "conditions_nodelists", []):
            found += _nodes(branch)
    return found


def _node(node: Node, where: str) -> list[Message]:
    if isinstance(node, TranslateNode):
        return [Message(str(node.filter_expression.var.literal), where, "", _context(node))]
    if isinstance(node, BlockTranslateNode):
        plural = _block_text(node, node.plural) if node.plural else ""
        return [Message(_block_text(node, node.singular), where, plural, _context(node))]
    return []


def _context(node: TranslateNode | BlockTranslateNode) -> str:
    return str(node.message_context.var) if node.message_context else ""


def _block_text(node: BlockTranslateNode, tokens) -> str:
    text = "".join(
        f"%({t.contents})s" if t.token_type == TokenType.VAR else t.contents.replace("%", "%%")
        for t in tokens
    )
    return " ".join(line.strip() for line in text.split("\n")).strip() if node.trimmed else text


@cache
def translated(language: str = "es") -> list[tuple[Path, polib.POEntry]]:
    paths = sorted(SOURCES.rglob(f"locale/{language}/LC_MESSAGES/*.po"))
    return [(path, entry) for path in paths for entry in polib.pofile(str(path)) if not entry.obsolete]


def key_of(entry: polib.POEntry) -> tuple[str, str]:
    return (entry.msgctxt or "", entry.msgid)
