"""What checking a credential yields: a list of checks and an outcome, never one boolean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any, Final


class State(StrEnum):
    """How one check came out. Unknown, not checked and stale are three different silences."""

    OK = "ok"
    FAILED = "failed"
    NOT_CHECKED = "not_checked"
    UNKNOWN = "unknown"
    STALE = "stale"


class Outcome(StrEnum):
    """The whole, for programs; people read the checks."""

    OK = "ok"
    FAILED = "failed"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"


EXIT_CODES: Final[Mapping[Outcome, int]] = {
    Outcome.OK: 0,
    Outcome.FAILED: 1,
    Outcome.UNREADABLE: 2,
    Outcome.UNKNOWN: 3,
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `code` and `args` are for translating; `message` is the English sentence."""

    name: str
    state: State
    code: str
    message: str
    args: Mapping[str, str] = field(default_factory=dict)
    checked_at: datetime | None = None
    required: bool = True


@dataclass(frozen=True, slots=True)
class Report:
    """All checks. `document` is what was signed, and None unless the signature is genuine and the issuer's own."""

    outcome: Outcome
    checks: tuple[Check, ...]
    document: dict[str, Any] | None = None  # Any: a credential is JSON that others extend
    demonstration: bool = False

    @property
    def exit_code(self) -> int:
        """0 ok, 1 forged, revoked or expired, 2 unreadable, 3 issuer or status unknown."""
        return EXIT_CODES[self.outcome]

    @property
    def deciding(self) -> Check:
        """The check that decided the outcome: what the one plain sentence on top says."""
        order = (State.FAILED, State.UNKNOWN, State.STALE, State.NOT_CHECKED, State.OK)
        return min(self.checks, key=lambda check: (not check.required, order.index(check.state)))

    def check(self, name: str) -> Check:
        """The check of this name."""
        return next(check for check in self.checks if check.name == name)
