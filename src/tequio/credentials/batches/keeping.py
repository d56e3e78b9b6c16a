"""Keeping a checked batch: awards, credentials, places and log entries, in one transaction, straight from the spool."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO
from uuid import UUID

from tequio.credentials import log, statements, templating
from tequio.credentials.batches.composing import EVIDENCE
from tequio.credentials.batches.inserting import Inserter, reserve_ids, room_for_indexes
from tequio.credentials.batches.spool import read_back
from tequio.credentials.batches.telling import tell_batch
from tequio.credentials.batches.values import BatchId
from tequio.credentials.events import BatchIssued
from tequio.credentials.models import Award, Batch, Credential, StatusEntry
from tequio.credentials.signing import CODE_LENGTH
from tequio.kit import events, ids
from tequio_standards import badges

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tequio.credentials.batches.composing import Plan
    from tequio.credentials.batches.spool import Signed
    from tequio.credentials.batches.worker import Task
    from tequio.people.values import Actor

AT_ONCE = 5_000
Kinds = tuple[tuple[str, str], ...]  # (language, highest score), by the number of the pattern


def keep(
    file: BinaryIO,
    *,
    plan: Plan,
    task: Task,
    kinds: Kinds,
    shards: Mapping[int, int],
    source: str,
    by: Actor,
) -> BatchId:
    """Everything that was spooled becomes rows; inside a transaction. `shards`: number to row."""
    assert by.person is not None  # nobody is allowed nothing
    batch = Batch.objects.create(
        uuid=ids.new_uuid(),
        organisation_id=plan.organisation.id,
        achievement=plan.achievement,
        source=source,
        digest=plan.file,
        rows=task.count,
        evidence=EVIDENCE.to_json(),
        facts={"zone": plan.organisation.zone, "cut": "", "results": [], "preview": False},
        by_id=by.person,
        at=plan.at,
    )
    tables = _Tables(batch, plan, task, kinds, shards, log.next_num(plan.organisation.id))
    with room_for_indexes():
        log.append(plan.organisation.id, tables.write_all(file))
    tell_batch(batch, statements.issued, by=by, now=plan.at)
    events.publish(
        BatchIssued(
            event_id=ids.new_uuid(),
            at=plan.at,
            batch=batch.uuid,
            organisation=plan.organisation.id,
            credentials=task.count,
            by=by.person,
        )
    )
    return BatchId(batch.uuid)


class _Tables:
    """The three tables of a batch, written side by side."""

    def __init__(
        self,
        batch: Batch,
        plan: Plan,
        task: Task,
        kinds: Kinds,
        shards: Mapping[int, int],
        first_num: int,
    ) -> None:
        self._batch, self._kinds, self._shards, self._num = batch, kinds, shards, first_num
        self._templates = [
            templating.keep(badges.template_from_bytes(pattern.template), plan.achievement, plan.at).pk
            for pattern in task.patterns
        ]
        same = {"organisation_id": plan.organisation.id}
        self._awards = Inserter(
            Award,
            fixed={
                **same,
                "achievement_id": plan.achievement.pk,
                "batch_id": batch.pk,
                "evidence": {},
                "awarded_at": plan.at,
            },
            own=("id", "uuid", "registration", "subject", "facts"),
        )
        self._credentials = Inserter(
            Credential,
            fixed={**same, "issuer_key_id": plan.key.pk, "issued_at": plan.at},
            own=(
                "id",
                "uuid",
                "code",
                "award_id",
                "template_id",
                "packed",
                "signature",
                "log_num",
                "language",
            ),
        )
        self._entries = Inserter(
            StatusEntry, fixed={"can_suspend": True}, own=("status_list_id", "credential_id", "index")
        )

    def write_all(self, file: BinaryIO) -> Iterator[bytes]:
        """Every row; its signature comes out for the log when it is kept."""
        signed, done = read_back(file), 0
        while some := list(islice(signed, AT_ONCE)):
            self._write(some, done)
            done += len(some)
            yield from (one.signature for one in some)

    def _write(self, some: Sequence[Signed], done: int) -> None:
        awards, credentials = reserve_ids(Award, len(some)), reserve_ids(Credential, len(some))
        numbers = [self._own_number(done + at) for at in range(len(some))]
        self._awards.write(
            (pk, number, number, one.subject.hex(), self._facts(one))
            for pk, number, one in zip(awards, numbers, some, strict=True)
        )
        self._credentials.write(
            (
                pk,
                one.credential.hex(),
                ids.code_of(one.code, CODE_LENGTH),
                award,
                self._templates[one.pattern],
                one.packed,
                one.signature,
                self._num + done + at,
                self._kinds[one.pattern][0],
            )
            for at, (pk, award, one) in enumerate(zip(credentials, awards, some, strict=True))
        )
        self._entries.write(
            (self._shards[one.shard], pk, one.spot) for pk, one in zip(credentials, some, strict=True)
        )

    def _own_number(self, num: int) -> str:
        """Uuid and registration of an award: in the batch's order, so that the indexes grow at their end only."""
        return UUID(int=self._batch.uuid.int >> 32 << 32 | num).hex

    def _facts(self, one: Signed) -> str:
        language, of = self._kinds[one.pattern]
        said = {
            "learner_name": one.name,
            "language": language,
            "score": f"{one.score}/{of}" if of else "",
            "finished_at": one.finished.replace("Z", "+00:00"),
        }
        return json.dumps(said)
