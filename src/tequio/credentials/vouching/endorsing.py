"""Endorsements: an employer or a body that assures quality stands behind a course, with what it did (OB 3.0 §5.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.credentials.achieving import ensure_achievement
from tequio.credentials.documents import achievement_iri
from tequio.credentials.gathering import describe
from tequio.credentials.models import Achievement, IssuerKey
from tequio.credentials.opening import open_issuer
from tequio.credentials.vouching import standing_behind
from tequio.credentials.vouching.standing_behind import VouchingRefused
from tequio.credentials.vouching.values import Claim, Kind
from tequio.kit.words import say
from tequio.learning import api as learning
from tequio.people import api as people
from tequio_standards import badges

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.vouching.standing_behind import Draft
    from tequio.credentials.vouching.values import VouchingId, VouchingInfo
    from tequio.people.values import Actor, OrganisationId, OrganisationInfo

MOST_HIRED = 1_000_000


def endorse(
    *,
    course_key: str,
    organisation: OrganisationId,
    claim: Claim,
    comment: str,
    valid_until: datetime,
    by: Actor,
    now: datetime,
    count: int = 0,
    whole_issuer: bool = False,
) -> VouchingId:
    """Stand behind a course's achievement as it is now, or with `whole_issuer` behind who issues it."""
    standing_behind.may_sign(Kind.ENDORSEMENT, organisation, by)
    course, endorser = learning.course(course_key), people.organisation(organisation)
    if course.organisation == organisation:
        raise VouchingRefused(_("Nobody can stand behind their own course: ask another organisation."))
    if claim is Claim.HIRED and not 0 < count <= MOST_HIRED:
        raise VouchingRefused(_("Write how many people you hired: a number from 1 on."))
    open_issuer(organisation=organisation, now=now, demo=endorser.simulated)
    target, named = _target(course_key, whole_issuer=whole_issuer, now=now)
    with translation.override(by.language):
        words = claim_words(claim, count)
        title = _("Endorsement of %(name)s") % {"name": named}
    text = f"{words} {comment.strip()}".strip()[:1000]
    asked = standing_behind.Asked(
        kind=Kind.ENDORSEMENT,
        organisation=organisation,
        about=target,
        said={
            "by": endorser.name,
            "about": named,
            "course": course_key,
            "claim": str(claim),
            "count": count,
            "comment": comment.strip()[:500],
            "demo": endorser.simulated,
        },
        valid_until=valid_until,
    )
    return standing_behind.sign(
        asked, lambda draft: _document(draft, endorser, target, text, title), by=by, now=now
    )


def claim_words(claim: Claim, count: int = 0) -> str:
    """What was done, as the endorser says it, in the language now active."""
    match claim:
        case Claim.REVIEWED:
            return _("We reviewed the tasks and the final check.")
        case Claim.DESIGNED:
            return _("We helped design this with what our work needs.")
        case Claim.HIRED:
            said = ngettext(
                "We hired %(count)d person who has this.", "We hired %(count)d people who have this.", count
            )
            return said % {"count": count}


def behind_course(course_key: str, *, now: datetime) -> tuple[VouchingInfo, ...]:
    """Who stands behind a course now: behind any version of it that is described, or behind who issues it."""
    organisation = learning.course(course_key).organisation
    rows = Achievement.objects.filter(organisation__uuid=organisation, course_key=course_key)
    return _behind([achievement_iri(uuid) for uuid in rows.values_list("uuid", flat=True)], organisation, now)


def behind_achievement(
    course_key: str, *, package_id: str, organisation_did: str, now: datetime
) -> tuple[VouchingInfo, ...]:
    """Who stands now behind exactly what a certificate awards, or behind who issued it."""
    rows = Achievement.objects.filter(course_key=course_key, description__package_id=package_id)
    about = [achievement_iri(uuid) for uuid in rows.values_list("uuid", flat=True)]
    return standing_behind.about([*about, organisation_did], Kind.ENDORSEMENT, now=now)


def _behind(about: list[str], organisation: OrganisationId, now: datetime) -> tuple[VouchingInfo, ...]:
    dids = IssuerKey.objects.filter(organisation__uuid=organisation).values_list("did", flat=True)
    return standing_behind.about([*about, *set(dids)], Kind.ENDORSEMENT, now=now)


def _target(course_key: str, *, whole_issuer: bool, now: datetime) -> tuple[str, str]:
    course = learning.course(course_key)
    if whole_issuer:
        issuer = open_issuer(organisation=course.organisation, now=now)
        return issuer.did, issuer.name
    achievement = ensure_achievement(
        organisation=course.organisation,
        description=describe(course, course.package_id),
        version=course.version,
        now=now,
    )
    return achievement_iri(achievement), say(course.title, translation.get_language() or "es")


def _document(
    draft: Draft, endorser: OrganisationInfo, target: str, text: str, title: str
) -> dict[str, Any]:  # JSON values
    return badges.build_endorsement(
        badges.EndorsementCredentialSpec(
            id=draft.id,
            issuer=badges.ProfileSpec(id=draft.key.did, name=endorser.name, country=endorser.country),
            endorsed_id=target,
            comment=text,
            name=title,
            valid_from=draft.valid_from,
            valid_until=draft.valid_until,
            status=draft.status,
            demonstration=draft.key.demo,
        )
    )
