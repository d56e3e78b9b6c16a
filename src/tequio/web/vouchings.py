"""One signed support as every page shows it: who, for what, until when, and the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tequio.credentials.vouching.api import Claim, Kind
from tequio.web.saying import day

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.vouching.api import VouchingInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class VouchingLine:
    """`gone`: when and why it was taken back, or that its time is over; empty while it stands."""

    by: str
    about: str
    says: str
    comment: str
    demo: bool
    until: str
    gone: str
    document_href: str
    withdraw_href: str


def vouching_line(one: VouchingInfo, now: datetime) -> VouchingLine:
    return VouchingLine(
        by=one.organisation_name,
        about=one.about_name,
        says=_says(one),
        comment=one.comment,
        demo=one.demo,
        until=_("Until %(day)s") % {"day": day(one.valid_until)},
        gone=_gone(one, now),
        document_href=reverse(f"wire_{one.kind}", args=[one.id]),
        withdraw_href=reverse("withdraw_vouching", args=[one.id]) if one.stands(now) else "",
    )


def _says(one: VouchingInfo) -> str:
    if one.kind is Kind.ACCREDITATION:
        count = len(one.claim.splitlines())
        said = ngettext("It may award %(count)d achievement.", "It may award %(count)d achievements.", count)
        return said % {"count": count} if count else _("It may award everything.")
    match Claim(one.claim):
        case Claim.REVIEWED:
            return _("They reviewed the tasks and the final check.")
        case Claim.DESIGNED:
            return _("They helped design this with what their work needs.")
        case Claim.HIRED:
            said = ngettext(
                "They hired %(count)d person who has this.",
                "They hired %(count)d people who have this.",
                one.count,
            )
            return said % {"count": one.count}


def _gone(one: VouchingInfo, now: datetime) -> str:
    if one.revoked_at is not None:
        values = {"date": day(one.revoked_at), "reason": one.revoked_reason}
        return _("Taken back on %(date)s. Reason: %(reason)s") % values
    return "" if one.stands(now) else _("Its time is over.")
