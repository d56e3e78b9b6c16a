"""What the desk may answer, said beforehand: whoever relies on certificates learns the six words once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from tequio.web.verify.pages.checks import ICONS, CheckLine
from tequio.web.verify.pages.sentences import PLAIN, WORDS

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_TOLD: tuple[tuple[str, str, _StrPromise], ...] = (
    ("genuine", "good", _("Nothing was changed and it is valid today.")),
    ("revoked", "bad", _("The issuer took this certificate back. It does not stand any more.")),
    ("expired", "bad", _("It was genuine, but its time is over.")),
    ("tampered", "bad", PLAIN["tampered"]),
    ("name_differs", "bad", PLAIN["name_differs"]),
    ("issuer_unknown", "note", PLAIN["issuer_unknown"]),
)


def possible_answers() -> tuple[CheckLine, ...]:
    return tuple(CheckLine(tone, ICONS[tone], str(WORDS[code]), str(said), "") for code, tone, said in _TOLD)
