"""TeX between dollars becomes MathML; what the converter left over is noticed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from latex2mathml.converter import convert

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline

_LEFTOVER = re.compile(r"\\[A-Za-z]+")
# These would put addresses and styles of the text's own into the page.
_FORBIDDEN = re.compile(r"\\(?:href|url|class|style|cssId)\b")
MAX_TEX = 1000


class TexError(ValueError):
    """This TeX is not understood; the message is the part that was not."""


def to_mathml(tex: str, *, block: bool) -> str:
    """MathML for `tex`. latex2mathml passes unknown commands through as text, so they are looked for."""
    forbidden = _FORBIDDEN.search(tex)
    if forbidden:
        raise TexError(forbidden.group())
    if len(tex) > MAX_TEX or not _is_balanced(tex):
        raise TexError(tex[:40])
    try:
        mathml = convert(tex, display="block" if block else "inline")
    except Exception as error:  # the converter has many exceptions and some are bare IndexError
        raise TexError(tex) from error
    leftover = _LEFTOVER.search(mathml)
    if leftover:
        raise TexError(leftover.group())
    return str(mathml)


def _is_balanced(tex: str) -> bool:
    """The converter forgives an open brace; an author would not want it to."""
    bare = re.sub(r"\\[{}]", "", tex)
    return bare.count("{") == bare.count("}")


def install(markdown: MarkdownIt) -> None:
    """Teach `markdown` the inline rule `$…$` and `$$…$$`."""
    markdown.inline.ruler.after("escape", "tex", _rule)


def _rule(state: StateInline, silent: bool) -> bool:
    """Pandoc's rule, so that `$20 o $30` stays money: no blank inside the dollars, no digit after the last."""
    match = _span(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("tex", "math", 0)
        token.content = match.group("tex")
        token.info = "block" if match.group("mark") == "$$" else ""
    state.pos = match.end()
    return True


_TEX = re.compile(r"(?P<mark>\$\$?)(?=[^\s$])(?P<tex>(?:\\.|[^$\\])+?)(?<!\s)(?P=mark)(?!\d)", re.DOTALL)


def _span(text: str, start: int) -> re.Match[str] | None:
    return _TEX.match(text, start) if text[start] == "$" else None
