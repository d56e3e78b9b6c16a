"""Sign-in codes: eight characters that survive being read aloud, copied by hand and typed on a small phone.

Crockford's base 32 without V, which sounds like B in Spanish. That leaves 31 characters, a prime number, so one
check character (weights 1..8, modulo 31) catches every single wrong character and every swap of two.
"""

from __future__ import annotations

from tequio.kit import ids

ALPHABET = ids.ALPHABET.replace("V", "")
LENGTH = 8
_WORTH = {character: worth for worth, character in enumerate(ALPHABET)}


def new_code() -> str:
    """A random code whose last character is its check."""
    body = "".join(ALPHABET[ids.pick_index(len(ALPHABET))] for _ in range(LENGTH - 1))
    return body + _check(body)


def read(text: str) -> str:
    """The code someone typed, with blanks, hyphens, case and look-alikes forgiven; empty when it has a mistake."""
    code = _forgive(text)
    sound = len(code) == LENGTH and all(ch in _WORTH for ch in code) and _check(code[:-1]) == code[-1]
    return code if sound else ""


def read_part(text: str) -> str:
    """Part of a code, as a facilitator may type its tail; empty when no code can hold it."""
    part = _forgive(text)
    return part if part and len(part) <= LENGTH and all(ch in _WORTH for ch in part) else ""


def grouped(code: str) -> str:
    """The code as it is printed and said: two groups of four."""
    return f"{code[:4]}-{code[4:]}"


def _forgive(text: str) -> str:
    return ids.normalise_code(text).replace("V", "B")


def _check(body: str) -> str:
    # Solves sum(weight * worth) = 0 modulo 31 for the character with weight 8; 4 is the inverse of 8.
    total = sum(weight * _WORTH[character] for weight, character in enumerate(body, start=1))
    return ALPHABET[-total * 4 % len(ALPHABET)]
