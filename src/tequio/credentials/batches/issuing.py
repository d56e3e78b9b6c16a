"""Issuing a batch: read, sign to a spool, check, and only then keep, all or nothing."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tequio.credentials import keyfiles, rules
from tequio.credentials.achieving import achievement_row
from tequio.credentials.batches import composing, keeping, places, pool, worker
from tequio.credentials.batches.reading import read_sheet, rows_of
from tequio.credentials.batches.spool import spool
from tequio.credentials.batches.values import BatchId, Problem
from tequio.credentials.issuers import lock_issuer
from tequio.credentials.models import Batch
from tequio.credentials.trusting import write_trust_file
from tequio.kit import ids
from tequio.kit.errors import Refused
from tequio.kit.going import ALONE
from tequio.people import api as people
from tequio.people.values import Action

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from tequio.credentials.batches.places import Place
    from tequio.credentials.batches.values import About, Row, Sheet
    from tequio.credentials.models import IssuerKey, StatusList
    from tequio.kit.going import Going
    from tequio.people.values import Actor, OrganisationId

SMALL = 5_000  # rows; a larger batch takes shards of its own and all cores
CHUNK = 1_000


class BatchRefused(Refused):
    """The file cannot become a batch; `problems` says why, line by line."""

    code = "batch_refused"

    def __init__(self, sentence: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(sentence)
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for, and what was found when the file was read."""

    path: Path
    about: About
    sheet: Sheet
    organisation: OrganisationId
    by: Actor
    now: datetime


def look(path: Path, *, about: About, organisation: OrganisationId, by: Actor, now: datetime) -> Sheet:
    """Read a file as `issue` would, and write nothing."""
    people.require(by, Action.CREDENTIAL_ISSUE, organisation=organisation)
    sheet = read_sheet(path, languages=about.languages, today=_today(now))
    held = Batch.objects.filter(organisation__uuid=organisation, digest=sheet.digest).first()
    if held is None:
        return sheet
    told = _("This very file was issued on %(date)s. Nobody gets a second certificate for it.")
    raise BatchRefused(told % {"date": held.at.date().isoformat()})


def issue(
    path: Path,
    *,
    about: About,
    organisation: OrganisationId,
    by: Actor,
    now: datetime,
    going: Going = ALONE,
) -> BatchId:
    """Sign every row of a file, check the batch by the general path, and release all of it or nothing."""
    now = now.replace(microsecond=0)  # proofs tell whole seconds
    going.step("read")
    sheet = look(path, about=about, organisation=organisation, by=by, now=now)
    if sheet.problems:
        raise BatchRefused(_("The file cannot be issued before its lines are put right."), sheet.problems)
    order = Order(path=path, about=about, sheet=sheet, organisation=organisation, by=by, now=now)
    with spool(_spool_path()) as file:
        return (_issue_small if sheet.rows < SMALL else _issue_large)(order, file, going)


def _issue_small(order: Order, file: BinaryIO, going: Going) -> BatchId:
    """In the shared shards, which stay locked from drawing to keeping."""
    going.step("sign", 0, order.sheet.rows)
    with going.last("keep"), transaction.atomic():
        key = lock_issuer(order.organisation)
        order = _not_before(order, key)
        plan = _plan(order, key)
        shard, drawn = places.draw(order.organisation, order.sheet.rows, now=order.now)
        task = _task(order, plan)
        for done in pool.sign_here(task, _chunks(order, iter(drawn))):
            file.write(done)
        shard.entries += order.sheet.rows
        shard.save(update_fields=["entries"])
        return _keep(order, plan, task, file, {shard.num: shard.pk})


def _issue_large(order: Order, file: BinaryIO, going: Going) -> BatchId:
    """In shards of its own, reserved beforehand, so that nobody waits while it is signed."""
    with transaction.atomic():
        key = lock_issuer(order.organisation)
        order = _not_before(order, key)
        plan = _plan(order, key)
        own = places.reserve(order.organisation, order.sheet.rows)
    kept = False
    try:
        task = _task(order, plan)
        _sign_large(order, task, own, file, going)
        with going.last("keep"), transaction.atomic():
            _refuse_other_key(order, key)
            batch = _keep(order, plan, task, file, {shard.num: shard.pk for shard in own})
            places.publish(own, order.sheet.rows, now=order.now)
        kept = True
    finally:
        if not kept:
            places.give_back(own)
    return batch


