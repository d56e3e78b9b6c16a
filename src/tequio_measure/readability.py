"""How hard a text is to read: Szigriszt-Pazos for Spanish, Flesch for English. Advice for authors, never a verdict.

Szigriszt-Pazos (1993): 206.835 - 62.3 * syllables/words - words/sentences; read by the INFLESZ scale (Barrio, 2008).
Flesch (1948):          206.835 - 84.6 * syllables/words - 1.015 * words/sentences.
Syllables are counted by hyphenation patterns (pyphen) and, within what those leave together, by vowels: exact for
most of Spanish; in English a score is good to a few points, no more.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import pyphen

_MARKUP = re.compile(
    r"`[^`]*`|!?\[([^\]]*)\]\([^)]*\)|<[^>]{0,200}>|https?://\S+|^[ \t]*(?:#+|>|[-*+]|\d+\.)[ \t]", re.M
)
_SENTENCE_END = re.compile(
    r"(?<=[.!?…])[\"'»”’)]*\s+(?=[\"'«“‘(¿¡]*[A-ZÁÉÍÓÚÜÑ0-9])|\n\s*\n|(?<=[:;])\s*\n|\n(?=\s*\S)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NUCLEUS_ES = re.compile(r"[aeoáéíóú]")  # a strong vowel or a stressed weak one carries a syllable of its own
_WEAK_ES = re.compile(r"[iuüy]")
_NUCLEUS_EN = re.compile(r"[aeiouy]+(?<!^y)|^y$")
_SILENT_EN = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouysxz])es$")
HARDEST = 3


@dataclass(frozen=True, slots=True)
class Formula:
    """206.835 less so much per syllable of a word and per word of a sentence."""

    name: str
    syllables: float
    words: float
    dictionary: str


FORMULAS = {
    "es": Formula("Szigriszt-Pazos", 62.3, 1.0, "es"),
    "en": Formula("Flesch", 84.6, 1.015, "en_GB"),
}


@dataclass(frozen=True, slots=True)
class Readability:
    """Score (0 hard to 100 easy, and beyond), what it was reckoned from, and the hardest sentences first."""

    score: float
    sentences: int
    words: int
    hardest: tuple[str, ...]
    syllables: int = 0
    formula: str = ""


class NoFormula(ValueError):
    """There is no formula for this language; a made-up number would mislead."""


def readability(text: str, language: str) -> Readability:
    """The readability of plain text or simple Markdown in `language` (es or en, with any region)."""
    formula = FORMULAS.get(language.split("-")[0])
    if formula is None:
        raise NoFormula(f"No readability formula for {language!r}; there are: {', '.join(FORMULAS)}.")
    sentences = _sentences(text)
    counts = [_counts(sentence, formula) for sentence in sentences]
    words, syllables = sum(c[0] for c in counts), sum(c[1] for c in counts)
    hardest = sorted(
        zip(sentences, counts, strict=True), key=lambda pair: _score(pair[1][0], pair[1][1], 1, formula)
    )
    return Readability(
        score=round(_score(words, syllables, len(sentences), formula), 1),
        sentences=len(sentences),
        words=words,
        hardest=tuple(sentence for sentence, _ in hardest[:HARDEST]),
        syllables=syllables,
        formula=formula.name,
    )


def syllables(word: str, language: str) -> int:
    """Syllables of one word, at least one."""
    return _syllables(word.lower(), FORMULAS[language.split("-")[0]].dictionary)


def _sentences(text: str) -> list[str]:
    plain = _MARKUP.sub(lambda found: found[1] or " ", unicodedata.normalize("NFC", text)).replace("*", "")
    parts = (" ".join(part.split()) for part in _SENTENCE_END.split(plain))
    return [part for part in parts if part and _WORD.search(part)]


def _counts(sentence: str, formula: Formula) -> tuple[int, int]:
    words = _WORD.findall(sentence)
    return len(words), sum(_syllables(word.lower(), formula.dictionary) for word in words)


def _score(words: int, syllables: int, sentences: int, formula: Formula) -> float:
    """A text without words is as easy as can be: there is nothing to read."""
    if not words or not sentences:
        return 206.835
    return 206.835 - formula.syllables * syllables / words - formula.words * words / sentences


@lru_cache(maxsize=4096)
def _syllables(word: str, dictionary: str) -> int:
    parts = _hyphens(dictionary).inserted(word, "\u00ad").split("\u00ad")
    if dictionary == "es":
        return max(1, sum(len(_NUCLEUS_ES.findall(part)) or bool(_WEAK_ES.search(part)) for part in parts))
    return max(len(parts), len(_NUCLEUS_EN.findall(_SILENT_EN.sub("", word))), 1)


@lru_cache(maxsize=4)
def _hyphens(dictionary: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang=dictionary, left=1, right=1)
