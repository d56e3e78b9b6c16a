"""Who holds which role, and giving one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.urls import reverse
from django.utils.translation import gettext as _

from tequio.web.operate.role_words import role_word
from tequio.web.saying import day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tequio.people.values import HeldGrant, PersonInfo
    from tequio.web.operate.role_forms import GrantForm


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who may be given a role."""

    href: str
    name: str
    tail: str


@dataclass(frozen=True, slots=True)
class GrantLine:
    """A role that somebody holds. `run` is empty when it holds in the whole organisation."""

    href: str
    name: str
    tail: str
    role: str
    role_key: str
    run: str
    period: str


@dataclass(frozen=True, slots=True)
class RolesPage:
    """Everyone who holds a role, and a search for somebody to give one to."""

    template: ClassVar[str] = "operate/roles.html"
    text: str
    found: Sequence[PersonLine]
    grants: Sequence[GrantLine]
    meanings: Sequence[tuple[str, str]]  # each role and what it may do


@dataclass(frozen=True, slots=True)
class GrantPage:
    """One person: what they hold, and a form to give more. `own`: it is the reader, who may not end their own."""

    template: ClassVar[str] = "operate/grant.html"
    person: PersonLine
    end_href: str
    grants: Sequence[GrantLine]
    own: bool
    form: GrantForm


def person_line(person: PersonInfo) -> PersonLine:
    return PersonLine(reverse("grant_role", args=[person.id]), person.name, person.code_tail)


def grant_line(one: HeldGrant) -> GrantLine:
    return GrantLine(
        href=reverse("grant_role", args=[one.person.id]),
        name=one.person.name,
        tail=one.person.code_tail,
        role=role_word(one.role),
        role_key=one.role.value,
        run=str(one.run) if one.run else "",
        period=_period(one),
    )


def _period(one: HeldGrant) -> str:
    since = day(one.granted_at)
    if one.expires_at is None:
        return _("since %(since)s") % {"since": since}
    until = day(one.expires_at)
    return _("since %(since)s, ends on %(until)s") % {"since": since, "until": until}
