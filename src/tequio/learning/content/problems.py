"""Collects what is wrong in a folder; reading never stops at the first fault."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from tequio.learning.content.wording import MESSAGES
from tequio.learning.values import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable


class Problems:
    """Every problem found so far, each once."""

    def __init__(self) -> None:
        self._found: set[Problem] = set()

    def add(self, file: str, line: int, code: str, /, **values: object) -> None:
        """Note the problem `code` (a key of `wording.MESSAGES`) at a line of a file."""
        self._found.add(Problem(file, line, MESSAGES[code] % values, code))

    def in_order(self) -> tuple[Problem, ...]:
        return tuple(sorted(self._found))

    def of(self, *codes: str) -> tuple[Problem, ...]:
        return tuple(problem for problem in self._found if problem.code in codes)

    def __bool__(self) -> bool:
        return bool(self._found)


def advice(text: str, known: Iterable[str]) -> str:
    """` Did you mean …?` when something known is spelt almost so."""
    close = get_close_matches(text, sorted(known), n=1)
    return f" Did you mean {close[0]}?" if close else ""
