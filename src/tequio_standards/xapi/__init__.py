"""Experience API statements: bytes and dicts to frozen dataclasses and back (xAPI 1.0.3 and 2.0, Part Two)."""

from tequio_standards.xapi import verbs
from tequio_standards.xapi.errors import InvalidStatement
from tequio_standards.xapi.parse import parse
from tequio_standards.xapi.values import Account, Activity, Context, Result, Score, Statement

__all__ = [
    "Account",
    "Activity",
    "Context",
    "InvalidStatement",
    "Result",
    "Score",
    "Statement",
    "parse",
    "verbs",
]
