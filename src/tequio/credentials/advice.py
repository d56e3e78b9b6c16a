"""What a verdict means to the person at the counter, and what to do. Pure English; translated where shown.

`tequio verify` prints these sentences as they are; pages hand them to gettext. The codes are those of
`tequio_standards.badges`, the verdicts are ours: one plain sentence over the list of checks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio_standards.badges import Outcome

if TYPE_CHECKING:
    from tequio_standards.badges import Report


def _(text: str) -> str:
    """Marks a sentence for translation."""
    return text


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence and, when there is something to do, what. `tone` is good, bad or note."""

    says: str
    do: str = ""
    tone: str = "note"


VERDICTS: dict[str, Advice] = {
    "genuine": Advice(_("This certificate is genuine, in date, and its issuer stands by it."), tone="good"),
    "genuine_demo": Advice(
        _("The signature is good, but this is a DEMO certificate: it certifies nothing."),
        _("Use it to see how checking works. Do not accept it as proof."),
    ),
    "revoked": Advice(
        _("Revoked: the issuer signed this certificate and has since taken it back."),
        _("Do not accept it. Ask the person whether they hold a newer one."),
        "bad",
    ),
    "revoked_later": Advice(
        _("Revoked later: it stood at the moment you ask about, and the issuer has since taken it back."),
        _("Do not accept it today. Whether it counted then is for you to decide."),
        "bad",
    ),
    "suspended": Advice(
        _("Suspended: the issuer does not stand by this certificate at the moment."),
        _("Do not accept it now. Ask the issuer, or check again later."),
        "bad",
    ),
    "expired": Advice(
        _("Expired: this certificate was genuine, but its time is over."),
        _("Ask the person for a newer one, or decide whether an old one is enough for you."),
        "bad",
    ),
    "not_yet_valid": Advice(
        _("Not valid yet: this certificate begins on a later day."),
        _("Check that the clock of this device is right, then check again on that day."),
        "bad",
    ),
    "tampered": Advice(
        _("Tampered with: this is not what the issuer signed."),
        _("Do not accept it. Ask the person for the original file, or open the short link printed on it."),
        "bad",
    ),
    "unsigned": Advice(
        _("Not signed: nobody vouches for this, so it proves nothing."),
        _("Ask the person for the file exactly as it was downloaded."),
        "bad",
    ),
    "impostor": Advice(
        _("Forged: somebody else's key signed this in the issuer's name."),
        _("Do not accept it. Tell the issuer that it is named in it."),
        "bad",
    ),
    "unreadable": Advice(
        _("Unreadable: this is not a certificate that can be checked here."),
        _(
            "Hand in the PDF, picture or JSON file exactly as it was downloaded, not a photo or a copy of its text."
        ),
        "bad",
    ),
    "name_differs": Advice(
        _("Name differs: this certificate is not in the name you wrote."),
        _("Look at the document again, letter by letter. If it is right, do not accept the certificate."),
        "bad",
    ),
    "issuer_unknown": Advice(
        _("Unknown issuer: nobody on your list of trust vouches for who signed this."),
        _(
            "Find out by another way who this issuer is. A good signature alone says only that nothing was changed."
        ),
    ),
    "status_unknown": Advice(
        _("The signature is good, but nobody could look up whether it was revoked."),
        _("Check again with a connection, or with a newer trust file."),
    ),
    "status_stale": Advice(
        _("The signature is good, but the list of revoked certificates at hand is old."),
        _("Fetch a newer trust file and check again; until then it may have been revoked."),
    ),
    "not_sure": Advice(
        _("Not everything could be checked, so this cannot be called genuine."),
        _("Read the list below, and check again where it says what is missing."),
    ),
}

TAMPERED = frozenset({"proof_invalid", "unsigned_data", "context_not_allowed", "dates_reversed"})
_FORGED = frozenset({"issuer_binding", "key_not_listed", "key_out_of_period", "no_log_proof", "signed_later"})
_STALE = frozenset({"status_stale", "bundle_stale"})
_UNKNOWN_ISSUER = frozenset({"issuer_unknown", "key_not_available"})


def verdict_code(report: Report) -> str:
    """Which of `VERDICTS` sums a report up; what is worst for the one who relies on it comes first."""
    codes = {check.code for check in report.checks}
    if report.outcome is Outcome.OK:
        return "genuine_demo" if report.demonstration else "genuine"
    if report.outcome is Outcome.UNREADABLE:
        return "unreadable"
    if report.outcome is Outcome.FAILED:
        return _failure(codes)
    if codes & _UNKNOWN_ISSUER:
        return "issuer_unknown"
    if codes & _STALE:
        return "status_stale"
    return "status_unknown" if any(code.startswith("status_") for code in codes) else "not_sure"


def _failure(codes: set[str]) -> str:
    named = ("revoked", "suspended", "expired", "not_yet_valid", "revoked_later")
    if "no_proof" in codes:
        return "unsigned"
    if codes & _FORGED:
        return "impostor"
    if codes & TAMPERED:
        return "tampered"
    return next((code for code in named if code in codes), "tampered")
