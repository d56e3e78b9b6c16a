"""What is human text, and what is but a piece of a sentence."""

from __future__ import annotations

import re

_LETTER = re.compile(r"[^\W\d_]")
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;:.…]? (?:[^\W\d_]|%\(|\{)|(?:%\(\w+\)[sd]|\}) [^\W\d_]{2,}")
_MARKUP = re.compile(r"<[^<>]*(?:>|$)")
_LABEL = re.compile(r"[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñü]+")
# Not "in", "on", "by", "for": verbs ("Sign in") and labels of facts ("Valid from") may end so.
_OPEN_END = re.compile(
    r"\b(?:a|an|the|of|to|at|with|and|or|your|my|un|una|el|la|los|las|de|del|con|y|tu|mi)$", re.IGNORECASE
)
_CLOSED = re.compile(r"[.!?:;…)»”\"]$")
# Up to three words may begin small: a state ("not passed yet"), a unit.
_SMALL_START = re.compile(r"^[a-záéíóúñ]+(?: [^\W\d_]+){3,}")


def has_letters(text: str) -> bool:
    return bool(_LETTER.search(text))


def is_sentence(text: str) -> bool:
    """Two words beside each other, markup aside: more than a key or a name of something."""
    return bool(_TWO_WORDS.search(_MARKUP.sub("", text)))


def is_label(text: str) -> bool:
    """A single word as pages write it: "Name"."""
    return bool(_LABEL.fullmatch(text))


def is_for_people(text: str) -> bool:
    return is_sentence(text) or is_label(text)


def is_piece(msgid: str) -> bool:
    """Whether a msgid begins or ends in the middle of a sentence."""
    text = msgid.strip()
    padded = bool(text) and "\n" not in msgid and msgid != text
    return padded or bool(_OPEN_END.search(text) and " " in text) or bool(_SMALL_START.match(text))


def is_closed(text: str) -> bool:
    return bool(_CLOSED.search(text.strip()))


def begins_small(text: str) -> bool:
    return text.strip()[:1].islower()
