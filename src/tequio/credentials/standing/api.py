"""The door to a credential's standing: pause it, give it back, correct the name on it. Revoking is `api.revoke`."""

from tequio.credentials.standing.correcting import CorrectionRefused, correct
from tequio.credentials.standing.pausing import SuspensionRefused, reinstate, suspend, suspended

__all__ = [
    "CorrectionRefused",
    "SuspensionRefused",
    "correct",
    "reinstate",
    "suspend",
    "suspended",
]
