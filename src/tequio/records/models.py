"""Tables of the records wall: the ledger, the pseudonyms of its actors, and one index to find statements by."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class Origin(models.Model):
    """Who writes a lane of the ledger: a public key, and how far its chain has come. Locked to append."""

    table_kind: ClassVar[str] = "ledger"

    key = models.CharField(max_length=60, unique=True)  # Ed25519 multikey, multibase
    store = models.UUIDField()
    simulated = models.BooleanField(default=False)
    length = models.BigIntegerField(default=0)
    head = models.BinaryField(max_length=32)
    opened_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(length__gte=0), name="origin_length_counts")]


class Erasure(models.Model):
    """That an actor's statements were erased: by whom and when. Their places in the chain stay."""

    table_kind: ClassVar[str] = "ledger"

    uuid = models.UUIDField(unique=True)
    store = models.UUIDField()
    by = models.UUIDField(null=True)  # the person; None when the installation itself did it
    at = models.DateTimeField()


class Statement(models.Model):
    """One kept statement: its body exactly as kept, and its link in the chain of its origin."""

    table_kind: ClassVar[str] = "ledger"

    store = models.UUIDField()
    uuid = models.UUIDField()
    origin = models.ForeignKey(Origin, models.PROTECT, related_name="+", db_index=False)
    seq = models.BigIntegerField()
    received_at = models.DateTimeField()
    body = models.BinaryField(null=True)
    salt = models.BinaryField(null=True, max_length=32)
    commitment = models.BinaryField(max_length=32)
    chain = models.BinaryField(max_length=32)
    erasure = models.ForeignKey(Erasure, models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["store", "uuid"], name="statement_once_per_store"),
            models.UniqueConstraint(fields=["origin", "seq"], name="statement_seq_once_per_origin"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="statement_seq_counts_from_one"),
            models.CheckConstraint(
                condition=Q(body__isnull=False, salt__isnull=False, erasure__isnull=True)
                | Q(body__isnull=True, salt__isnull=True, erasure__isnull=False),
                name="statement_whole_or_erased",
            ),
        ]


class ActorPseudonym(models.Model):
    """The random name a person bears in the ledger of one organisation on this hub. Deleting it unlinks them."""

    table_kind: ClassVar[str] = "primary"

    person = models.UUIDField()
    organisation = models.UUIDField()
    name = models.CharField(max_length=36, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "organisation"], name="one_pseudonym_per_organisation")
        ]


class StatementIndex(models.Model):
    """What statements are looked up by; derived, so that the ledger itself carries no index but its keys."""

    table_kind: ClassVar[str] = "derived"

    statement = models.OneToOneField(Statement, models.CASCADE, primary_key=True, related_name="+")
    store = models.UUIDField()
    actor = models.TextField()
    registration = models.UUIDField(null=True)
    verb = models.TextField()
    object = models.TextField()
    timestamp = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["actor", "statement"], name="statement_by_actor"),
            models.Index(fields=["registration", "statement"], name="statement_by_registration"),
            models.Index(fields=["store", "verb", "statement"], name="statement_by_store_verb"),
        ]
