"""The door of opening: invite whoever runs the server, keep what they answer, spend it once."""

from tequio.people.opening.invitation import (
    GOOD_FOR,
    answer,
    answers,
    invite,
    is_open,
    spend,
    stands,
    take,
    waits,
)

__all__ = ["GOOD_FOR", "answer", "answers", "invite", "is_open", "spend", "stands", "take", "waits"]
