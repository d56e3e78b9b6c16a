"""Errors a person can act on: a stable code for programs and a sentence that says how to put it right."""

from __future__ import annotations

from typing import ClassVar


class TequioError(Exception):
    """Any refusal by the house. `str(error)` is the (translatable) sentence; `code` never changes."""

    code: ClassVar[str] = "error"


class NotFound(TequioError):
    """There is no such thing, or the asker may not know of it: answer 404."""

    code = "not_found"


class NotAllowed(TequioError):
    """The asker is known and may not do this: answer 403."""

    code = "not_allowed"


class Refused(TequioError):
    """The input or the state forbids it; the sentence says what to change: answer 400 or 409."""

    code = "refused"
