"""Why a statement was refused: which clause, and where in the document."""

from __future__ import annotations


class InvalidStatement(ValueError):
    """A statement that breaks `clause` (of xAPI Part Two) at `pointer` (RFC 6901)."""

    def __init__(self, clause: str, pointer: str, message: str) -> None:
        super().__init__(f"xAPI {clause}, at {pointer or '/'}: {message}")
        self.clause = clause
        self.pointer = pointer
        self.message = message
