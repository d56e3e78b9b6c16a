"""Tables of the assessment wall. Private: others come in by `assessment.api`.

What tells an answer stands in `ItemKey` and nowhere else, and is read only to score and by who reviews the item.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from tequio.assessment.values import AttemptState, Pool

OPEN = AttemptState.OPEN.value
CLOSED = [AttemptState.SUBMITTED.value, AttemptState.TIMED_OUT.value]


class Bank(models.Model):
    """Items of one course, in pools that never share one."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    key = models.CharField(max_length=120)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="one_bank_per_key")]


class Item(models.Model):
    """A question under one key, in one pool for good: what was practised is never examined."""

    table_kind: ClassVar[str] = "primary"

    bank = models.ForeignKey("assessment.Bank", models.PROTECT, related_name="+")
    key = models.CharField(max_length=80)
    pool = models.CharField(max_length=10)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bank", "key"], name="one_item_per_key"),
            models.CheckConstraint(
                condition=Q(pool__in=[pool.value for pool in Pool]), name="item_in_a_pool"
            ),
        ]


class ItemText(models.Model):
    """That a wording belongs to one item for good, so that no question comes back under another key."""

    table_kind: ClassVar[str] = "primary"

    bank = models.ForeignKey("assessment.Bank", models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    item = models.ForeignKey("assessment.Item", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["bank", "fingerprint"], name="one_item_per_wording"),
        ]


class ItemVersion(models.Model):
    """One wording of an item, as learners see it, in all its languages. Attempts keep the version they saw."""

    table_kind: ClassVar[str] = "primary"

    item = models.ForeignKey("assessment.Item", models.PROTECT, related_name="+")
    num = models.PositiveIntegerField()
    outcome = models.CharField(max_length=80)
    shown = models.JSONField()
    digest = models.CharField(max_length=64)
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["item", "num"], name="one_item_version_per_num"),
            models.UniqueConstraint(
                fields=["item"], condition=Q(superseded_at__isnull=True), name="one_current_item_version"
            ),
        ]


class ItemKey(models.Model):
    """What is right, and every text that tells it: the one secret of this wall."""

    table_kind: ClassVar[str] = "primary"

    version = models.OneToOneField("assessment.ItemVersion", models.PROTECT, related_name="+")
    whole = models.JSONField()


class ItemReview(models.Model):
    """Someone let this version pass. A new version starts unreviewed."""

    table_kind: ClassVar[str] = "primary"

    version = models.OneToOneField("assessment.ItemVersion", models.PROTECT, related_name="+")
    by = models.UUIDField()
    at = models.DateTimeField()


class Paper(models.Model):
    """A check that can be taken: a name and a bank to draw from. Its rules have versions."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    bank = models.ForeignKey("assessment.Bank", models.PROTECT, related_name="+")
    key = models.CharField(max_length=120)
    home = models.CharField(max_length=400)  # the IRI below which statements name this paper and its items

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="one_paper_per_key")]


class PaperVersion(models.Model):
    """The rules of a paper for a time. An attempt keeps the version under which it began."""

    table_kind: ClassVar[str] = "primary"

    paper = models.ForeignKey("assessment.Paper", models.PROTECT, related_name="+")
    num = models.PositiveIntegerField()
    spec = models.JSONField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "num"], name="one_paper_version_per_num"),
            models.UniqueConstraint(
                fields=["paper"], condition=Q(superseded_at__isnull=True), name="one_current_paper_version"
            ),
        ]


class Attempt(models.Model):
    """One go at a paper: owns the limit and the clock. Number and openness are held unique here, not in code."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    paper = models.ForeignKey("assessment.Paper", models.PROTECT, related_name="+")
    version = models.ForeignKey("assessment.PaperVersion", models.PROTECT, related_name="+")
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    registration = models.UUIDField(db_index=True)  # the enrolment, which lives above
    person = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    actor_name = models.CharField(max_length=200)  # the pseudonym its statements bear
    language = models.CharField(max_length=16)
    num = models.PositiveIntegerField()
    tries = models.PositiveIntegerField()  # allowed when it began
    state = models.CharField(max_length=10, default=OPEN)
    started_at = models.DateTimeField()
    deadline = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "registration", "num"], name="one_attempt_per_number"),
            models.UniqueConstraint(
                fields=["paper", "registration"], condition=Q(state=OPEN), name="one_open_attempt"
            ),
            models.CheckConstraint(
                condition=Q(num__gte=1) & Q(num__lte=F("tries")), name="attempt_within_its_tries"
            ),
            models.CheckConstraint(condition=Q(deadline__gt=F("started_at")), name="attempt_has_time"),
            models.CheckConstraint(
                condition=Q(state=OPEN, closed_at__isnull=True)
                | Q(state__in=CLOSED, closed_at__isnull=False),
                name="attempt_open_or_closed",
            ),
        ]
        indexes = [models.Index(fields=["deadline"], condition=Q(state=OPEN), name="attempt_overdue")]


