"""Tables of vouching and of the wallet: who is believed from elsewhere, who supports what, what learners bring."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

MOST_KEPT_BYTES = 2_000_000  # of one file in a wallet


class RegistryIntake(models.Model):
    """Another hub's registry taken in: whose, which file byte for byte, what it changed, who did it and when."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    signer = models.CharField(max_length=300)
    name = models.CharField(max_length=300)
    digest = models.CharField(max_length=64)  # SHA-256 of the file
    document = models.BinaryField()
    as_of = models.DateTimeField()
    changes = models.JSONField()  # pairs of DID and what became of it
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()


class IssuerRemoval(models.Model):
    """An issuer from elsewhere is not believed any more: who took it off the list, when, and why."""

    table_kind: ClassVar[str] = "primary"

    did = models.CharField(max_length=300)
    entry = models.JSONField()  # as it was believed
    reason = models.CharField(max_length=500)
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="an_issuer_removal_has_a_reason")]


class Vouching(models.Model):
    """A signed document by which an organisation stands behind an achievement or an issuer, byte for byte."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    issuer_key = models.ForeignKey("credentials.IssuerKey", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16)
    about = models.CharField(max_length=500)  # the achievement's address, or the issuer's DID
    said = models.JSONField()  # what pages show of it
    document = models.BinaryField()
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField()
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["about"], name="vouching_by_what_it_is_about")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["endorsement", "accreditation"]), name="a_vouching_has_a_known_kind"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gt=models.F("valid_from")), name="a_vouching_ends_after_it_begins"
            ),
        ]


class VouchingRevocation(models.Model):
    """An organisation no longer stands behind something: who said so, when, and why."""

    table_kind: ClassVar[str] = "primary"

    vouching = models.OneToOneField("credentials.Vouching", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_vouching_revocation_has_a_reason")
        ]


class WalletCredential(models.Model):
    """A file that a learner brought from elsewhere, byte for byte. What it is worth is checked anew at each look."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    person = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    name = models.CharField(max_length=200)  # of the file
    kind = models.CharField(max_length=8)
    data = models.BinaryField(max_length=MOST_KEPT_BYTES)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "digest"], name="one_wallet_credential_per_file"),
            models.CheckConstraint(condition=Q(kind__in=["ob3", "ob2"]), name="a_wallet_file_has_a_kind"),
        ]
