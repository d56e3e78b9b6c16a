"""Secrets: the PIN or password a person chooses, and the one printed on the card. Only hashes are kept."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tequio.kit import ids
from tequio.people.models import Person

if TYPE_CHECKING:
    from collections.abc import Iterator

CARD_LENGTH = 12  # 60 bits, behind a slow hash
_PIN_LENGTHS = range(4, 9)
_PASSWORD_LENGTHS = range(10, 129)
_DIGITS = "01234567890"


class Shape(Enum):
    """What a typed secret can be."""

    PIN = "pin"
    PASSWORD = "password"  # noqa: S105 - a name, not a secret
    NEITHER = "neither"


def shape(secret: str) -> Shape:
    """A PIN is 4 to 8 digits, a password at least 10 characters."""
    if secret.isascii() and secret.isdigit() and len(secret) in _PIN_LENGTHS:
        return Shape.PIN
    return Shape.PASSWORD if len(secret) in _PASSWORD_LENGTHS else Shape.NEITHER


def problem(secret: str) -> str:
    """Why `secret` cannot be chosen, as a sentence that says what to do; empty when it can."""
    match shape(secret):
        case Shape.PIN:
            return (
                _("This PIN is too easy to guess. Avoid rows such as 1234 or 0000.")
                if _is_row(secret)
                else ""
            )
        case Shape.PASSWORD:
            return _common(secret)
        case Shape.NEITHER:
            return _("Choose a PIN of 4 to 8 digits, or a password of at least 10 characters.")


def _is_row(pin: str) -> bool:
    return len(set(pin)) == 1 or pin in _DIGITS or pin in _DIGITS[::-1]


def _common(password: str) -> str:
    try:
        CommonPasswordValidator().validate(password)
    except ValidationError:
        return _("Many people use this password, so it is the first that thieves try. Choose another.")
    return ""


def keep(row: Person, secret: str) -> None:
    """Put the hash of a chosen secret on `row`, without saving it."""
    row.password = make_password(secret)
    row.secret_kind = shape(secret).value


def kill(row: Person) -> None:
    """Make every secret of `row` useless, without saving it; sessions that began with them end too."""
    row.set_unusable_password()
    row.secret_kind = Person.SecretKind.NONE
    row.card_secret = ""


def new_card_secret(row: Person) -> str:
    """A fresh secret for the printed card, in groups of four; its hash is on `row`, unsaved."""
    secret = ids.new_code(CARD_LENGTH)
    row.card_secret = make_password(secret)
    return "-".join(secret[start : start + 4] for start in range(0, CARD_LENGTH, 4))


def opens(row: Person | None, secret: str) -> bool:
    """Whether `secret` is one of this person's; for nobody it takes as long and is False."""
    return any(_checks(row, secret))


def _checks(row: Person | None, secret: str) -> Iterator[bool]:
    kind = shape(secret).value
    card = ids.normalise_code(secret)
    if len(card) == CARD_LENGTH:
        yield check_password(card, row.card_secret if row else "")
    yield check_password(secret, row.password if row and row.secret_kind == kind else "")
