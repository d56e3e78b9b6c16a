"""What the offline page may answer, in the language now active, with `{places}` that its script fills."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext

from tequio.credentials.advice import VERDICTS
from tequio.credentials.explaining import check_shown
from tequio.credentials.values import Verdict
from tequio_standards.badges import State
from tequio_standards.badges.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from tequio.credentials.values import CheckShown

# What a paper with a bundle can be found to be; the corpus of tests/standards/badges holds each.
ANSWERS = (
    *("genuine", "genuine_demo", "revoked", "suspended", "expired", "not_yet_valid", "tampered", "impostor"),
    *("unreadable", "issuer_unknown", "status_unknown", "status_stale", "not_sure"),
)
CHECKS: Mapping[str, Mapping[State, tuple[str, ...]]] = {
    "form": {State.OK: ("form_ok", "code_ok"), State.FAILED: ("malformed",)},
    "proof": {
        State.OK: ("proof_ok",),
        State.FAILED: ("proof_invalid", "signed_later", "key_out_of_period", "no_log_proof"),
        State.UNKNOWN: ("template_unknown", "key_not_available"),
    },
    "issuer_binding": {State.OK: ("issuer_bound",), State.FAILED: ("issuer_binding",)},
    "dates": {State.OK: ("dates_ok",), State.FAILED: ("not_yet_valid", "expired", "dates_reversed")},
    "status": {
        State.OK: ("status_good",),
        State.FAILED: ("revoked", "suspended"),
        State.STALE: ("status_stale", "bundle_stale"),
        State.UNKNOWN: ("status_untrusted", "status_kind_unknown"),
        State.NOT_CHECKED: ("status_not_available", "status_none"),
    },
    "issuer_known": {State.OK: ("issuer_known", "issuer_demo")},
    "log": {State.OK: ("log_witnessed",), State.FAILED: ("no_log_proof",)},
}
_PLACES = {
    name: f"{{{name}}}" for name in ("as_of", "valid_from", "valid_until", "name", "registry", "issuer")
}


@dataclass(frozen=True, slots=True)
class OfflineWords:
    """Every answer, and every check with the name and code by which the script asks for it."""

    verdicts: tuple[Verdict, ...]
    checks: tuple[tuple[str, CheckShown], ...]


def offline_words(*, now: datetime) -> OfflineWords:
    """All words of the page's answers."""
    checks = tuple(
        (f"{name} {code}", check_shown(say(name, state, code, None, required=True, detail="", **_PLACES)))
        for name, states in CHECKS.items()
        for state, codes in states.items()
        for code in codes
    )
    return OfflineWords(tuple(_verdict(code, now) for code in ANSWERS), checks)


def _verdict(code: str, now: datetime) -> Verdict:
    advice = VERDICTS[code]
    return Verdict(
        code=code,
        tone=advice.tone,
        sentence=gettext(advice.says),
        do=gettext(advice.do) if advice.do else "",
        checks=(),
        facts=None,
        demo=False,
        checked_at=now,
    )
