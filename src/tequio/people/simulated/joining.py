"""Made-up people join a simulated organisation, without a secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from tequio.kit.errors import Refused
from tequio.people.joining import welcome
from tequio.people.lookup import info, organisation_row

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import OrganisationId, PersonInfo


class NotSimulated(Refused):
    """The organisation is real."""

    code = "not_simulated"


@transaction.atomic
def join_simulated(*, organisation: OrganisationId, name: str, language: str, now: datetime) -> PersonInfo:
    """Make an account like any other, but with no secret that opens it: hashing one takes longer than all else."""
    place = organisation_row(organisation)
    if not place.simulated:
        raise NotSimulated(_("Made-up people may join simulated organisations only."))
    return info(welcome(place, name, language, None, "", now))
