"""Achievements: one per course version, described once and for all credentials of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from tequio.credentials import documents
from tequio.credentials.description import description_from_json
from tequio.credentials.models import Achievement
from tequio.credentials.values import AchievementId
from tequio.kit import ids
from tequio.kit.errors import NotFound
from tequio_standards import badges

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from tequio.credentials.description import Description
    from tequio.people.values import OrganisationId


def ensure_achievement(
    *, organisation: OrganisationId, description: Description, version: UUID, now: datetime
) -> AchievementId:
    """What a course version lets one earn; made at the first asking."""
    return AchievementId(achievement_row(organisation, description, version=version, now=now).uuid)


def achievement_document(achievement: AchievementId) -> bytes:
    """The achievement as JSON-LD at its own address (OB 3.0 §B.1.2)."""
    row = Achievement.objects.filter(uuid=achievement).first()
    if row is None:
        raise NotFound(_("There is no such achievement."))
    language = settings.LANGUAGE_CODE
    with translation.override(language):
        spec = documents.achievement_spec(row.uuid, description_from_json(row.description), language=language)
    return json.dumps(badges.build_achievement(spec), ensure_ascii=False, indent=1).encode()


def achievement_row(
    organisation: OrganisationId, description: Description, *, version: UUID, now: datetime
) -> Achievement:
    known = Achievement.objects.filter(
        organisation__uuid=organisation, course_key=description.course_key, version=version
    ).first()
    return known or Achievement.objects.create(
        uuid=ids.new_uuid(),
        organisation_id=organisation,
        course_key=description.course_key,
        version=version,
        description=description.to_json(),
        created_at=now,
    )
