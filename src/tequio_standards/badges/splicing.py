"""Filling marks quickly, and N-Quads that stay in order while their values change.

Most lines of a template keep their place whatever the values are, and that is proved when it is compiled; only the
others are sorted again for each learner.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from tequio_standards.badges.holes import MARK, Hole, HoleKind
from tequio_standards.vc.terms import escape

_SPLIT: Final = re.compile(f"({MARK.pattern.replace('(', '(?:')})")
_BETWEEN: Final = "\0"  # no value holds one: texts have it escaped, the other kinds exclude it

Splice = Callable[[Sequence[bytes]], bytes]
Parts = list[str]  # fixed text, mark, fixed text, …


def splice(text: str, holes: Sequence[Hole]) -> Splice:
    """`text` with values for its marks: one format and one lookup, both done by the interpreter's own C."""
    places = {hole.mark: num for num, hole in enumerate(holes)}
    parts = _SPLIT.split(text)
    form = "".join("%b" if num % 2 else part.replace("%", "%%") for num, part in enumerate(parts)).encode()
    wanted = [places[mark] for mark in parts[1::2]]
    pick: Callable[[Sequence[bytes]], Any] = itemgetter(*wanted)  # Any: one value or a tuple of them
    return lambda values: form % pick(values)


def splice_quads(canonical: str, holes: Sequence[Hole]) -> Callable[[Sequence[str]], bytes]:
    """The canonical N-Quads of a pattern → the canonical N-Quads for any values."""
    lines = [_SPLIT.split(line) for line in sorted(canonical.split("\n")[:-1])]
    groups = list(_groups(lines))
    loose = [num for num, (settled, _) in enumerate(groups) if not settled]
    whole = splice(_BETWEEN.join(text for _, text in groups), holes)
    literals = [num for num, hole in enumerate(holes) if hole.kind is HoleKind.TEXT]

    def fill(values: Sequence[str]) -> bytes:
        spliced = list(values)
        for num in literals:
            spliced[num] = escape(spliced[num])
        parts = whole([value.encode("utf-8") for value in spliced]).split(b"\0")
        for num in loose:
            parts[num] = _sorted(parts[num])
        return b"".join(parts)

    return fill


def _sorted(lines: bytes) -> bytes:
    """Equal lines are one statement. UTF-8 sorts as code points do; no value holds a line feed."""
    return b"\n".join((*sorted({*lines.split(b"\n")} - {b""}), b""))


def _groups(lines: Sequence[Parts]) -> Iterator[tuple[bool, str]]:
    """The lines as texts by turns: those that stay in their place, and those that may swap among themselves."""
    stretches = list(_stretches(lines))
    for settled, group in groupby(stretches, key=lambda stretch: len(stretch) == 1):
        if settled:
            yield True, "".join(_line(parts) for (parts,) in group)
        else:
            yield from ((False, "".join(map(_line, stretch))) for stretch in group)


def _line(parts: Parts) -> str:
    return "".join(parts) + "\n"


def _stretches(lines: Sequence[Parts]) -> Iterator[Sequence[Parts]]:
    """Cut wherever all lines before stay below all lines after, whatever the values."""
    begin, reach = 0, 0
    for num, line in enumerate(lines):
        swaps = [later for later in range(num + 1, len(lines)) if not _stays_below(line, lines[later])]
        reach = max(reach, num, *swaps)
        if reach == num:
            yield lines[begin : num + 1]
            begin = num + 1


def _stays_below(low: Parts, high: Parts) -> bool:
    """Whether the first difference lies in fixed text, with nothing before it but equal text and equal holes."""
    for num, (one, other) in enumerate(zip(low, high, strict=False)):
        if one != other:
            is_text = num % 2 == 0
            return is_text and one < other and not other.startswith(one)
    return False
