"""Sentences of Python that never pass gettext, and calls of gettext that no translator can work with."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from tests.house.catalogues import CALLS, WITH_CONTEXT
from tests.house.language import Fault
from tests.house.language.sentences import is_label, is_piece, is_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

LOGGING = frozenset(("debug", "info", "warning", "error", "exception", "critical"))
CODE = frozenset(
    ("compile", "sub", "search", "match", "fullmatch", "findall", "execute", "cast", "import_string")
)
HUMAN = frozenset(
    (
        "label",
        "text",
        "title",
        "word",
        "words",
        "tip",
        "heading",
        "summary",
        "message",
        "caption",
        "legend",
        "alt",
    )
)
_NAMELESS = re.compile(r"(?<!%)(?:%%)*%[-+0-9.]*[sdrfi]|\{\}")


def composed(tree: ast.Module, where: str) -> Iterator[Fault]:
    """Arguments of gettext that are put together at run time: no catalogue can hold them."""
    for call in _gettext_calls(tree):
        for text in _texts(call):
            if not isinstance(text, ast.Constant | ast.Name | ast.Attribute | ast.Subscript):
                yield Fault("composed", where, ast.unparse(text))


def unnamed(tree: ast.Module, where: str) -> Iterator[Fault]:
    """Placeholders without a name, which translators cannot put in another order."""
    for msgid in _msgids(tree):
        if _NAMELESS.search(re.sub(r"%\(\w+\)[-+0-9.]*\w", "", msgid)):
            yield Fault("unnamed", where, msgid)


def fragments(tree: ast.Module, where: str) -> Iterator[Fault]:
    return (Fault("fragment", where, msgid) for msgid in _msgids(tree) if is_piece(msgid))


def outside(tree: ast.Module, where: str) -> Iterator[Fault]:
    """Literal sentences that are neither docstring, nor message, nor words for programmers."""
    exempt = _exempt(tree)
    for node in ast.walk(tree):
        if id(node) in exempt:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and is_sentence(node.value):
            yield Fault("outside", where, node.value)
        elif isinstance(node, ast.JoinedStr) and is_sentence(_joined(node)):
            yield Fault("outside", where, _joined(node))
        elif isinstance(node, ast.keyword) and node.arg in HUMAN and _is_label(node.value):
            yield Fault("outside", where, ast.unparse(node.value))


def _exempt(tree: ast.Module) -> set[int]:
    """Everything below docstrings, gettext, logging, patterns and what is raised; pieces of f-strings."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise | ast.JoinedStr | ast.AnnAssign) or _is_exempt(node):
            below = node.annotation if isinstance(node, ast.AnnAssign) else node
            found |= {
                id(inner) for inner in ast.walk(below) if inner is not node or isinstance(node, ast.Raise)
            }
    return found


def _is_exempt(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    return isinstance(node, ast.Call) and (
        _name(node) in CALLS | LOGGING | CODE or _name(node).endswith(("Error", "Wrong", "Refused"))
    )


def _joined(node: ast.JoinedStr) -> str:
    return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)


def _is_label(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and is_label(node.value)


def _gettext_calls(tree: ast.Module) -> list[ast.Call]:
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and _name(node) in CALLS and node.args
    ]


def _texts(call: ast.Call) -> list[ast.expr]:
    texts = call.args[1:] if _name(call) in WITH_CONTEXT else call.args
    return texts[: 2 if _name(call).startswith("ng") else 1]


def _msgids(tree: ast.Module) -> Iterator[str]:
    for call in _gettext_calls(tree):
        yield from (str(t.value) for t in _texts(call) if isinstance(t, ast.Constant))


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
