"""JSON read the narrow way: limits before parsing, no duplicate keys, only what RFC 8259 and I-JSON allow."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from tequio_standards.strict.errors import DuplicateKey, Malformed, TooDeep, TooLarge

# The closing quote is optional, so that an unclosed string eats the rest: without it the scan is quadratic.
_STRING_OR_BRACKET = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]++|[\]}]++', re.DOTALL)
_SURROGATE_ESCAPE = re.compile(rb"\\u[dD][89a-fA-F]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


# Any: a JSON document can be any JSON value.
def load_json(data: bytes, *, max_bytes: int = 256_000, max_depth: int = 32) -> Any:
    """Parse `data` or raise TooLarge, TooDeep, DuplicateKey, Malformed. Size and depth are judged before parsing."""
    if len(data) > max_bytes:
        raise TooLarge(f"The text has {len(data)} bytes; at most {max_bytes} are read.")
    _refuse_depth(data, max_depth)
    objects = _Objects()
    value = _parse(data, objects)
    if objects.repeated:
        _refuse_repeated(value, objects.repeated)
    if _SURROGATE_ESCAPE.search(data):
        _refuse_lone_surrogates(value)
    return value


class _Objects:
    """The parser's hook. It is not told where an object stands, so repeated ones are found again afterwards."""

    def __init__(self) -> None:
        self.repeated: dict[int, str] = {}

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            counts = Counter(key for key, _ in pairs)  # once through: an object may have 30,000 keys
            self.repeated[id(found)] = next(key for key, count in counts.items() if count > 1)
        return found


def _parse(data: bytes, objects: _Objects) -> Any:
    try:
        return json.loads(
            data.decode("utf-8"), object_pairs_hook=objects, parse_constant=_constant, parse_float=_float
        )
    except UnicodeDecodeError as cause:
        raise Malformed(f"Not UTF-8 at byte {cause.start}.") from cause
    except (json.JSONDecodeError, RecursionError) as cause:
        raise Malformed(f"Not JSON: {cause}.") from cause
    except Malformed:
        raise
    except ValueError as cause:  # int() refuses more than 4,300 digits
        raise Malformed("A number has too many digits.") from cause


def _constant(name: str) -> NoReturn:
    raise Malformed(f"{name} is not JSON (RFC 8259 §6).")


def _float(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise Malformed(f"The number {text[:40]} is too large for a double.")
    return number


def _refuse_depth(data: bytes, max_depth: int) -> None:
    depth = 0
    for token in _STRING_OR_BRACKET.finditer(data):
        start, end = token.span()
        if data[start] in b"[{":
            depth += end - start
        elif data[start] in b"]}":
            depth -= end - start
        if depth > max_depth:
            raise TooDeep(f"Nested deeper than {max_depth} levels at byte {start}.")


def _refuse_repeated(value: Any, repeated: dict[int, str]) -> None:
    for pointer, node in _walk(value):
        if id(node) in repeated:
            key = repeated[id(node)]
            raise DuplicateKey(
                f"The key “{key}” occurs twice in one object.", pointer=f"{pointer}/{_escape(key)}"
            )
    raise DuplicateKey("A key occurs twice in one object, inside a value that is itself repeated.")


def _refuse_lone_surrogates(value: Any) -> None:
    for pointer, node in _walk(value):
        texts = (node,) if isinstance(node, str) else tuple(node) if isinstance(node, dict) else ()
        if any(_LONE_SURROGATE.search(text) for text in texts):
            raise Malformed("Half of a surrogate pair is not a character (RFC 7493 §2.1).", pointer=pointer)


def _walk(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    yield pointer, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _walk(child, f"{pointer}/{_escape(key)}")
    elif isinstance(value, list):
        for num, child in enumerate(value):
            yield from _walk(child, f"{pointer}/{num}")


def _escape(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
