"""Accreditation of issuers: a body says, signed, which achievements an issuer may award.

Open Badges leaves that open; ours is a credential of its own with each term defined in the Tequio context.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from tequio_standards.badges.build import CONTEXTS, normalised, status_of
from tequio_standards.badges.checking import check_credential
from tequio_standards.badges.form import Json, one_object, refuse_wrong_envelope, types_of
from tequio_standards.badges.nodes import profile, prune
from tequio_standards.badges.report import Check, Report, State
from tequio_standards.badges.spec import ProfileSpec, StatusSpec
from tequio_standards.badges.trust import Trust
from tequio_standards.badges.wording import say
from tequio_standards.vc import Contexts, CredentialError, issuer_of, moment_text

TYPE: Final = "IssuerAccreditationCredential"
CHECK: Final = "accreditation"


@dataclass(frozen=True, slots=True, kw_only=True)
class AccreditationSpec:
    """What a body says of an issuer. `may_issue` are ids of achievements; `any_achievement` is a plain yes to all."""

    id: str
    issuer: ProfileSpec
    accredited: str
    name: str
    valid_from: datetime
    may_issue: tuple[str, ...] = ()
    any_achievement: bool = False
    valid_until: datetime | None = None
    scope: str = ""
    status: tuple[StatusSpec, ...] = ()
    demonstration: bool = False


@dataclass(frozen=True, slots=True)
class AccreditationReport:
    """The checks of the accreditation, and whether it covers what the credential's issuer awarded."""

    report: Report
    accrediting: str = ""
    covers: bool = False
    about_issuer: bool = False  # it speaks of the credential's issuer, if perhaps of other achievements

    @property
    def counts(self) -> bool:
        """Whether the award was the issuer's to make, by a body the verifier knows."""
        return self.covers and self.report.exit_code == 0


def build_accreditation(spec: AccreditationSpec) -> Json:
    """The unsigned IssuerAccreditationCredential."""
    if not spec.may_issue and not spec.any_achievement:
        raise ValueError("An accreditation names achievements, or says that all are covered.")
    document = {
        "@context": list(CONTEXTS),
        "id": spec.id,
        "type": ["VerifiableCredential", TYPE],
        "name": spec.name,
        "issuer": profile(spec.issuer),
        "validFrom": moment_text(spec.valid_from),
        "validUntil": moment_text(spec.valid_until) if spec.valid_until else "",
        "credentialSubject": {
            "id": spec.accredited,
            "type": ["IssuerAccreditation"],
            "mayIssue": list(spec.may_issue),
            "mayIssueAny": spec.any_achievement or None,
            "accreditationScope": spec.scope,
        },
        "demonstration": spec.demonstration or None,
        "credentialStatus": status_of(spec.status),
    }
    unsigned: Json = normalised(prune(document))
    return unsigned


def check_accreditation(
    data: bytes, *, credential: Json, trust: Trust, at: datetime, contexts: Contexts | None = None
) -> AccreditationReport:
    """Check an accreditation shown with `credential`, a document that was verified before."""
    report = check_credential(
        data, trust=trust, at=at, contexts=contexts, refuse_form=refuse_wrong_accreditation
    )
    document = report.document
    if document is None or report.check("form").state != "ok":
        return AccreditationReport(report)
    body = issuer_of(document)
    issuer = issuer_of(credential)
    about = (
        body != issuer and one_object(document, "credentialSubject").get("id") == issuer
    )  # nobody, themselves
    return AccreditationReport(report, body, about and covers(document, credential), about)


def with_accreditation(
    report: Report, *, trust: Trust, at: datetime, contexts: Contexts | None = None
) -> Report:
    """`report` and one check more: whether somebody known accredited the issuer for this. It never decides anything."""
    return replace(report, checks=(*report.checks, _accredited(report, trust, at, contexts)))


def _accredited(report: Report, trust: Trust, at: datetime, contexts: Contexts | None) -> Check:
    document = report.document
    if document is None:
        return say(CHECK, State.NOT_CHECKED, "skipped", at, required=False)
    issuer = issuer_of(document)
    named = [data for data in trust.accreditations if issuer.encode() in data]  # cheap; then the signatures
    found = [
        check_accreditation(data, credential=document, trust=trust, at=at, contexts=contexts)
        for data in named
    ]
    good = [one for one in found if one.about_issuer and one.report.exit_code == 0]
    if not good:
        return say(CHECK, State.NOT_CHECKED, "accreditation_none", at, required=False)
    chosen = next((one for one in good if one.covers), good[0])
    body = next(iter(trust.issuers[chosen.accrediting].names.values()), chosen.accrediting)
    if chosen.report.demonstration:
        return say(CHECK, State.UNKNOWN, "accredited_demo", at, required=False, body=body)
    state, code = (State.OK, "accredited") if chosen.covers else (State.UNKNOWN, "accreditation_outside")
    return say(CHECK, state, code, at, required=False, body=body)


def covers(accreditation: Json, credential: Json) -> bool:
    """Whether it is about this credential's issuer and this achievement."""
    subject = one_object(accreditation, "credentialSubject")
    if subject.get("id") != issuer_of(credential):
        return False
    awarded = credential.get("credentialSubject")
    achievement = awarded.get("achievement") if isinstance(awarded, dict) else None
    named = achievement.get("id") if isinstance(achievement, dict) else None
    return subject.get("mayIssueAny") is True or (named is not None and named in _listed(subject))


def refuse_wrong_accreditation(document: Json) -> None:
    """CredentialError unless it is one issuer's accreditation that says what it covers."""
    refuse_wrong_envelope(document)
    subject = one_object(document, "credentialSubject")
    if TYPE not in types_of(document) or "IssuerAccreditation" not in types_of(subject):
        raise CredentialError("not_open_badge", "It is not an accreditation of an issuer.", pointer="/type")
    if not isinstance(subject.get("id"), str) or not (_listed(subject) or subject.get("mayIssueAny") is True):
        raise CredentialError("form_incomplete", "it covers nothing", pointer="/credentialSubject")


def _listed(subject: Json) -> list[object]:
    named = subject.get("mayIssue", [])
    return named if isinstance(named, list) else [named]
