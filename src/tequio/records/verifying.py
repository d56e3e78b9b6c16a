"""Walking the chain: every row's bytes, place and link are computed anew and compared with what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from tequio.kit.going import ALONE
from tequio.records import chain
from tequio.records.lanes import start_of
from tequio.records.models import Origin, Statement
from tequio.records.values import Break, ChainReport

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from tequio.kit.going import Going

_CHUNK = 1000


def verify_chain(*, store: UUID | None = None, going: Going = ALONE) -> ChainReport:
    """Walk the chain of every lane (of `store`); each place where it does not hold is a `Break`.

    Writers are not held up: each lane is walked as far as it had come when the walk began.
    """
    lanes = Origin.objects.order_by("key")
    origins = list(lanes.filter(store=store) if store else lanes)
    steps = _Steps(going, sum(origin.length for origin in origins))
    walks = [_Walk(origin, steps) for origin in origins]
    broken = tuple(found for walk in walks for found in walk.breaks())
    rows, erased = sum(walk.rows for walk in walks), sum(walk.erased for walk in walks)
    return ChainReport(ok=not broken, statements=rows, broken=broken, erased=erased)


class _Steps:
    """How many rows of all lanes have been walked."""

    def __init__(self, going: Going, of: int) -> None:
        self.going, self.walked, self.of = going, 0, of

    def page(self, rows: int) -> None:
        self.going.step("walk", self.walked, self.of)
        self.walked += rows


class _Walk:
    """One lane, from its first row to its head."""

    def __init__(self, origin: Origin, steps: _Steps) -> None:
        self.origin = origin
        self.steps = steps
        self.rows = 0
        self.erased = 0

    def breaks(self) -> Iterator[Break]:
        expected, previous = 1, start_of(self.origin)
        for row in self._kept():
            self.rows += 1
            self.erased += row.body is None
            if row.seq != expected:
                yield self._break(expected, f"statements {expected} to {row.seq - 1} are missing")
            for reason in faults(row, self.origin, previous):
                yield self._break(row.seq, reason)
            # Going on from the row's own hash: one changed row is one break, not all that follow.
            expected, previous = row.seq + 1, bytes(row.chain)
        yield from self._end(expected - 1, previous)

    def _kept(self) -> Iterator[Statement]:
        """Page by page: SQLite lets nobody write a step down beside an open read that others have overtaken."""
        kept, last = Statement.objects.filter(origin=self.origin, seq__lte=self.origin.length), -(2**62)
        while page := list(kept.filter(seq__gt=last).order_by("seq")[:_CHUNK]):
            self.steps.page(len(page))
            last = page[-1].seq
            yield from page

    def _end(self, last: int, link: bytes) -> Iterator[Break]:
        if last != self.origin.length:
            yield self._break(last + 1, f"the lane ends here and should hold {self.origin.length} statements")
        elif bytes(self.origin.head) != link:
            yield self._break(last, "the head of the lane is not the link of its last statement")
        beyond = Statement.objects.filter(origin=self.origin, seq__gt=F("origin__length"))
        for seq in beyond.order_by("seq").values_list("seq", flat=True)[:1]:
            yield self._break(seq, "the statement lies past the head of its lane")

    def _break(self, seq: int, reason: str) -> Break:
        return Break(self.origin.key, seq, reason)


def faults(row: Statement, origin: Origin, previous: bytes) -> Iterator[str]:
    """What is wrong with one row that should follow the link `previous`."""
    commitment = bytes(row.commitment)
    if row.store != origin.store:
        yield "the statement is in another store than its lane"
    if row.body is not None and chain.commit(bytes(row.body), bytes(row.salt or b"")) != commitment:
        yield "the body or its salt is not what was committed to"
    place = chain.Place(origin.key, row.seq, row.store, row.uuid, row.received_at)
    if chain.link(previous, place, commitment) != bytes(row.chain):
        yield "the link does not follow from the statement before it and from its own place"
