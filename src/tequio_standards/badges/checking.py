"""Checking a credential without a network: everything a stranger needs to know, as a list of separate checks."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Final

from tequio_standards.badges.extract import extract, jwt_in
from tequio_standards.badges.form import refuse_wrong_form
from tequio_standards.badges.report import Check, Outcome, Report, State
from tequio_standards.badges.resolving import resolver
from tequio_standards.badges.sentences import SENTENCES
from tequio_standards.badges.status_check import check_status
from tequio_standards.badges.trust import Trust
from tequio_standards.badges.wording import say
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import (
    Contexts,
    CredentialError,
    ProofResult,
    issuer_of,
    moment,
    moment_text,
    verify_jwt,
    verify_proof,
)

NAMES: Final = (
    "form",
    "contexts",
    "proof",
    "issuer_binding",
    "dates",
    "status",
    "schema",
    "issuer_known",
    "log",
    "holder",
)
_CONTEXT_CODES: Final = frozenset({"context_not_allowed", "context_unknown", "unsigned_data"})
_UNREADABLE: Final = frozenset(
    {"context_unknown", "duplicate_key", "malformed", "too_complex", "too_deep", "too_large"}
)
_CLOCKS_DIFFER: Final = timedelta(minutes=5)

Json = dict[str, Any]  # Any: a credential is JSON that others extend


def check_credential(
    data: bytes,
    *,
    trust: Trust,
    at: datetime,
    contexts: Contexts | None = None,
    refuse_form: Callable[[Json], None] = refuse_wrong_form,
) -> Report:
    """Check `data` (JSON, JWT, or a PNG, SVG or PDF with one inside) as of the moment `at`, relying on `trust` alone.

    `refuse_form` says what kind of credential is wanted: an Open Badge, if nothing else is said.
    """
    try:
        text = extract(data)
        jwt = jwt_in(text)
        if jwt is None:
            result = verify_proof(_object(text), resolve=resolver(trust), contexts=contexts)
        else:
            result = verify_jwt(jwt, registry=trust.registry(), contexts=contexts)
    except (StrictError, CredentialError) as refused:
        return unreadable(refused.code, refused.message, at)
    if result.status == "failed" and result.code in _UNREADABLE:
        return unreadable(result.code, result.message, at)
    return _report(result, trust=trust, at=at, refuse_form=refuse_form)


def _object(text: bytes) -> Json:
    document = load_json(text)
    if not isinstance(document, dict):
        raise CredentialError("malformed", "it is not a JSON object.")
    return document


def _report(
    result: ProofResult, *, trust: Trust, at: datetime, refuse_form: Callable[[Json], None]
) -> Report:
    checks = [_contexts(result, at), _proof(result, at), _binding(result, at), _log(result, at)]
    if result.verified is None or not result.issuer_bound:
        checks.append(_issuer_claimed(result, at))
        return Report(_outcome(checks), _complete(checks, at))
    document = result.verified
    form = _form(document, at, refuse_form)
    checks = [form, *checks]
    if form.state is State.OK:
        checks += [
            _dates(document, at),
            check_status(document, trust=trust, at=at),
            _schema(document, at),
            _issuer_known(document, trust, at),
            say("holder", State.NOT_CHECKED, "holder_not_proved", at, required=False),
        ]
    outcome = Outcome.UNREADABLE if form.state is State.FAILED else _outcome(checks)
    known = trust.issuers.get(issuer_of(document))
    demo = document.get("demonstration") is True or bool(known and known.demo)
    return Report(outcome, _complete(checks, at), document, demo)


def _outcome(checks: list[Check]) -> Outcome:
    states = {check.state for check in checks if check.required}
    if State.FAILED in states:
        return Outcome.FAILED
    return Outcome.OK if states <= {State.OK} else Outcome.UNKNOWN


def _complete(checks: list[Check], at: datetime) -> tuple[Check, ...]:
    """All of them, in one order; those not reached say so."""
    found = {check.name: check for check in checks}
    return tuple(
        found.get(name) or say(name, State.NOT_CHECKED, "skipped", at, required=False) for name in NAMES
    )


def unreadable(code: str, detail: str, at: datetime) -> Report:
    """The report on what could not even be read."""
    known = code if code in SENTENCES else "malformed"
    form = say("form", State.FAILED, known, at, detail=detail)
    return Report(Outcome.UNREADABLE, _complete([form], at))


def _form(document: Json, at: datetime, refuse_form: Callable[[Json], None]) -> Check:
    try:
        refuse_form(document)
    except CredentialError as refused:
        code = "not_open_badge" if refused.code == "not_open_badge" else "form_incomplete"
        return say("form", State.FAILED, code, at, detail=refused.message)
    return say("form", State.OK, "form_ok", at)


def _contexts(result: ProofResult, at: datetime) -> Check:
    if result.code in _CONTEXT_CODES:
        return say("contexts", State.FAILED, result.code, at, detail=result.message)
    return say("contexts", State.OK, "contexts_ok", at)


def _proof(result: ProofResult, at: datetime) -> Check:
    if result.code in _CONTEXT_CODES:
        return say("proof", State.NOT_CHECKED, "skipped", at)
    created = max((facts.created for facts in result.proofs if facts.created), default=None)
    if result.status == "ok" and created is not None and created > at + _CLOCKS_DIFFER:
        return say("proof", State.FAILED, "signed_later", at)
    code = result.code if result.code in SENTENCES else "proof_invalid"
    return say("proof", State(result.status), code, at, detail=result.message)


def _log(result: ProofResult, at: datetime) -> Check:
    """Whether the issuer's log saw the signature in time; asked only of a key that was disowned."""
    codes = {facts.code for facts in result.proofs}
    if "proof_witnessed" in codes:
        return say("log", State.OK, "log_witnessed", at)
    if "no_log_proof" in codes:
        return say("log", State.FAILED, "no_log_proof", at)
    return say("log", State.NOT_CHECKED, "log_not_needed", at, required=False)


