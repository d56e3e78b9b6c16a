"""Refusals of the people wall, each with the sentence that says how to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.kit.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping


class FieldsRefused(Refused):
    """Some fields of a form cannot be taken; `fields` maps each field's name to its sentence."""

    code: ClassVar[str] = "fields_refused"

    def __init__(self, fields: Mapping[str, str]) -> None:
        super().__init__(" ".join(fields.values()))
        self.fields = dict(fields)


class WrongSecret(Refused):
    """Code and secret do not belong together. It never says which of them is wrong."""

    code: ClassVar[str] = "wrong_secret"

    def __init__(self) -> None:
        super().__init__(_("This code and this secret do not go together. Check both and try again."))


class PinNeedsDevice(Refused):
    """A PIN was typed where PINs do not work."""

    code: ClassVar[str] = "pin_needs_device"

    def __init__(self) -> None:
        super().__init__(
            _(
                "A PIN works only on a device where you have signed in before. "
                "Here, sign in with your code and your password, or with the secret printed on your card. "
                "If you have neither, or your card no longer works, ask your facilitator for a new card."
            )
        )


class MustWait(Refused):
    """Too many wrong tries: the next one waits. Nothing is lost meanwhile. Answer 429."""

    code: ClassVar[str] = "must_wait"

    def __init__(self, seconds: int) -> None:
        super().__init__(_wait_sentence(seconds))
        self.seconds = seconds


def _wait_sentence(seconds: int) -> str:
    minutes = -(-seconds // 60)
    return ngettext(
        "There were several wrong tries. Wait %(minutes)d minute and try again. Nothing of yours is lost.",
        "There were several wrong tries. Wait %(minutes)d minutes and try again. Nothing of yours is lost.",
        minutes,
    ) % {"minutes": minutes}
