"""Making a check: code and named values become its English sentence."""

from datetime import datetime

from tequio_standards.badges.report import Check, State
from tequio_standards.badges.sentences import SENTENCES


def say(
    name: str, state: State, code: str, at: datetime | None, /, *, required: bool = True, **args: str
) -> Check:
    """The check `name` with its sentence filled in."""
    return Check(name, state, code, SENTENCES[code].format(**args), args, at, required)
