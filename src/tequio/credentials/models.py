"""Tables of the credentials wall. Private: others come in by `credentials.api`."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from tequio.credentials import vouching_models  # noqa: F401 - tables of this app, told to Django here


class IssuerKey(models.Model):
    """The public part of one signing key and the period it may sign in. Its secret lies in the data folder."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    did = models.CharField(max_length=300)
    verification_method = models.CharField(max_length=400)
    multibase = models.CharField(max_length=100)
    demo = models.BooleanField(default=False)
    valid_from = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["verification_method"], name="one_issuer_key_per_method"),
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(valid_until__isnull=True), name="one_active_issuer_key"
            ),
        ]


class KeyRevocation(models.Model):
    """A key is not believed from a moment on: who said so, when, and why. Earlier signatures need the log's witness."""

    table_kind: ClassVar[str] = "primary"

    key = models.OneToOneField("credentials.IssuerKey", models.PROTECT, related_name="+")
    since = models.DateTimeField()
    reason = models.CharField(max_length=500)
    by_name = models.CharField(max_length=200)  # whoever sat at the hub's own command line
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_key_revocation_has_a_reason"),
            models.CheckConstraint(
                condition=Q(since__lte=models.F("at")), name="a_key_is_revoked_from_the_past"
            ),
        ]


class IssuanceLog(models.Model):
    """The right edge of an issuer's log of signatures: its size, running hash, and the roots of its whole subtrees."""

    table_kind: ClassVar[str] = "primary"

    organisation = models.OneToOneField(
        "people.Organisation", models.PROTECT, to_field="uuid", related_name="+"
    )
    size = models.PositiveBigIntegerField(default=0)
    chain = models.BinaryField(max_length=32)
    edge = models.BinaryField(
        default=bytes
    )  # 32 bytes for each 1 in the binary digits of `size`, largest first


class LogRoot(models.Model):
    """The log's size and root at one moment, signed: what others keep, so that nobody rewrites the log unseen."""

    table_kind: ClassVar[str] = "primary"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    size = models.PositiveBigIntegerField()
    root = models.BinaryField(max_length=32)
    document = models.BinaryField()  # signed, byte for byte
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "size"], name="one_log_root_per_size")]


class TrustedIssuer(models.Model):
    """An issuer elsewhere whose credentials this hub takes, with the document that names its keys."""

    table_kind: ClassVar[str] = "primary"

    did = models.CharField(max_length=300)
    entry = models.JSONField()  # as in a trust file
    intake = models.ForeignKey("credentials.RegistryIntake", models.PROTECT, null=True, related_name="+")
    added_by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["did"], name="one_trusted_issuer_per_did")]


class Achievement(models.Model):
    """What can be earned: one version of a course, as it is described inside credentials."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    course_key = models.CharField(max_length=120)
    version = models.UUIDField()
    description = models.JSONField()  # `description.Description`, in every language of the course
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "course_key", "version"], name="one_achievement_per_version"
            )
        ]


class Template(models.Model):
    """What credentials of one achievement have in common, byte for byte as it is published; `tag` is how they name it."""

    table_kind: ClassVar[str] = "primary"

    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    achievement = models.ForeignKey("credentials.Achievement", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    body = models.BinaryField()
    created_at = models.DateTimeField()


class Batch(models.Model):
    """Credentials for results from elsewhere, such as another learning platform: whose file, who vouched, when."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    achievement = models.ForeignKey("credentials.Achievement", models.PROTECT, related_name="+")
    source = models.CharField(max_length=200)  # the platform that the results come from, in words
    digest = models.CharField(max_length=64)  # SHA-256 of the file
    rows = models.PositiveIntegerField()
    evidence = models.JSONField()  # the same for every row; its awards keep none
    facts = models.JSONField(default=dict)  # what the awards have in common; each keeps what is its own
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "digest"], name="one_batch_per_file"),
            models.CheckConstraint(condition=~Q(source=""), name="a_batch_has_a_source"),
            models.CheckConstraint(condition=Q(rows__gt=0), name="a_batch_has_rows"),
        ]


