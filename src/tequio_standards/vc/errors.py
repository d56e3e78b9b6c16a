"""The one exception of this package: a code that stays, a sentence, and where."""


class CredentialError(ValueError):
    """Refused; `code` is stable (`context_not_allowed`, `unsigned_data`, `too_complex`, …)."""

    def __init__(self, code: str, message: str, *, pointer: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.pointer = pointer
