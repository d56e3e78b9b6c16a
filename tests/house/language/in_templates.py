"""Text of templates that stands outside the catalogues, and sentences glued together from pieces."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from django.template.base import Lexer, TokenType

from tests.house.language import Fault
from tests.house.language.sentences import begins_small, has_letters, is_closed, is_for_people

if TYPE_CHECKING:
    from collections.abc import Iterator

VALUE, TURN, QUIET = "\ue001", "\ue002", "\ue003"  # a variable; a tag that changes course; any other tag
SAID = 0xF0000  # + n: the n-th message
TURNS = (
    "if",
    "elif",
    "else",
    "endif",
    "for",
    "empty",
    "endfor",
    "include",
    "block",
    "endblock",
    "with",
    "endwith",
)
INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time"]
)
SILENT = frozenset(("script", "style", "code"))
CODED = ("width", "direction", "theme")  # blocks of the frame that hold a class or an attribute
HUMAN = frozenset(
    [
        "alt",
        "title",
        "aria-label",
        "aria-description",
        "aria-valuetext",
        "aria-roledescription",
        "placeholder",
        "label",
    ]
)
_MARKS = f"{VALUE}\U000f0000-\U000fffff"
_PIECES = re.compile(f"[{_MARKS}]|[^{_MARKS}]+")
_MESSAGE = re.compile(r"""^(?:translate|trans)\s+(?:"([^"]*)"|'([^']*)')""")
_HUMAN_FILTER = re.compile(
    r"""\|\s*(?:default|default_if_none|yesno|pluralize|join)\s*:\s*(?:"([^"]*)"|'([^']*)')"""
)
_GIVEN = re.compile(r"""\w+=(?:"([^"]*)"|'([^']*)')""")


def faults(text: str, where: str) -> list[Fault]:
    """Everything in one template that breaks a rule."""
    flat, messages, found = _flattened(text)
    reader = _Reader(messages)
    reader.feed(flat)
    reader.close()
    reader.end_run()
    found += [("outside", what) for what in reader.outside]
    found += [("fragment", what) for what in reader.glued]
    return [Fault(rule, where, " ".join(what.split())) for rule, what in found]


def _flattened(text: str) -> tuple[str, list[str], list[tuple[str, str]]]:
    """The template as plain HTML with one mark per tag; its messages; words handed over inside tags."""
    flat, messages, found, until = [], [], [], ""
    for token in Lexer(text).tokenize():
        word = token.contents.split(None, 1)[0] if token.contents.strip() else ""
        if until:
            until = "" if token.token_type == TokenType.BLOCK and word in until.split("|") else until
        elif token.token_type == TokenType.TEXT:
            flat.append(token.contents)
        elif token.token_type == TokenType.VAR:
            flat.append(VALUE)
            found += [
                ("outside", said) for said in _literals(_HUMAN_FILTER, token.contents) if has_letters(said)
            ]
        elif token.token_type == TokenType.BLOCK:
            mark, until = _mark(token.contents, word, messages)
            flat.append(mark)
            found += [("outside", said) for said in _handed(token.contents, word) if is_for_people(said)]
    return "".join(flat), messages, found


def _mark(contents: str, word: str, messages: list[str]) -> tuple[str, str]:
    """What stands for a tag, and which tags end what is to be skipped."""
    if word == "comment":
        return "", "endcomment"
    if word == "block" and contents.split()[-1] in CODED:
        return "", "endblock"
    if word in ("blocktranslate", "blocktrans"):
        messages.append("")
        return chr(SAID + len(messages) - 1), "endblocktranslate|endblocktrans"
    if message := _MESSAGE.match(contents):
        if re.search(r"\sas\s+\w+$", contents):
            return QUIET, ""
        messages.append(message[1] or message[2] or "")
        return chr(SAID + len(messages) - 1), ""
    return (TURN if word in TURNS else QUIET), ""


def _handed(contents: str, word: str) -> Iterator[str]:
    """Literal words that a tag gives to a part or a variable."""
    if word in ("include", "with"):
        yield from _literals(_GIVEN, contents)


def _literals(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    return (found[1] or found[2] or "" for found in pattern.finditer(text))


def _bare(text: str) -> str:
    return re.sub(f"[{VALUE}{TURN}{QUIET}\U000f0000-\U000fffff]", " ", text).strip()


class _Reader(HTMLParser):
    """Walks the flattened template; a run is text up to the next tag that is no inline one."""

    def __init__(self, messages: list[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.messages = messages
        self.outside: list[str] = []
        self.glued: list[str] = []
        self._run = ""
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._boundary(tag)
        self._silent = tag in SILENT
        kind = dict(attrs).get("type")
        for name, value in attrs:
            human = name in HUMAN or (name == "value" and kind in ("submit", "button", "reset"))
            said = _bare(value or "")
            if (human and has_letters(said)) or (name.startswith("data-") and is_for_people(said)):
                self.outside.append(said)

    def handle_endtag(self, tag: str) -> None:
        self._silent = False
        self._boundary(tag)

    def handle_data(self, data: str) -> None:
        if self._silent:
            return
        if has_letters(_bare(data)):
            self.outside.append(_bare(data))
        self._run += data

    def _boundary(self, tag: str) -> None:
        if tag in INLINE:
            self._run += QUIET
        else:
            self.end_run()

    def end_run(self) -> None:
        for stretch in self._run.split(TURN):
            self.glued += self._glue(stretch)
        self._run = ""

    def _glue(self, stretch: str) -> Iterator[str]:
        """Neighbours that only together make a sentence: two marks with nothing or a gap between them."""
        pieces = [piece for piece in _PIECES.findall(stretch) if piece]
        for at, left in enumerate(pieces[:-1]):
            gap = pieces[at + 1] if self._is_gap(pieces[at + 1]) else ""
            right = pieces[at + 1 + bool(gap)] if at + 1 + bool(gap) < len(pieces) else ""
            if self._is_mark(left) and right and self._is_mark(right) and self._is_glued(left, gap, right):
                yield f"{self._word(left)} … {self._word(right)}"

    @staticmethod
    def _is_mark(piece: str) -> bool:
        return piece == VALUE or ord(piece[0]) >= SAID

    @staticmethod
    def _is_gap(piece: str) -> bool:
        return not piece.replace(QUIET, "").strip() and piece != VALUE

    def _is_glued(self, left: str, gap: str, right: str) -> bool:
        first, second = self._word(left), self._word(right)
        if VALUE in (left, right):
            if QUIET in gap or left == right:
                return False
            return begins_small(second) if left == VALUE else bool(first) and not is_closed(first)
        return bool(first and second) and begins_small(second) and not is_closed(first)

    def _word(self, mark: str) -> str:
        return "{}" if mark == VALUE else self.messages[ord(mark) - SAID]
