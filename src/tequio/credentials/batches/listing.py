"""Batches that were issued, and their credentials one after the other, in constant memory."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from django.conf import settings
from django.db.models import Count, Exists, Max, Min, OuterRef
from django.utils.translation import gettext as _

from tequio.credentials.batches.values import BatchId, BatchInfo, Member
from tequio.credentials.models import Award, Batch, Credential, Revocation
from tequio.credentials.templating import document_of
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio.people.roster import api as roster
from tequio.people.values import Action, OrganisationId, PersonId

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from django.db.models import QuerySet

    from tequio.people.values import Actor

AT_ONCE = 2_000
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # also in full width (OWASP, CSV Injection)


def batches(*, organisation: OrganisationId, by: Actor) -> tuple[BatchInfo, ...]:
    """Every batch of an organisation, the newest first."""
    people.require(by, Action.CREDENTIAL_ISSUE, organisation=organisation)
    rows = Batch.objects.filter(organisation__uuid=organisation).order_by("-at", "-pk")
    return _infos(list(rows.select_related("achievement")))


def batch(which: BatchId, *, by: Actor) -> BatchInfo:
    """One batch, before an officer of its issuer; `NotFound` otherwise."""
    return _infos([batch_row(which, by=by)])[0]


def batch_row(which: BatchId, *, by: Actor) -> Batch:
    row = Batch.objects.select_related("achievement").filter(uuid=which).first()
    if row is None or not people.allowed(
        by, Action.CREDENTIAL_ISSUE, organisation=OrganisationId(row.organisation_id)
    ):
        raise NotFound(_("There is no such batch."))
    return row


def members(which: BatchId, *, by: Actor, limit: int | None = None, skip: int = 0) -> Iterator[Member]:
    """The credentials of a batch in the order of its file; a corrected one stands where the first did."""
    found = _read(batch_row(which, by=by))
    return islice(found, skip, None if limit is None else skip + limit)


def table(which: BatchId, *, by: Actor) -> Iterator[tuple[str, ...]]:
    """For the other platform: code, link, name, day, score, language, and when it no longer stands, that."""
    for one in members(which, by=by):
        link = f"{settings.HUB_URL}/c/{one.code}"
        name = _as_text(one.learner_name)
        yield one.code, link, name, one.finished, one.score, one.language, "revoked" if one.revoked else ""


def _as_text(cell: str) -> str:
    """A spreadsheet would run what begins like a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def count_members(which: BatchId, *, by: Actor) -> int:
    """How many `members` would go through without a limit."""
    return Credential.objects.filter(award__batch=batch_row(which, by=by)).count()


def write_documents(which: BatchId, folder: Path, *, by: Actor) -> int:
    """Every signed document as a file named by its code, a thousand to a folder; how many there were."""
    row, count = batch_row(which, by=by), 0
    for window in _windows(row):
        for one in window.select_related("award", "template", "issuer_key"):
            if one.award.batch_id != row.pk:
                continue
            part = folder / f"{count // 1000:04}"
            part.mkdir(parents=True, exist_ok=True)
            (part / f"{one.code}.json").write_bytes(document_of(one))
            count += 1
    return count


def _read(row: Batch) -> Iterator[Member]:
    gone = Exists(Revocation.objects.filter(credential=OuterRef("pk")))
    for window in _windows(row):
        shown = window.annotate(gone=gone).values_list(
            "award__batch", "code", "award__facts", "language", "gone"
        )
        yield from (_member(*own) for of, *own in shown if of == row.pk)


def _windows(row: Batch) -> Iterator[QuerySet[Credential]]:
    """Awards of a batch lie side by side; some of another may lie among them. In one go, SQLite would sort a million."""
    ends = Award.objects.filter(batch=row).aggregate(first=Min("pk"), last=Max("pk"))
    for at in range(ends["first"], ends["last"] + 1, AT_ONCE):
        side_by_side = Credential.objects.filter(award_id__gte=at, award_id__lt=at + AT_ONCE)
        yield side_by_side.order_by("award_id", "pk")


def _member(code: str, facts: dict[str, str], language: str, gone: bool) -> Member:
    return Member(code, facts["learner_name"], facts["finished_at"][:10], facts["score"], language, gone)


def _infos(rows: list[Batch]) -> tuple[BatchInfo, ...]:
    gone = dict(
        Revocation.objects.filter(credential__award__batch__in=rows)
        .values_list("credential__award__batch")
        .annotate(Count("pk"))
    )
    officers = roster.persons([PersonId(row.by_id) for row in rows])
    return tuple(
        BatchInfo(
            id=BatchId(row.uuid),
            title=row.achievement.description["title"],
            source=row.source,
            digest=row.digest,
            rows=row.rows,
            revoked=gone.get(row.pk, 0),
            at=row.at,
            by_name=officers[PersonId(row.by_id)].name if PersonId(row.by_id) in officers else "",
        )
        for row in rows
    )
