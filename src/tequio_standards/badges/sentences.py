"""One English sentence for each code a check may carry. Pages translate by code, with the same named places."""

from collections.abc import Mapping
from typing import Final

SENTENCES: Final[Mapping[str, str]] = {
    # reading
    "form_ok": "The file is a complete Open Badges 3.0 credential.",
    "code_ok": "The code of the paper can be read.",
    "malformed": "The file cannot be read: {detail}",
    "too_large": "The file is too large to be a credential: {detail}",
    "too_deep": "The file is nested too deeply to be a credential: {detail}",
    "duplicate_key": "The file says one thing twice, so two readers could see two credentials: {detail}",
    "unsafe": "The file reaches outside itself and was not opened: {detail}",
    "too_complex": "The file is built so that checking it would take too long: {detail}",
    "no_credential": "There is no credential in this file.",
    "ambiguous_container": "There is more than one credential in this file, so it is not clear which one is meant.",
    "jwt_not_checked": "This is a JWT that hides or encrypts parts of itself, which this verifier does not check.",
    "not_open_badge": "The file is signed data, but not an Open Badges 3.0 credential.",
    "form_incomplete": "The credential is incomplete: {detail}",
    # contexts
    "contexts_ok": "Every word in the credential has a fixed, known meaning.",
    "context_not_allowed": "The credential brings its own meanings for words, which could change it: {detail}",
    "context_unknown": "The credential uses a vocabulary this verifier does not hold: {detail}",
    "unsigned_data": "Something in the credential is not covered by the signature: {detail}",
    # proof
    "proof_ok": "The signature is genuine: nothing was changed after signing.",
    "no_proof": "The credential is not signed.",
    "proof_invalid": "The signature does not fit: the credential was changed, or was not signed by this key.",
    "key_kind_unknown": "The key is of a kind this verifier does not know.",
    "key_not_available": "The signature could not be checked, because the issuer's key is not at hand.",
    "template_unknown": "The code is of a certificate whose template is not in the bundle at hand.",
    "key_not_listed": "The key that signed is not one of the keys this issuer has published.",
    "key_out_of_period": "The key that signed was not in use at the time the signature gives.",
    "no_log_proof": "The key that signed was lost or stolen, and nothing proves that this was signed before.",
    "cryptosuite_unknown": "The signature is of a kind this verifier does not check: {detail}",
    "signed_later": "The signature is dated after the moment of checking.",
    # binding
    "issuer_bound": "The key that signed belongs to the issuer named in the credential.",
    "issuer_binding": "The credential names one issuer, but another one's key signed it.",
    # dates
    "dates_ok": "The credential is in date.",
    "not_yet_valid": "The credential is valid only from {valid_from}.",
    "expired": "The credential expired on {valid_until}.",
    "dates_reversed": "The credential ends before it begins.",
    # status
    "status_good": "The issuer has not revoked it (list of {as_of}).",
    "status_none": "The issuer keeps no revocation list for this credential.",
    "revoked": "The issuer has revoked this credential (list of {as_of}).",
    "revoked_later": "It stood at that moment (list of {stood_on}); the issuer has revoked it since (list of {as_of}).",
    "suspended": "The issuer has suspended this credential for now (list of {as_of}).",
    "status_not_available": "Whether it was revoked could not be checked: the issuer's list is not at hand.",
    "status_stale": "It was not revoked when the list was last fetched ({as_of}), but that is too long ago.",
    "bundle_stale": "It was not revoked when the bundle was made ({as_of}), but the bundle is past its time.",
    "status_untrusted": "The revocation list at hand is not this issuer's own, so it was not used: {detail}",
    "status_kind_unknown": "The issuer keeps its revocations in a way this verifier does not know.",
    # issuer
    "issuer_known": "The issuer is {name}, listed by {registry}.",
    "issuer_demo": "The issuer is {name}, a DEMONSTRATION issuer listed by {registry}: it proves nothing.",
    "issuer_unknown": "The issuer ({issuer}) is not on any list this verifier trusts.",
    # schema and holder
    "schema_none": "The credential names no JSON schema.",
    "schema_not_checked": "The credential names a JSON schema, which was not read: its form was checked by rules here.",
    "holder_not_proved": "Whoever handed it in did not prove to be the person it names.",
    # log
    "log_not_needed": "No witness of the time of signing is needed: the key is in good standing.",
    "log_witnessed": "The issuer's log shows that this was signed before the key was lost or stolen.",
    # accreditation
    "accredited": "{body} has accredited the issuer for this.",
    "accredited_demo": "{body} has accredited the issuer, in a DEMONSTRATION: it proves nothing.",
    "accreditation_none": "Nobody known here says which achievements this issuer may award.",
    "accreditation_outside": "{body} has accredited the issuer, but not for this achievement.",
    "skipped": "Not checked, because of what was found before.",
}
