"""What can be wrong with bytes from a stranger; each error says where."""

from typing import ClassVar


class StrictError(ValueError):
    """The bytes are refused; `code` is stable, `pointer` is a JSON pointer or a path inside the container."""

    code: ClassVar[str] = "malformed"

    def __init__(self, message: str, *, pointer: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.pointer = pointer


class TooLarge(StrictError):
    """More bytes, members or values than allowed."""

    code = "too_large"


class TooDeep(StrictError):
    """Nested deeper than allowed."""

    code = "too_deep"


class DuplicateKey(StrictError):
    """An object says the same key twice, so two readers may see two documents (RFC 8259 §4)."""

    code = "duplicate_key"


class Malformed(StrictError):
    """Not the format it claims to be."""

    code = "malformed"


class Unsafe(StrictError):
    """Well-formed, but it reaches outside: entities, paths that climb, links, devices, bombs."""

    code = "unsafe"