class Award(models.Model):
    """The fact that someone earned an achievement, with the evidence it rests on, frozen."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    achievement = models.ForeignKey("credentials.Achievement", models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", null=True, related_name="+")
    batch = models.ForeignKey("credentials.Batch", models.PROTECT, null=True, related_name="+")
    registration = models.UUIDField()  # the enrolment; of a batch, a number of its own
    attempt = models.UUIDField(null=True)  # none where a course has no final check
    subject = models.UUIDField(unique=True)  # random, so that two awards of one person do not link
    evidence = models.JSONField()
    facts = models.JSONField()  # `description.AwardFacts`
    awarded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["achievement", "registration"], name="one_award_per_enrolment"),
            models.UniqueConstraint(fields=["attempt"], name="one_award_per_attempt"),
            models.CheckConstraint(
                condition=Q(person__isnull=False, batch__isnull=True)
                | Q(person__isnull=True, batch__isnull=False),
                name="an_award_is_a_persons_or_a_batchs",
            ),
        ]


class Credential(models.Model):
    """One signed document, kept so that the same bytes come out. A later result is a new one that points at the first."""

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    code = models.CharField(max_length=12)
    award = models.ForeignKey("credentials.Award", models.PROTECT, related_name="+")
    issuer_key = models.ForeignKey("credentials.IssuerKey", models.PROTECT, related_name="+")
    supersedes = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    template = models.ForeignKey("credentials.Template", models.PROTECT, null=True, related_name="+")
    packed = models.BinaryField(null=True)  # the values in the template's holes, and the signature
    document = models.BinaryField(null=True)  # of what was issued before there were templates
    signature = models.BinaryField(max_length=64)  # of the document: the leaf in the issuer's log
    log_num = models.PositiveBigIntegerField()  # its place there
    language = models.CharField(max_length=8)
    issued_at = models.DateTimeField()
    valid_until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["code"], name="one_credential_per_code"),
            models.UniqueConstraint(
                fields=["award"], condition=Q(supersedes__isnull=True), name="one_first_credential_per_award"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gt=models.F("issued_at")),
                name="a_credential_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(document__isnull=False, template__isnull=True, packed__isnull=True)
                | Q(document__isnull=True, template__isnull=False, packed__isnull=False),
                name="a_credential_is_kept_in_one_form",
            ),
            models.UniqueConstraint(fields=["organisation", "log_num"], name="one_credential_per_log_num"),
        ]


class StatusList(models.Model):
    """One shard of 131,072 bits for one purpose (Bitstring Status List 1.0 §3.4), and its last signed publication.

    The shards of both purposes that have one `num` speak of the same credentials, at the same index.
    """

    table_kind: ClassVar[str] = "primary"

    uuid = models.UUIDField(unique=True)
    organisation = models.ForeignKey("people.Organisation", models.PROTECT, to_field="uuid", related_name="+")
    num = models.PositiveIntegerField()
    purpose = models.CharField(max_length=12, default="revocation")
    entries = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=0)  # how often its bits were published changed
    document = models.BinaryField(null=True)
    signed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "num", "purpose"], name="one_status_list_per_num_and_purpose"
            ),
            models.CheckConstraint(
                condition=Q(purpose__in=["revocation", "suspension"]),
                name="a_status_list_has_a_known_purpose",
            ),
            models.CheckConstraint(condition=Q(entries__lte=131_072), name="a_status_list_has_131072_bits"),
            models.CheckConstraint(
                condition=Q(document__isnull=True, signed_at__isnull=True)
                | Q(document__isnull=False, signed_at__isnull=False),
                name="a_published_list_is_signed",
            ),
        ]


class StatusPublication(models.Model):
    """A status list as it was first signed with these bits; kept, so that its own address can be cached for good."""

    table_kind: ClassVar[str] = "primary"

    status_list = models.ForeignKey("credentials.StatusList", models.PROTECT, related_name="+")
    version = models.PositiveIntegerField()
    document = models.BinaryField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["status_list", "version"], name="one_publication_per_version")
        ]


class StatusEntry(models.Model):
    """Which bit of which list speaks for a signed document; drawn at random, so that order tells nothing."""

    table_kind: ClassVar[str] = "primary"

    status_list = models.ForeignKey("credentials.StatusList", models.PROTECT, related_name="+")
    credential = models.OneToOneField("credentials.Credential", models.PROTECT, null=True, related_name="+")
    vouching = models.OneToOneField("credentials.Vouching", models.PROTECT, null=True, related_name="+")
    index = models.PositiveIntegerField()
    can_suspend = models.BooleanField(default=False)  # its document names the list of suspensions too

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["status_list", "index"], name="one_credential_per_bit"),
            models.CheckConstraint(condition=Q(index__lt=131_072), name="a_bit_is_inside_its_list"),
            models.CheckConstraint(
                condition=Q(credential__isnull=False, vouching__isnull=True)
                | Q(credential__isnull=True, vouching__isnull=False),
                name="a_bit_speaks_for_one_document",
            ),
        ]


class Revocation(models.Model):
    """A credential no longer stands: who said so, when, and why."""

    table_kind: ClassVar[str] = "primary"

    credential = models.OneToOneField("credentials.Credential", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_revocation_has_a_reason")]


class Suspension(models.Model):
    """The issuer does not stand by a credential for now: who said so, when, and why."""

    table_kind: ClassVar[str] = "primary"

    credential = models.ForeignKey("credentials.Credential", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_suspension_has_a_reason")]


class Reinstatement(models.Model):
    """A suspension is over: who ended it, when, and why."""

    table_kind: ClassVar[str] = "primary"

    suspension = models.OneToOneField("credentials.Suspension", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="a_reinstatement_has_a_reason")]


class Correction(models.Model):
    """A credential that says again, rightly, what an earlier one said wrongly; the earlier one is revoked."""

    table_kind: ClassVar[str] = "primary"

    credential = models.OneToOneField("credentials.Credential", models.PROTECT, related_name="+")
    learner_name = models.CharField(max_length=300)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey("people.Person", models.PROTECT, to_field="uuid", related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_correction_has_a_reason"),
            models.CheckConstraint(condition=~Q(learner_name=""), name="a_correction_has_a_name"),
        ]
