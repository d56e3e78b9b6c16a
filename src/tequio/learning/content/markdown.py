"""Markdown to an HTML fragment that stands under a page's h1, and notices of what would read badly."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from tequio.learning.content import tex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from markdown_it.token import Token

    from tequio.learning.content.pictures import Picture

# A fragment names a picture by digest; whoever serves it puts an address in place of this scheme.
PICTURE_SCHEME = "sha256:"
_HTML = re.compile(
    r"</?(?:a|abbr|audio|b|big|blockquote|br|center|code|dd|details|div|dl|dt|em|embed|figure|font|form|h[1-6]|hr|i|"
    r"iframe|img|input|kbd|li|mark|object|ol|p|pre|s|script|small|span|strong|style|sub|summary|sup|svg|table|tbody|"
    r"td|th|thead|tr|u|ul|video)\b[^<>]*>|<!--",
    re.IGNORECASE,
)
_TEX_LEFT = re.compile(r"\\[A-Za-z]+\{")  # a command that stands outside $…$
_SAYS_NOTHING = {
    "",
    "aquí",
    "aqui",
    "here",
    "click here",
    "haz clic aquí",
    "clic aquí",
    "link",
    "enlace",
    "más",
    "more",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to put right, on a line of the text counted from 0."""

    line: int
    code: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Pass:
    """One reading of one text: finds pictures by `find`, gathers notices and the pictures shown."""

    find: Callable[[str], tuple[str, Picture] | str]
    notices: list[Notice] = field(default_factory=list)
    shown: dict[str, Picture] = field(default_factory=dict)
    top: int = 0
    last: int = 0

    def note(self, line: int, code: str, **values: str) -> None:
        self.notices.append(Notice(line, code, tuple(values.items())))


def no_pictures(path: str) -> str:
    """For texts that show no pictures, such as stems."""
    return "picture-missing"


@lru_cache(maxsize=2000)
def fragment(text: str) -> str:
    """The HTML of a short text, such as a stem or a certificate's words; HTML in it is shown, not obeyed."""
    return render(text, Pass(no_pictures))


def render(text: str, reading: Pass) -> str:
    """The HTML fragment of `text`; `reading` gathers what was noticed."""
    tokens = _MARKDOWN.parse(text)
    levels = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    reading.top = min(levels, default=1)
    reading.last = 1
    for token in tokens:
        _block(token, reading)
    for line, token in _inlines(tokens):
        _inline(line, token, reading)
    return str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {}))


def _make() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tex.install(markdown)
    markdown.add_render_rule("tex", lambda _, tokens, at, *rest: str(tokens[at].content))
    return markdown


_MARKDOWN = _make()


def _block(token: Token, reading: Pass) -> None:
    if token.type in ("heading_open", "heading_close"):
        level = int(token.tag[1]) - reading.top + 2
        token.tag = f"h{min(level, 6)}"
        if token.type == "heading_open":
            _heading(token, level, reading)
    elif token.type in ("th_open", "td_open"):
        _cell(token)


def _heading(token: Token, level: int, reading: Pass) -> None:
    if level > reading.last + 1:
        reading.note(_line(token), "heading-skip", want="#" * (reading.last + reading.top - 1))
    reading.last = level


def _cell(token: Token) -> None:
    """A strict content policy allows no style attribute: alignment becomes a class."""
    style = str(token.attrs.pop("style", ""))
    if style:
        token.attrs["class"] = style.replace("text-align:", "align-")
    if token.type == "th_open":
        token.attrs["scope"] = "col"


def _inlines(tokens: list[Token]) -> Iterator[tuple[int, Token]]:
    """Each inline token with its line; cells of a table carry no map of their own, so the row's is kept."""
    line, before = 0, ""
    for token in tokens:
        line = token.map[0] if token.map else line
        if token.type == "inline":
            if before == "th_open" and not token.content.strip():
                token.meta["empty_head"] = True
            for child in token.children or []:
                yield line, child
                line += child.type in ("softbreak", "hardbreak")
            yield line, token
        before = token.type


def _inline(line: int, token: Token, reading: Pass) -> None:
    if token.type == "tex":
        _tex(line, token, reading)
    elif token.type == "image":
        _picture(line, token, reading)
    elif token.type == "text":
        _text(line, token, reading)
    elif token.type == "inline":
        _links(line, token, reading)


def _tex(line: int, token: Token, reading: Pass) -> None:
    try:
        token.content = tex.to_mathml(token.content, block=token.info == "block")
    except tex.TexError as error:
        reading.note(line, "tex", text=str(error))
        token.content = ""


def _text(line: int, token: Token, reading: Pass) -> None:
    found = _HTML.search(token.content)
    if found:
        reading.note(line, "raw-html", text=found.group())
    left = _TEX_LEFT.search(token.content)
    if left:
        reading.note(line, "tex", text=left.group())
    unlinked = re.search(r"\]\((\s*(?:javascript|vbscript|data|file):[^)]*)\)", token.content, re.IGNORECASE)
    if unlinked:  # markdown-it leaves a link it refuses as text
        reading.note(line, "link", text=unlinked.group(1))


def _links(line: int, token: Token, reading: Pass) -> None:
    if token.meta.get("empty_head"):
        reading.note(line, "table-head")
    children = token.children or []
    for at, child in enumerate(children):
        if child.type == "link_open":
            words = children[at + 1].content.strip()
            if words.lower().rstrip(".") in _SAYS_NOTHING:
                reading.note(line, "link-text", text=words)


def _picture(line: int, token: Token, reading: Pass) -> None:
    path = str(token.attrs.get("src", ""))
    if not token.content.strip():
        reading.note(line, "picture-alt")
    found = reading.find(path)
    if isinstance(found, str):
        reading.note(line, found, text=path)
        return
    digest, picture = found
    reading.shown[digest] = picture
    token.attrs.update(
        src=PICTURE_SCHEME + digest, width=str(picture.width), height=str(picture.height), loading="lazy"
    )


def _line(token: Token) -> int:
    return token.map[0] if token.map else 0