def _binding(result: ProofResult, at: datetime) -> Check:
    if result.status != "ok":
        return say("issuer_binding", State.NOT_CHECKED, "skipped", at)
    if not result.issuer_bound:
        return say("issuer_binding", State.FAILED, "issuer_binding", at)
    return say("issuer_binding", State.OK, "issuer_bound", at)


def _issuer_claimed(result: ProofResult, at: datetime) -> Check:
    if result.code != "key_not_available":
        return say("issuer_known", State.NOT_CHECKED, "skipped", at)
    return say("issuer_known", State.UNKNOWN, "issuer_unknown", at, issuer=result.proofs[0].controller)


def _dates(document: Json, at: datetime) -> Check:
    begins = moment(document["validFrom"])
    ends = moment(document["validUntil"]) if "validUntil" in document else None
    if ends is not None and ends < begins:
        return say("dates", State.FAILED, "dates_reversed", at)
    if at + _CLOCKS_DIFFER < begins:
        return say("dates", State.FAILED, "not_yet_valid", at, valid_from=moment_text(begins))
    if ends is not None and ends < at:
        return say("dates", State.FAILED, "expired", at, valid_until=moment_text(ends))
    return say("dates", State.OK, "dates_ok", at)


def _schema(document: Json, at: datetime) -> Check:
    """Published schemas ask for less than `form` does, and those of strangers would have to be fetched."""
    code = "schema_not_checked" if document.get("credentialSchema") else "schema_none"
    return say("schema", State.NOT_CHECKED, code, at, required=False)


def _issuer_known(document: Json, trust: Trust, at: datetime) -> Check:
    did = issuer_of(document)
    info = trust.issuers.get(did)
    if info is None:
        return say("issuer_known", State.UNKNOWN, "issuer_unknown", at, issuer=did)
    name = next(iter(info.names.values()), did)
    code = "issuer_demo" if info.demo else "issuer_known"
    return say("issuer_known", State.OK, code, at, name=name, registry=trust.name or "—", issuer=did)
