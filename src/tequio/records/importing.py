"""An exported ledger read back: every link is proved before its row is kept; a broken one is told by its line."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from django.db import transaction

from tequio.kit.errors import Refused
from tequio.records import folds
from tequio.records.export import FORMAT
from tequio.records.lanes import open_lane
from tequio.records.models import Erasure, Origin, Statement
from tequio.records.queries import kept_statement
from tequio.records.values import ImportReport
from tequio.records.verifying import faults
from tequio_standards import xapi

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tequio.records.export import Row

T = TypeVar("T")


class BrokenExport(Refused):
    """An export that cannot be proved; the sentence says in which file and line."""

    code = "broken_export"


def import_from(folder: Path) -> ImportReport:
    """Append what `folder` holds and this ledger does not; all of it, or nothing and a `BrokenExport`."""
    with transaction.atomic():
        with _told(folder / "lanes.json", 1):
            manifest = json.loads((folder / "lanes.json").read_text("utf-8"))
            if manifest["format"] != FORMAT:
                raise Refused(f"format {manifest['format']} is not format {FORMAT}")
            lanes = {lane["key"]: _open_lane(lane) for lane in manifest["lanes"]}
        erasures = {row.uuid: row for row in _each(folder / "erasures.jsonl", _keep_erasure)}
        intake = _Intake(lanes, erasures)
        added = sum(_each(folder / "statements.jsonl", intake.keep))
        for number, lane in enumerate(manifest["lanes"], start=1):
            with _told(folder / "lanes.json", number):
                intake.close(lane)
    return ImportReport(added, intake.known)


@dataclass(slots=True)
class _Intake:
    """The lanes as they grow, and how many statements were here before."""

    lanes: dict[str, Origin]
    erasures: dict[UUID, Erasure]
    known: int = 0

    def keep(self, told: Row) -> bool:
        """Keep one row; False if it was here already."""
        origin = self.lanes[told["origin"]]
        if told["seq"] <= origin.length:
            _compare(origin, told)
            self.known += 1
            return False
        if told["seq"] != origin.length + 1:
            raise Refused(f"statements {origin.length + 1} to {told['seq'] - 1} of {origin.key} are missing")
        row = self._prove(origin, told)
        row.save(force_insert=True)
        origin.length, origin.head = row.seq, row.chain
        if row.body is not None:
            folds.fold(kept_statement(row))
        return True

    def _prove(self, origin: Origin, told: Row) -> Statement:
        row = _read(origin, told)
        for fault in faults(row, origin, bytes(origin.head)):
            raise Refused(fault)
        if told["erasure"] is not None:
            row.erasure = self.erasures[UUID(told["erasure"])]
        if (row.body is None) != (row.salt is None) or (row.body is None) != (row.erasure is not None):
            raise Refused("a statement is whole, or its body and salt were erased by an erasure that is told")
        if row.body is not None and xapi.parse(bytes(row.body)).id != row.uuid:
            raise Refused("the body is of another statement")
        if Statement.objects.filter(store=row.store, uuid=row.uuid).exists():
            raise Refused(f"statement {row.uuid} is already kept in another lane")
        return row

    def close(self, lane: Row) -> None:
        """The lane came as far as the manifest says, and no row of it is missing at the end."""
        origin = self.lanes[lane["key"]]
        if origin.length < lane["length"]:
            raise Refused(f"{origin.key} ends at {origin.length} and should end at {lane['length']}")
        if origin.length == lane["length"] and bytes(origin.head).hex() != lane["head"]:
            raise Refused(f"the head of {origin.key} is not the link of its last statement")
        origin.save(update_fields=["length", "head"])


def _open_lane(lane: Row) -> Origin:
    store, simulated = UUID(lane["store"]), bool(lane["simulated"])
    opened_at = datetime.fromisoformat(lane["opened_at"])
    origin = open_lane(lane["key"], store=store, simulated=simulated, opened_at=opened_at)
    if (origin.store, origin.simulated, origin.opened_at) != (store, simulated, opened_at):
        raise Refused(f"{origin.key} is another lane here: another store, or opened at another time")
    return origin


def _compare(origin: Origin, told: Row) -> None:
    ours = Statement.objects.get(origin=origin, seq=told["seq"])
    if bytes(ours.chain).hex() != told["chain"]:
        # Two chains under one key: somebody copied the disk, and both copies went on writing.
        raise Refused(f"{origin.key} says something else here at {told['seq']}: the lane is forked")


def _read(origin: Origin, told: Row) -> Statement:
    return Statement(
        origin=origin,
        seq=told["seq"],
        store=UUID(told["store"]),
        uuid=UUID(told["uuid"]),
        received_at=datetime.fromisoformat(told["received_at"]),
        commitment=bytes.fromhex(told["commitment"]),
        chain=bytes.fromhex(told["chain"]),
        salt=None if told["salt"] is None else bytes.fromhex(told["salt"]),
        body=None if told["body"] is None else told["body"].encode(),
    )


def _keep_erasure(told: Row) -> Erasure:
    fields = {"store": UUID(told["store"]), "at": datetime.fromisoformat(told["at"])}
    by = UUID(told["by"]) if told["by"] else None
    row, _ = Erasure.objects.get_or_create(uuid=UUID(told["uuid"]), defaults={**fields, "by": by})
    return row


def _each(path: Path, take: Callable[[Row], T]) -> Iterator[T]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            with _told(path, number):
                taken = take(json.loads(line))
            yield taken


@contextmanager
def _told(path: Path, line: int) -> Iterator[None]:
    """Any fault inside is a `BrokenExport` that names file and line."""
    try:
        yield
    except (Refused, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenExport(f"{path.name}, line {line}: {error}") from error
