"""Endorsements: signed support by a third party, and whether it is about the credential at hand (OB 3.0 §B.1.10)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tequio_standards.badges.checking import check_credential
from tequio_standards.badges.form import Json, one_object, refuse_wrong_form, types_of
from tequio_standards.badges.report import Report
from tequio_standards.badges.trust import Trust
from tequio_standards.vc import Contexts, CredentialError, issuer_of, moment


class Endorsed(StrEnum):
    """What an endorsement may be about."""

    ACHIEVEMENT = "achievement"
    ISSUER = "issuer"
    CREDENTIAL = "credential"


@dataclass(frozen=True, slots=True)
class Endorsement:
    """What a verified endorsement says. `about` is None when it is not about the credential it was shown with."""

    id: str
    issuer: str
    issuer_name: str
    endorsed_id: str
    claim: str
    valid_from: datetime
    valid_until: datetime | None
    about: Endorsed | None


@dataclass(frozen=True, slots=True)
class EndorsementReport:
    """The checks, and the endorsement when its signature is genuine and the endorser's own.

    `self_endorsed` marks praise by the credential's own issuer: it is true and adds nothing.
    """

    report: Report
    endorsement: Endorsement | None = None
    self_endorsed: bool = False

    @property
    def counts(self) -> bool:
        """Whether a stranger may rely on it: everything checked, about this credential, by somebody else."""
        found = self.endorsement
        good = self.report.exit_code == 0 and not self.self_endorsed
        return good and found is not None and found.about is not None and bool(found.claim)


def check_endorsement(
    data: bytes, *, credential: Json, trust: Trust, at: datetime, contexts: Contexts | None = None
) -> EndorsementReport:
    """Check an endorsement shown with `credential`, a document that was verified before."""
    report = check_credential(
        data, trust=trust, at=at, contexts=contexts, refuse_form=refuse_wrong_endorsement
    )
    if report.document is None or report.check("form").state != "ok":
        return EndorsementReport(report)
    found = read_endorsement(report.document, credential)
    return EndorsementReport(report, found, self_endorsed=found.issuer == issuer_of(credential))


def refuse_wrong_endorsement(document: Json) -> None:
    """CredentialError unless it is an EndorsementCredential with one subject."""
    refuse_wrong_form(document)
    if "EndorsementCredential" not in types_of(document):
        raise CredentialError("not_open_badge", "It is not an endorsement.", pointer="/type")


def read_endorsement(document: Json, credential: Json) -> Endorsement:
    """What a verified endorsement says, seen from `credential`."""
    subject = one_object(document, "credentialSubject")
    return Endorsement(
        id=str(document.get("id", "")),
        issuer=issuer_of(document),
        issuer_name=_name(document.get("issuer")),
        endorsed_id=subject["id"],
        claim=_text(subject.get("endorsementComment")),
        valid_from=moment(document["validFrom"]),
        valid_until=moment(document["validUntil"]) if "validUntil" in document else None,
        about=_about(subject["id"], credential),
    )


def _about(endorsed: str, credential: Json) -> Endorsed | None:
    subject = credential.get("credentialSubject")
    achievement = subject.get("achievement") if isinstance(subject, dict) else None
    ids = {
        Endorsed.ACHIEVEMENT: achievement.get("id") if isinstance(achievement, dict) else None,
        Endorsed.ISSUER: issuer_of(credential),
        Endorsed.CREDENTIAL: credential.get("id"),
    }
    return next((kind for kind, known in ids.items() if known == endorsed), None)


def _name(issuer: object) -> str:
    return _text(issuer.get("name")) if isinstance(issuer, dict) else ""


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
