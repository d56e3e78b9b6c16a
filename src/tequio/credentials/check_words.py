"""The words of single checks: the name of each, its five answers, and a sentence with what to do for every code."""

from __future__ import annotations

from tequio.credentials.advice import Advice
from tequio_standards.badges import State


def _(text: str) -> str:
    """Marks a sentence for translation."""
    return text


NAMES = {
    "form": _("File"),
    "contexts": _("Vocabulary"),
    "proof": _("Signature"),
    "issuer_binding": _("Signed by the issuer"),
    "dates": _("Dates"),
    "status": _("Revocation"),
    "schema": _("Schema"),
    "issuer_known": _("Issuer"),
    "log": _("Time of signing"),
    "holder": _("Who handed it in"),
    "accreditation": _("Accreditation of the issuer"),
}

STATES = {
    State.OK: Advice(_("OK"), tone="good"),
    State.FAILED: Advice(_("Failed"), tone="bad"),
    State.NOT_CHECKED: Advice(_("Not checked")),
    State.UNKNOWN: Advice(_("Unknown")),
    State.STALE: Advice(_("Out of date")),
}

_ORIGINAL = _("Ask for the file exactly as it was downloaded.")
_REFUSE = _("Do not accept it; ask the person for the original.")

CODES: dict[str, Advice] = {
    "form_ok": Advice(_("The file is a complete Open Badges 3.0 credential.")),
    "code_ok": Advice(_("The code on the paper can be read.")),
    "malformed": Advice(_("The file cannot be read."), _ORIGINAL),
    "too_large": Advice(_("The file is too large to be a certificate."), _ORIGINAL),
    "too_deep": Advice(_("The file is nested too deeply to be a certificate."), _ORIGINAL),
    "duplicate_key": Advice(
        _("The file says one thing twice, so two readers could see two certificates."), _REFUSE
    ),
    "unsafe": Advice(_("The file reaches outside itself, so it was not opened."), _REFUSE),
    "too_complex": Advice(_("The file is built so that checking it would take too long."), _REFUSE),
    "no_credential": Advice(
        _("There is no certificate in this file."),
        _("Hand in the file that was downloaded, or open the short link printed on the certificate."),
    ),
    "ambiguous_container": Advice(
        _("There is more than one certificate in this file, so it is not clear which one is meant."),
        _ORIGINAL,
    ),
    "jwt_not_checked": Advice(
        _("This certificate comes in a form (JWT) that is not checked here yet."),
        _("Ask for it as JSON, PDF or picture, or check it where it was issued."),
    ),
    "not_open_badge": Advice(_("The file is signed data, but not an Open Badges 3.0 credential."), _ORIGINAL),
    "form_incomplete": Advice(_("The certificate lacks something that every certificate says."), _ORIGINAL),
    "contexts_ok": Advice(_("Every word in it has a fixed, known meaning.")),
    "context_not_allowed": Advice(
        _("It brings its own meanings for words, which could change what it says."), _REFUSE
    ),
    "context_unknown": Advice(
        _("It uses a vocabulary that is not known here."), _("Check it where it was issued.")
    ),
    "unsigned_data": Advice(_("Something in it is not covered by the signature."), _REFUSE),
    "proof_ok": Advice(_("Nothing was changed after signing.")),
    "no_proof": Advice(_("It is not signed."), _ORIGINAL),
    "proof_invalid": Advice(
        _("The signature does not fit: it was changed after signing, or another key signed it."), _REFUSE
    ),
    "key_kind_unknown": Advice(
        _("The key is of a kind that is not known here."), _("Check it where it was issued.")
    ),
    "key_not_available": Advice(
        _("The signature could not be checked: the issuer's key is not at hand."),
        _("Get the issuer's trust file, or check it where it was issued."),
    ),
    "template_unknown": Advice(
        _("The certificate is newer than what is at hand here, or another hub's."),
        _("Check it with a connection, or with a newer bundle."),
    ),
    "key_not_listed": Advice(_("The key that signed is none of those the issuer has published."), _REFUSE),
    "key_out_of_period": Advice(_("The key was not in use at the time the signature gives."), _REFUSE),
    "log_not_needed": Advice(_("No witness of the time of signing is needed: the key is in good standing.")),
    "log_witnessed": Advice(
        _("The issuer's log shows that this was signed before the key was lost or stolen.")
    ),
    "no_log_proof": Advice(
        _("The key was lost or stolen, and nothing proves that this was signed before."),
        _("Ask the issuer for a new one."),
    ),
    "cryptosuite_unknown": Advice(
        _("The signature is of a kind that is not checked here."), _("Check it where it was issued.")
    ),
    "signed_later": Advice(
        _("The signature is dated after the moment of checking."),
        _("Look at the clock of this device, or at the date you asked for."),
    ),
    "issuer_bound": Advice(_("The key that signed belongs to the issuer it names.")),
    "issuer_binding": Advice(_("It names one issuer, but another one's key signed it."), _REFUSE),
    "dates_ok": Advice(_("It is in date.")),
    "not_yet_valid": Advice(
        _("It is valid only from {valid_from}."), _("Look at the clock, or check again on that day.")
    ),
    "expired": Advice(_("It expired on {valid_until}."), _("Ask for a newer one.")),
    "dates_reversed": Advice(_("It ends before it begins."), _REFUSE),
    "status_good": Advice(_("The issuer has not revoked it (list of {as_of}).")),
    "status_none": Advice(_("The issuer keeps no list of revoked certificates for it.")),
    "revoked": Advice(_("The issuer has revoked it (list of {as_of})."), _("Do not accept it.")),
    "revoked_later": Advice(
        _("It stood at that moment (list of {stood_on}); the issuer has revoked it since (list of {as_of})."),
        _("Do not accept it today."),
    ),
    "suspended": Advice(
        _("The issuer has suspended it for now (list of {as_of})."),
        _("Do not accept it now; ask the issuer."),
    ),
    "status_not_available": Advice(
        _("Whether it was revoked could not be checked: the issuer's list is not at hand."),
        _("Check again with a connection, or with a newer trust file."),
    ),
    "status_stale": Advice(
        _("It was not revoked when the list was last fetched ({as_of}), but that is too long ago."),
        _("Get a newer list and check again."),
    ),
    "bundle_stale": Advice(
        _("It was not revoked when the bundle was made ({as_of}), but that is too long ago."),
        _("Get a newer bundle and check again."),
    ),
    "status_untrusted": Advice(
        _("The list of revoked certificates at hand is not this issuer's own, so it was not used."),
        _("Get the list from the issuer and check again."),
    ),
    "status_kind_unknown": Advice(
        _("The issuer keeps its revocations in a way that is not known here."), _("Ask the issuer.")
    ),
    "schema_none": Advice(_("It names no schema to be held to.")),
    "schema_not_checked": Advice(_("It names a schema. Its form was checked by the rules here instead.")),
    "holder_not_proved": Advice(
        _("Whoever handed it in did not prove to be the person it names."),
        _("Compare the name with the person's document."),
    ),
    "issuer_known": Advice(_("The issuer is {name}, listed by {registry}.")),
    "issuer_demo": Advice(
        _("The issuer is {name}, a DEMO issuer listed by {registry}: it proves nothing."),
        _("Do not accept it as proof."),
    ),
    "issuer_unknown": Advice(
        _("The issuer ({issuer}) is on no list that is trusted here."),
        _("Find out by another way who this is, before you rely on it."),
    ),
    "accredited": Advice(_("{body} has accredited the issuer for this.")),
    "accredited_demo": Advice(
        _("{body} has accredited the issuer, in a DEMO: it proves nothing."), _("Do not accept it as proof.")
    ),
    "accreditation_none": Advice(_("Nobody known here says what this issuer may award.")),
    "accreditation_outside": Advice(
        _("{body} has accredited the issuer, but not for this."),
        _("Ask the issuer on what it bases this certificate."),
    ),
    "skipped": Advice(_("Not checked, because of what was found before.")),
}
