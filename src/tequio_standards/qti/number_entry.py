"""Numbers as people type them: 1,5 and 1.5, 1 500 and 1,500. Read by language, and said back as they were read."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction

MAX_LENGTH = 40
# Where a comma with three digits after it splits off decimals. es alone is es-MX here: 1,500 is fifteen hundred.
DECIMAL_COMMA = frozenset(
    {"es-ES", "es-AR", "es-BO", "es-CL", "es-CO", "es-CR", "es-EC", "es-PY", "es-UY", "es-VE"}
    | {"pt", "fr", "de", "it", "nl", "pl", "ru", "ca", "gl", "eu"}
)
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_BLANKS = re.compile(r"(?<=\d)[\s'’_](?=\d{3}(?!\d))")
_SHAPE = re.compile(r"[+-]?(?:\d[\d.,]*|[.,]\d+)")


@dataclass(frozen=True, slots=True)
class NumberReading:
    """What was typed and how it was read; `value` is None when it is no number we can read."""

    typed: str
    value: Fraction | None
    said: str = ""

    @property
    def ambiguous(self) -> bool:
        """Whether another reader might take it for another number, so that saying it back matters."""
        return self.value is not None and self.said != self.typed.strip()


def read_number(typed: str, language: str) -> NumberReading:
    """The number in `typed`. One mark is decimal unless it groups thousands in `language`; of two, the last is."""
    plain = _plain(typed)
    if plain is None:
        return NumberReading(typed, None)
    sign, digits = (plain[0], plain[1:]) if plain[0] in "+-" else ("", plain)
    normal = _normal(digits, decimal_comma=_comma_is_decimal(language))
    if normal is None:
        return NumberReading(typed, None)
    value = Fraction(("-" if sign == "-" else "") + normal)
    return NumberReading(typed, value, say_number(value, language))


def say_number(value: Fraction, language: str) -> str:
    """A finite decimal fraction in figures, with the decimal mark of `language` and no grouping."""
    whole, rest = divmod(abs(value), 1)
    figures = ""
    while rest and len(figures) < MAX_LENGTH:
        digit, rest = divmod(rest * 10, 1)
        figures += str(digit)
    mark = "," if _comma_is_decimal(language) else "."
    return ("-" if value < 0 else "") + str(whole) + (mark + figures if figures else "")


def _comma_is_decimal(language: str) -> bool:
    return language in DECIMAL_COMMA or language.split("-")[0] in DECIMAL_COMMA


def _plain(typed: str) -> str | None:
    """ASCII digits and marks only: other scripts' digits and signs brought home, grouping blanks taken out."""
    if len(typed) > MAX_LENGTH:
        return None
    text = "".join(_ascii(ch) for ch in unicodedata.normalize("NFKC", typed)).strip()
    text = _BLANKS.sub("", text)
    return text if _SHAPE.fullmatch(text) else None


def _ascii(ch: str) -> str:
    if ch in "−–﹣－":
        return "-"
    digit = unicodedata.decimal(ch, None)
    return ch if digit is None else str(digit)


def _normal(digits: str, *, decimal_comma: bool) -> str | None:
    """`digits` with a point as decimal mark and no grouping, or None when the marks make no sense."""
    marks = [ch for ch in digits if ch in ".,"]
    if not marks:
        return digits
    if len(set(marks)) == 2:
        return _two_marks(digits)
    if len(marks) == 1 and not _groups(digits, decimal_comma=decimal_comma):
        return digits.replace(",", ".") if digits[-1] not in ".," else None
    return digits.replace(marks[0], "") if _GROUPED.fullmatch(digits) else None


def _groups(digits: str, *, decimal_comma: bool) -> bool:
    grouping = "." if decimal_comma else ","
    return grouping in digits and _GROUPED.fullmatch(digits) is not None


def _two_marks(digits: str) -> str | None:
    last = max(digits.rfind("."), digits.rfind(","))
    whole, fraction = digits[:last], digits[last + 1 :]
    if digits[last] in whole or not fraction or not _GROUPED.fullmatch(whole):
        return None
    return f"{re.sub('[.,]', '', whole)}.{fraction}"
