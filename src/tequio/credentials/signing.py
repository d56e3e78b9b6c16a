"""Signing an award: its place on the status lists, its document, its entry in the log, its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.credentials import documents, log, shards, templating
from tequio.credentials.description import description_from_json
from tequio.credentials.models import Credential
from tequio.kit import ids
from tequio.people import api as people
from tequio.people.values import OrganisationId
from tequio_standards import badges

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.description import AwardFacts
    from tequio.credentials.models import Award, IssuerKey
    from tequio.credentials.values import AssuranceVector

CODE_LENGTH = 12  # 60 bits: nobody finds a certificate by trying codes


def sign_award(
    award: Award,
    *,
    key: IssuerKey,
    facts: AwardFacts,
    vector: AssuranceVector,
    now: datetime,
    supersedes: Credential | None = None,
) -> Credential:
    """The credential of an award; inside the transaction that holds the issuer (`issuers.lock_issuer`).

    What is told late, of before the key was there, is signed as of the key's first moment: earlier it proves nothing.
    """
    now = max(now, key.valid_from)
    organisation, uuid = OrganisationId(award.organisation_id), ids.new_uuid()
    place = shards.draw_place(organisation, now=now)
    draft = documents.Draft(
        credential=uuid,
        subject=award.subject,
        award=award.uuid,
        organisation=people.organisation(organisation),
        key=key,
        achievement=award.achievement,
        description=description_from_json(award.achievement.description),
        facts=facts,
        vector=vector,
        status=tuple(
            badges.StatusSpec(url=url, index=place.index, purpose=purpose) for purpose, url in place.urls
        ),
        supersedes=documents.credential_iri(supersedes.uuid) if supersedes else "",
        file=award.batch.digest if award.batch else "",
        at=now,
    )
    template, packed, signature = templating.sign(
        documents.compose(draft), achievement=award.achievement, key=key, now=now
    )
    credential = Credential.objects.create(
        uuid=uuid,
        organisation_id=organisation,
        code=ids.new_code(CODE_LENGTH),
        award=award,
        issuer_key=key,
        supersedes=supersedes,
        template=template,
        packed=packed,
        signature=signature,
        log_num=log.append(organisation, [signature]),
        language=facts.language,
        issued_at=now,
    )
    shards.take_place(place, credential)
    return credential
