"""Joining: organisations open, people come in, with a code, one chosen secret, a consent and the learner's role."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from tequio.kit import events, ids
from tequio.people import chosen_secret, codes, tries, waits
from tequio.people.errors import FieldsRefused
from tequio.people.events import PersonJoined
from tequio.people.lookup import folded, info, organisation_info, organisation_row
from tequio.people.models import CardReissue, Consent, Membership, Organisation, Person
from tequio.people.values import OrganisationId, OrganisationInfo, Role

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.people.values import PersonInfo

STUDY, NOTICE = "study", "2026-11"  # the purpose people agree to when they join, and the notice they see


@transaction.atomic
def create_organisation(
    *, key: str, name: str, country: str, zone: str, simulated: bool, now: datetime, language: str = "es"
) -> OrganisationInfo:
    """Open an organisation on this hub. `key` is what people choose, as in its addresses."""
    if Organisation.objects.filter(key=key).exists():
        raise FieldsRefused({"key": _("There is an organisation with this key already. Choose another.")})
    row = Organisation.objects.create(
        uuid=ids.new_uuid(),
        key=key,
        name=name,
        country=country,
        zone=zone,
        simulated=simulated,
        language=language,
        created_at=now,
    )
    return organisation_info(row)


def join(
    *,
    organisation: OrganisationId,
    name: str,
    language: str,
    secret: str,
    email: str = "",
    now: datetime,
    address: str = "",
) -> PersonInfo:
    """Make an account with a new code and the learner's role. `secret` is a PIN or a password.

    `address` is where the wish came from; too many from one place must wait.
    """
    name, email = _tidy(name), email.strip()
    _refuse_bad_fields(name, secret, email)
    if address:
        tries.take([tries.Place("join", address, waits.JOINING)], now=now)
    with transaction.atomic():
        return info(welcome(organisation_row(organisation), name, language, secret, email, now))


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _refuse_bad_fields(name: str, secret: str, email: str) -> None:
    problems = {
        "name": _name_problem(name),
        "secret": chosen_secret.problem(secret),
        "email": _email_problem(email),
    }
    wrong = {field: sentence for field, sentence in problems.items() if sentence}
    if wrong:
        raise FieldsRefused(wrong)


def _name_problem(name: str) -> str:
    if not name:
        return _("Write your name as you want to see it on your certificate.")
    if len(name) > 200:
        return _("This name is too long. Write at most 200 characters.")
    if any(unicodedata.category(ch) in ("Cc", "Cs", "Co", "Cn") for ch in name):
        return _("This name holds a character that cannot be printed. Write it again by hand.")
    return ""


def _email_problem(email: str) -> str:
    try:
        if email:
            validate_email(email)
    except ValidationError:
        return _("Write an e-mail address such as rosa@example.org, or leave this empty.")
    return ""


def welcome(
    organisation: Organisation, name: str, language: str, secret: str | None, email: str, now: datetime
) -> Person:
    """The account with all that belongs to it. Without a secret, nobody ever signs in."""
    row = Person(
        uuid=ids.new_uuid(),
        organisation=organisation,
        code=unused_code(),
        name=name,
        name_folded=folded(name),
        language=language,
        email=email,
        joined_at=now,
    )
    if secret is None:
        chosen_secret.kill(row)
    else:
        chosen_secret.keep(row, secret)
    row.save(force_insert=True)
    Membership.objects.create(person=row, organisation=organisation, role=Role.LEARNER, granted_at=now)
    Consent.objects.create(person=row, purpose=STUDY, notice=NOTICE, given_at=now)
    events.publish(
        PersonJoined(event_id=ids.new_uuid(), at=now, person=row.uuid, organisation=organisation.uuid)
    )
    return row


def unused_code() -> str:
    """A code that nobody has and nobody ever had."""
    while True:
        code = codes.new_code()
        taken = (
            Person.objects.filter(code=code).exists() or CardReissue.objects.filter(old_code=code).exists()
        )
        if not taken:
            return code
