"""The language linter: what pages say comes from the catalogues, in whole sentences, in our words.

Its rules, and what to write instead, stand in docs/languages.md.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One breach of a rule: where, and the text that breaks it."""

    rule: str
    where: str
    what: str
