"""From one credential to its pattern: what everybody who earns the achievement has in common, and holes for the rest."""

import copy
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from tequio_standards.badges.holes import MARK, Hole, HoleKind, Json
from tequio_standards.vc import CredentialError

_UUID_AT_END: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_NUMBER_AT_END: Final = re.compile(r"(?<=/)(?:0|[1-9]\d{0,11})\Z", re.ASCII)


def factor(document: Json) -> tuple[Json, tuple[Hole, ...], tuple[str, ...]]:
    """The pattern of an unsigned credential, its holes, and the values this learner has in them.

    Two credentials of one achievement that differ only in such values have equal patterns.
    """
    cutter = _Cutter(copy.deepcopy(document))
    cutter.credential()
    _refuse_marks(document, cutter.values)
    return cutter.pattern, tuple(cutter.holes), tuple(cutter.values)


class _Cutter:
    """Cuts the holes in one order, so that equal credentials have equal patterns."""

    def __init__(self, pattern: Json) -> None:
        self.pattern = pattern
        self.holes: list[Hole] = []
        self.values: list[str] = []

    def credential(self) -> None:
        subject = self.pattern.get("credentialSubject")
        if not isinstance(subject, dict) or not isinstance(self.pattern.get("id"), str):
            raise CredentialError("malformed", "A template needs one credential with an id and one subject.")
        self._names(subject)
        for name in ("validFrom", "validUntil", "awardedDate"):
            self._whole(self.pattern, name, HoleKind.MOMENT, name.lower())
        assurance = self.pattern.get("assurance")
        if isinstance(assurance, dict):
            self._whole(assurance, "asOf", HoleKind.MOMENT, "asof")
        for num, result in enumerate(_nodes(subject.get("result")), 1):
            self._whole(result, "value", HoleKind.TEXT, f"result{num}")
        for num, evidence in enumerate(_nodes(self.pattern.get("evidence")), 1):
            self._address(evidence, "id", f"evidence{num}", always=False)
        for num, entry in enumerate(_nodes(self.pattern.get("credentialStatus")), 1):
            self._place(entry, num)

    def _names(self, subject: Json) -> None:
        """The credential's id first: fragments of it are other nodes' ids."""
        before = self.pattern["id"]
        self._address(self.pattern, "id", "id")
        after = self.pattern["id"]
        _replace_prefix(self.pattern, f"{before}#", f"{after}#")
        self._address(subject, "id", "subject")
        self._whole(subject, "name", HoleKind.TEXT, "name")
        self._address(self.pattern, "supersedes", "supersedes")

    def _place(self, entry: Json, num: int) -> None:
        """Bitstring Status List §3.2: `id` is the list's address and the index."""
        url, index = entry.get("statusListCredential"), entry.get("statusListIndex")
        if entry.get("id") != f"{url}#{index}":
            return
        found = _NUMBER_AT_END.search(str(url))
        if found is not None:
            entry["statusListCredential"] = self._cut(str(url), found, HoleKind.NUMBER, f"list{num}")
        self._whole(entry, "statusListIndex", HoleKind.NUMBER, f"index{num}")
        entry["id"] = f"{entry['statusListCredential']}#{entry['statusListIndex']}"

    def _address(self, node: Json, name: str, key: str, *, always: bool = True) -> None:
        text = node.get(name)
        if not isinstance(text, str):
            return
        found = _UUID_AT_END.search(text)
        if found is not None:
            node[name] = self._cut(text, found, HoleKind.UUID, key)
        elif always:
            self._whole(node, name, HoleKind.ADDRESS, key)

    def _cut(self, text: str, found: re.Match[str], kind: HoleKind, key: str) -> str:
        self._add(Hole(key, kind), found[0])
        return text[: found.start()] + self.holes[-1].mark

    def _whole(self, node: Json, name: str, kind: HoleKind, key: str) -> None:
        if isinstance(node.get(name), str):
            self._add(Hole(key, kind), node[name])
            node[name] = self.holes[-1].mark

    def _add(self, hole: Hole, value: str) -> None:
        self.holes.append(hole)
        self.values.append(value)


def texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value, keys left out."""
    if isinstance(value, dict | list):
        for child in value.values() if isinstance(value, dict) else value:
            yield from texts(child)
    elif isinstance(value, str):
        yield value


def _refuse_marks(document: Json, values: Sequence[str]) -> None:
    """A value may hold anything: it is filled in last. A mark in what all share would pass for a hole."""
    if sum(map(_marks, texts(document))) != sum(map(_marks, values)):
        raise CredentialError("malformed", "A text holds “⟦…⟧”, which marks the holes of a template.")


def _marks(text: str) -> int:
    return len(MARK.findall(text))


def _nodes(value: Any) -> list[Json]:
    members = value if isinstance(value, list) else [value]
    return [member for member in members if isinstance(member, dict)]


def _replace_prefix(value: Any, before: str, after: str) -> None:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in list(pairs):
        if isinstance(child, str) and child.startswith(before):
            value[key] = after + child.removeprefix(before)
        else:
            _replace_prefix(child, before, after)
