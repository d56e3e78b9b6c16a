"""Correcting a name: a new credential for the same award, the old one revoked with the reason; never an edit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import revoking, statements
from tequio.credentials.documents import vector_of
from tequio.credentials.issuers import lock_issuer
from tequio.credentials.kept import facts_of_award
from tequio.credentials.models import Correction, Credential, Revocation
from tequio.credentials.names import signable
from tequio.credentials.signing import sign_award
from tequio.credentials.standing.pausing import suspended
from tequio.credentials.telling import tell
from tequio.credentials.templating import document_of
from tequio.credentials.values import CredentialId
from tequio.credentials.viewing import credential_row
from tequio.kit.errors import Refused
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import Actor


class CorrectionRefused(Refused):
    """The credential cannot be corrected like this."""

    code = "correction_refused"


def correct(
    *, credential: CredentialId, learner_name: str, reason: str, by: Actor, now: datetime
) -> CredentialId:
    """Sign the award again under the right name and revoke the wrong one; what was proved stays as it was frozen."""
    row, name = credential_row(credential), signable(learner_name)
    organisation = OrganisationId(row.award.organisation_id)
    people.require(by, Action.CREDENTIAL_REVOKE, organisation=organisation)
    assert by.person is not None  # nobody is allowed nothing
    _refuse_nothing_new(row, name, reason)
    with transaction.atomic():
        key = lock_issuer(organisation)
        if Revocation.objects.filter(credential=row).exists():
            raise CorrectionRefused(_("This certificate was revoked, so it cannot be corrected."))
        if suspended(credential) is not None:  # or a new name would end what nobody has decided
            raise CorrectionRefused(_("This certificate is suspended. Reinstate or revoke it first."))
        fresh = sign_award(
            row.award,
            key=key,
            facts=replace(facts_of_award(row.award), learner_name=name),
            vector=vector_of(document_of(row)),
            now=now,
            supersedes=row,
        )
        said = reason.strip()[:500]
        Correction.objects.create(credential=fresh, learner_name=name, reason=said, by_id=by.person, at=now)
        tell(fresh, statements.issued, now=now)
        revoking.revoke(credential=credential, reason=said, by=by, now=now)
    return CredentialId(fresh.uuid)


def _refuse_nothing_new(row: Credential, name: str, reason: str) -> None:
    if not reason.strip():
        raise CorrectionRefused(_("Say why, in a sentence that the person concerned may read."))
    if not name:
        raise CorrectionRefused(_("Write the name as it should stand on the certificate."))
    if name == _name_on(row):
        raise CorrectionRefused(_("This is the name that stands on it already."))


def _name_on(row: Credential) -> str:
    kept = Correction.objects.filter(credential=row).values_list("learner_name", flat=True).first()
    return kept or str(row.award.facts["learner_name"])