def _sign_large(
    order: Order, task: worker.Task, own: Sequence[StatusList], file: BinaryIO, going: Going
) -> None:
    signed = pool.sign_in_processes(task, _chunks(order, places.spread(own)))
    try:
        for num, done in enumerate(signed):
            file.write(done)
            going.step("sign", min((num + 1) * CHUNK, order.sheet.rows), order.sheet.rows)
    finally:
        signed.close()  # a cancelled batch leaves no worker behind


def _keep(
    order: Order, plan: composing.Plan, task: worker.Task, file: BinaryIO, shards: dict[int, int]
) -> BatchId:
    batch = keeping.keep(
        file,
        plan=plan,
        task=task,
        kinds=order.sheet.kinds,
        shards=shards,
        source=order.about.platform,
        by=order.by,
    )
    transaction.on_commit(write_trust_file)
    return batch


def _not_before(order: Order, key: IssuerKey) -> Order:
    """A key that was replaced while the file was read signs as of its own first moment."""
    return replace(order, now=max(order.now, key.valid_from))


def _plan(order: Order, key: IssuerKey) -> composing.Plan:
    description = composing.describe(order.about)
    return composing.Plan(
        organisation=people.organisation(order.organisation),
        key=key,
        achievement=achievement_row(
            order.organisation,
            description,
            version=composing.version_of(description, order.organisation),
            now=order.now,
        ),
        description=description,
        vector=rules.assure(composing.EVIDENCE, as_of=order.now),
        file=order.sheet.digest,
        at=order.now,
    )


def _task(order: Order, plan: composing.Plan) -> worker.Task:
    patterns = (composing.pattern_of(plan, language=language, of=of) for language, of in order.sheet.kinds)
    return worker.Task(
        patterns=tuple(patterns),
        secret=keyfiles.seed_of(plan.key.uuid),
        method=plan.key.verification_method,
        multibase=plan.key.multibase,
        created=order.now,
        seed=ids.new_bytes(32),
        count=order.sheet.rows,
    )


def _chunks(order: Order, free: Iterator[Place]) -> Iterator[worker.Chunk]:
    """The file read again; it cannot have changed unseen, since its digest is looked at once more at the end."""
    kinds = {kind: num for num, kind in enumerate(order.sheet.kinds)}
    rows = rows_of(order.path, languages=order.about.languages, today=_today(order.now))
    first = 0
    while some := list(islice(rows, CHUNK)):
        told = tuple(_told(row, kinds) for row in some)
        yield worker.Chunk(
            first, told, ids.new_bytes(worker.RANDOM_BYTES * len(some)), _numbers(free, len(some)).tobytes()
        )
        first += len(some)
    if first != order.sheet.rows:
        raise _changed()


def _told(row: Row | Problem, kinds: dict[tuple[str, str], int]) -> tuple[int, str, str, str]:
    if isinstance(row, Problem) or (row.language, row.of) not in kinds:
        raise _changed()
    return kinds[row.language, row.of], row.name, row.finished, row.score


def _numbers(free: Iterator[Place], count: int) -> array[int]:
    return array("I", (number for place in islice(free, count) for number in place))


def _changed() -> BatchRefused:
    return BatchRefused(_("The file was changed while it was read. Start again."))


def _refuse_other_key(order: Order, key: IssuerKey) -> None:
    if lock_issuer(order.organisation).pk != key.pk:
        raise BatchRefused(_("The signing key was replaced while the batch was signed. Start again."))


def _today(now: datetime) -> date:
    return (now + timedelta(hours=14)).date()  # wherever the day has begun


def _spool_path() -> Path:
    return Path(settings.DATA) / "batches" / f"{ids.new_uuid()}.spool"