class FormItem(models.Model):
    """One place of an attempt's form: which version of which item, and its choices in the order shown."""

    table_kind: ClassVar[str] = "primary"

    attempt = models.ForeignKey("assessment.Attempt", models.CASCADE, related_name="+")
    num = models.PositiveIntegerField()
    version = models.ForeignKey("assessment.ItemVersion", models.PROTECT, related_name="+")
    order = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attempt", "num"], name="one_form_item_per_place"),
            models.UniqueConstraint(fields=["attempt", "version"], name="one_place_per_form_item"),
        ]


class Save(models.Model):
    """One answer as it was received. All are kept; the highest `seq` of those in time is the answer."""

    table_kind: ClassVar[str] = "primary"

    attempt = models.ForeignKey("assessment.Attempt", models.CASCADE, related_name="+")
    place = models.ForeignKey("assessment.FormItem", models.CASCADE, related_name="+")
    key = models.CharField(max_length=80)
    seq = models.PositiveBigIntegerField()
    response = models.JSONField()
    digest = models.CharField(max_length=64)  # of what was asked for, to know a replay from another answer
    received_at = models.DateTimeField()
    late = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["attempt", "key"], name="one_save_per_key"),
            models.CheckConstraint(condition=~Q(key=""), name="save_has_a_key"),
            models.CheckConstraint(condition=Q(seq__gte=1), name="save_seq_counts_from_one"),
        ]


class AttemptScore(models.Model):
    """What a closed attempt came to. Never edited: the cut is the one under which it was taken."""

    table_kind: ClassVar[str] = "primary"

    attempt = models.OneToOneField("assessment.Attempt", models.CASCADE, related_name="+")
    right = models.PositiveIntegerField()
    of = models.PositiveIntegerField()
    passed = models.BooleanField()
    by_outcome = models.JSONField()
    scored_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(right__lte=F("of")) & Q(of__gte=1), name="score_within_its_form"
            )
        ]


class Practice(models.Model):
    """How far a learner is with one practice item; a fold over statements."""

    table_kind: ClassVar[str] = "derived"

    registration = models.UUIDField()
    item = models.CharField(max_length=80)
    outcome = models.CharField(max_length=80)
    tries = models.PositiveIntegerField(default=0)
    hints = models.PositiveIntegerField(default=0)
    round_tries = models.PositiveIntegerField(default=0)
    round_hints = models.PositiveIntegerField(default=0)
    right = models.BooleanField(default=False)
    credited = models.BooleanField(default=False)
    unaided = models.BooleanField(default=False)
    revealed = models.BooleanField(default=False)
    last_response = models.TextField(default="")
    last_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["registration", "item"], name="one_practice_per_item"),
            models.CheckConstraint(
                condition=Q(credited=False) | Q(right=True), name="practice_credit_is_right"
            ),
        ]


class OutcomeEvidence(models.Model):
    """One first answer to a practice item, as evidence for its outcome; a fold over statements."""

    table_kind: ClassVar[str] = "derived"

    registration = models.UUIDField()
    outcome = models.CharField(max_length=80)
    num = models.PositiveIntegerField()
    item = models.CharField(max_length=80)
    right = models.BooleanField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["registration", "outcome", "num"], name="one_evidence_per_num")
        ]
