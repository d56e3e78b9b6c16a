"""What the sources say and what the catalogues know, held against each other."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tests.house.catalogues import Message, key_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import polib


def missing(said: Sequence[Message], known: Sequence[polib.POEntry]) -> list[str]:
    """Messages without a translation."""
    translated = {key_of(entry) for entry in known if entry.translated()}
    return sorted({f"{m.where}: {m.msgid}" for m in said if m.key not in translated})


def missing_plurals(said: Sequence[Message], known: Sequence[polib.POEntry]) -> list[Message]:
    plurals = {key_of(entry): entry.msgid_plural for entry in known}
    return [m for m in said if m.plural and plurals.get(m.key) != m.plural]


def stale(said: Sequence[Message], known: Sequence[polib.POEntry]) -> list[str]:
    """Translations of what nobody says any more."""
    alive = {m.key for m in said}
    return [entry.msgid for entry in known if key_of(entry) not in alive]


def doubled(known: Sequence[polib.POEntry]) -> list[str]:
    """Messages with two translations: which one shows would depend on the order of catalogues."""
    texts = defaultdict(set)
    for entry in known:
        texts[(entry.msgctxt, entry.msgid)].add(entry.msgstr)
    return [msgid for (_, msgid), found in texts.items() if len(found) > 1]


def untouched(known: Sequence[polib.POEntry], allowed: Collection[str]) -> list[str]:
    """Entries whose translation is the English again, outside the list of those that may."""
    same = {entry.msgid for entry in known if entry.msgid in (entry.msgstr, *entry.msgstr_plural.values())}
    return sorted(same - set(allowed))
