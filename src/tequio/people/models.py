"""Tables of the people wall. Private: others come in by `people.api`."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from tequio.people.values import Role


class Organisation(models.Model):
    """A university, ministry, NGO or employer; every primary row in the house carries one."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    key = models.SlugField()
    name = models.CharField(max_length=200)
    country = models.CharField(max_length=2)  # ISO 3166-1
    zone = models.CharField(max_length=60, default="America/Mexico_City")  # IANA
    simulated = models.BooleanField(default=False)
    language = models.CharField(max_length=8, default="es")  # for whoever's browser names none of ours
    created_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key"], name="one_organisation_per_key")]


class Person(AbstractBaseUser):
    """An account. It is known by a generated code, never by a name.

    `password` keeps the hash of the chosen secret, a PIN or a password; `card_secret` that of the printed card's.
    """

    table_kind: ClassVar[str] = "primary"

    class SecretKind(models.TextChoices):
        NONE = "none"
        PIN = "pin"
        PASSWORD = "password"  # noqa: S105 - a name, not a secret

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=250, db_index=True)  # without case or accents, for finding
    language = models.CharField(max_length=8, default="es")
    email = models.EmailField(blank=True)
    secret_kind = models.CharField(max_length=8, choices=SecretKind.choices)
    card_secret = models.CharField(max_length=128, blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()

    USERNAME_FIELD = "code"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = BaseUserManager["Person"]()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], name="one_person_per_code"),
            models.CheckConstraint(condition=~Q(code=""), name="a_person_has_a_code"),
            models.CheckConstraint(condition=~Q(name=""), name="a_person_has_a_name"),
            models.CheckConstraint(
                condition=Q(secret_kind__in=["none", "pin", "password"]), name="a_secret_is_of_a_known_kind"
            ),
        ]


class Membership(models.Model):
    """A role that someone holds in an organisation, or in one run of it."""

    table_kind: ClassVar[str] = "primary"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    role = models.CharField(max_length=16)
    run = models.UUIDField(null=True)
    granted_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    granted_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role"],
                condition=Q(run__isnull=True),
                name="one_membership_per_role",
            ),
            models.UniqueConstraint(
                fields=["person", "organisation", "role", "run"],
                condition=Q(run__isnull=False),
                name="one_membership_per_role_and_run",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]), name="a_membership_has_a_known_role"
            ),
        ]


class Consent(models.Model):
    """Someone agreed to a purpose, having been shown a notice. Never edited: a newer notice is a new row."""

    table_kind: ClassVar[str] = "primary"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=40)
    notice = models.CharField(max_length=20)  # the version of the text that was shown
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "purpose", "notice"], name="one_consent_per_notice")
        ]


class Device(models.Model):
    """A browser that carries a long-lived cookie; only the token's hash is kept."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    token_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token_hash"], name="one_device_per_token")]


class DeviceEnrolment(models.Model):
    """Someone whose PIN works on a device. A shared phone has several."""

    table_kind: ClassVar[str] = "primary"

    device = models.ForeignKey("people.Device", models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    enrolled_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["device", "person"], name="one_enrolment_per_device_and_person")
        ]


class WrongTries(models.Model):
    """How often a secret was tried in vain at one place, and until when the next try must wait."""

    table_kind: ClassVar[str] = "primary"

    place = models.CharField(max_length=64)  # a keyed hash: no code or address is kept
    tries = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)
    wait_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place"], name="one_count_per_place")]


class CardReissue(models.Model):
    """A facilitator replaced someone's card: who, when, why. The old code is kept so that it never returns."""

    table_kind: ClassVar[str] = "primary"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    old_code = models.CharField(max_length=12)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()
    reason = models.CharField(max_length=400)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["old_code"], name="a_code_dies_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="a_reissue_has_a_reason"),
        ]


class Vouching(models.Model):
    """A facilitator's word that this is the person they say: identity level I1."""

    table_kind: ClassVar[str] = "primary"

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person"], name="one_vouching_per_person"),
            models.CheckConstraint(condition=~Q(person=models.F("by")), name="nobody_vouches_for_themselves"),
        ]


class Opening(models.Model):
    """The one-time address under which a new hub is set up; only hashes are kept. It goes once the hub has an operator.

    `holder_hash` is of the cookie that the first to open the address was given, and `answers` is what they said.
    """

    table_kind: ClassVar[str] = "primary"

    token_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True)
    holder_hash = models.CharField(max_length=64, blank=True)
    answers = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="one_opening_per_token"),
            models.CheckConstraint(
                condition=Q(taken_at__isnull=True, holder_hash="")
                | (Q(taken_at__isnull=False) & ~Q(holder_hash="")),
                name="a_taken_opening_has_a_holder",
            ),
        ]


class ThemeChoice(models.Model):
    """The hub's colours as an operator chose them; empty for the program's own. The newest row is worn."""

    table_kind: ClassVar[str] = "primary"

    light = models.JSONField(default=dict)
    dark = models.JSONField(default=dict)
    digest = models.CharField(max_length=16, db_index=True)  # in the style sheet's address
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(digest=""), name="a_theme_has_a_digest"),
        ]
