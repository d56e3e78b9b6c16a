"""JSON, XML and archives from strangers, read safely: limits, duplicate keys, entities, paths."""

from tequio_standards.strict.canonical import jcs
from tequio_standards.strict.errors import DuplicateKey, Malformed, StrictError, TooDeep, TooLarge, Unsafe
from tequio_standards.strict.jsontext import load_json

__all__ = [
    "DuplicateKey",
    "Malformed",
    "StrictError",
    "TooDeep",
    "TooLarge",
    "Unsafe",
    "jcs",
    "load_json",
]
