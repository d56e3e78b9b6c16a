"""JSON Canonicalization Scheme (RFC 8785): one sequence of bytes for one value."""

import json
import math
import re
from typing import Any

from tequio_standards.strict.errors import Malformed

_LARGEST_EXACT = 2**53 - 1  # RFC 7493 §2.2
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TO_ESCAPE = re.compile(r'[\x00-\x1f"\\]')
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


# Any: a JSON document can be any JSON value.
def jcs(value: Any) -> bytes:
    """Serialise `value` (RFC 8785 §3.2); raise Malformed for what JSON cannot carry exactly."""
    parts: list[str] = []
    _write(value, parts)
    return "".join(parts).encode("utf-8")


def _write(value: Any, parts: list[str]) -> None:
    if isinstance(value, str):
        parts.append(_string(value))
    elif isinstance(value, dict):
        _write_object(value, parts)
    elif isinstance(value, list | tuple):
        _write_array(value, parts)
    else:
        parts.append(_atom(value))


def _write_object(value: dict[Any, Any], parts: list[str]) -> None:
    if not all(isinstance(key, str) for key in value):
        raise Malformed("A key of an object is not a text.")
    parts.append("{")
    for num, key in enumerate(sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))):
        parts.append(("," if num else "") + _string(key) + ":")
        _write(value[key], parts)
    parts.append("}")


def _write_array(value: list[Any] | tuple[Any, ...], parts: list[str]) -> None:
    parts.append("[")
    for num, member in enumerate(value):
        if num:
            parts.append(",")
        _write(member, parts)
    parts.append("]")


def _atom(value: Any) -> str:
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        return _integer(value)
    if isinstance(value, float):
        return _double(value)
    raise Malformed(f"{type(value).__name__} is not a JSON value.")


def _string(text: str) -> str:
    if _LONE_SURROGATE.search(text):
        raise Malformed("Half of a surrogate pair is not a character (RFC 8785 §3.2.2.2).")
    return '"' + _TO_ESCAPE.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04x}"), text) + '"'


def _integer(value: int) -> str:
    if abs(value) > _LARGEST_EXACT:
        raise Malformed(f"The integer {value} cannot be kept exactly by every reader (RFC 7493 §2.2).")
    return str(value)


def _double(value: float) -> str:
    """ECMAScript Number::toString; Python's repr finds the same shortest digits, only the layout differs."""
    if not math.isfinite(value):
        raise Malformed("NaN and Infinity are not JSON (RFC 8785 §3.2.2.3).")
    if value == 0:
        return "0"
    sign = "-" if value < 0 else ""
    digits, point = _digits(abs(value))
    return sign + _layout(digits, point)


def _digits(value: float) -> tuple[str, int]:
    """The significant digits, and where the decimal point stands counted from their left."""
    mantissa, _, exponent = repr(value).partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = (whole + fraction).lstrip("0")
    point = len(whole) + int(exponent or 0) - (len(whole + fraction) - len(digits))
    return digits.rstrip("0"), point


def _layout(digits: str, point: int) -> str:
    count = len(digits)
    if count <= point <= 21:
        return digits + "0" * (point - count)
    if 0 < point <= 21:
        return f"{digits[:point]}.{digits[point:]}"
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    tail = f".{digits[1:]}" if count > 1 else ""
    return f"{digits[0]}{tail}e{point - 1:+d}"
