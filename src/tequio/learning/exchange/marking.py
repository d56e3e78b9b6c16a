"""Small HTML to Markdown, for stems, answers and explanations, which are Markdown with us."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import html

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = {
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "table",
    "tr",
    "pre",
    "blockquote",
    "section",
}
MARKS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")


def to_markdown(text: str) -> str:
    """`text` (HTML) as Markdown: paragraphs, emphasis, lists and links; anything else by its words."""
    if not text.strip():
        return ""
    root = html.fragment_fromstring(text, create_parent="div")
    lines = [" ".join(line.split()) for line in _inside(root).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def to_words(text: str) -> str:
    """`text` (HTML) as one line of plain words; a picture is its description."""
    if not text.strip():
        return ""
    root = html.fragment_fromstring(text, create_parent="div")
    for picture in root.iter("img"):
        picture.tail = f" {picture.get('alt') or ''} {picture.tail or ''}"
    return " ".join(str(root.text_content()).split())


def _inside(node: _Element) -> str:
    pieces = [_escaped(node.text)]
    for child in node:
        if isinstance(child.tag, str):
            pieces.append(_one(child))
        pieces.append(_escaped(child.tail))
    return "".join(pieces)


def _one(node: _Element) -> str:
    tag = str(node.tag)
    if tag in ("script", "style", "img"):
        return ""
    if tag == "br":
        return "\n"
    if tag == "li":
        return f"\n- {_inside(node).strip()}"
    inner = _inside(node)
    if tag in MARKS and inner.strip():
        return f"{MARKS[tag]}{inner.strip()}{MARKS[tag]}"
    if tag == "a" and (node.get("href") or "").startswith(("http://", "https://")):
        return f"[{inner.strip()}]({node.get('href')})"
    return f"\n\n{inner}\n\n" if tag in BLOCKS else inner


def _escaped(text: str | None) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join((text or "").split("\n"))) if text else ""
