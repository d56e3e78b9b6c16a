"""What a catalogue's entries get wrong: placeholders, plural forms, pieces of sentences, words that are not ours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.house.language import Fault
from tests.house.language.sentences import is_piece
from tests.house.language.words import english_faults, spanish_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polib

_PLACEHOLDER = re.compile(r"%\(\w+\)[-+0-9.]*\w|\{\w*\}")
_FORMS = re.compile(r"nplurals\s*=\s*(\d+)")


def faults(catalogue: polib.POFile, where: str) -> Iterator[Fault]:
    """Everything in one catalogue that breaks a rule."""
    forms = _FORMS.search(catalogue.metadata.get("Plural-Forms", ""))
    if forms is None:
        yield Fault("plural", where, "The header says no Plural-Forms.")
    for entry in (entry for entry in catalogue if not entry.obsolete):
        for rule, what in _entry(entry, int(forms[1]) if forms else 2):
            yield Fault(rule, where, what)


def _entry(entry: polib.POEntry, forms: int) -> Iterator[tuple[str, str]]:
    texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if not _same_placeholders(entry, texts):
        yield "placeholders", entry.msgid
    if entry.msgid_plural and not _all_forms(entry, forms):
        yield "plural", entry.msgid
    if is_piece(entry.msgid):
        yield "fragment", entry.msgid
    for word in english_faults(entry.msgid) | english_faults(entry.msgid_plural or ""):
        yield "words", f"{word}: {entry.msgid}"
    for word in {word for text in texts for word in spanish_faults(text)}:
        yield "words", f"{word}: {' / '.join(texts)}"


def _same_placeholders(entry: polib.POEntry, texts: list[str]) -> bool:
    """The form for one may leave its number out ("un reactivo"); no text may know more than the English."""
    wanted = _placeholders(entry.msgid_plural or entry.msgid)
    if not entry.msgid_plural:
        return _placeholders(texts[0]) == wanted
    return all(_placeholders(text) <= wanted for text in texts)


def _all_forms(entry: polib.POEntry, forms: int) -> bool:
    """As many forms as the header promises, none empty, and each but the one for one says its number."""
    said = [entry.msgstr_plural.get(form, "") for form in range(forms)]
    wanted = _placeholders(entry.msgid_plural)
    return all(said) and all(_placeholders(text) == wanted for text in said[1:])


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text.replace("%%", "")))
