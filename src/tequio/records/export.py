"""The ledger as files: one JSON line a statement with its hashes, and a manifest of lanes that ends the story.

`statements.jsonl` in the order kept, `erasures.jsonl`, `lanes.json`. Bodies are carried exactly as kept.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tequio.records.models import Erasure, Origin, Statement
from tequio.records.values import ExportReport

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from uuid import UUID

FORMAT = 1
_CHUNK = 1000
Row = dict[str, Any]  # one JSON object


def export_to(folder: Path, *, store: UUID | None = None) -> ExportReport:
    """Write every lane (of `store`) into `folder`; `import_from` reads it back and proves it."""
    folder.mkdir(parents=True, exist_ok=True)
    # Heads first: what is recorded meanwhile lies beyond them and is left for the next export.
    lanes = list((Origin.objects.filter(store=store) if store else Origin.objects).order_by("pk"))
    lengths = {lane.pk: lane.length for lane in lanes}
    kept = Statement.objects.filter(origin__in=lanes).select_related("origin", "erasure").order_by("pk")
    rows = (_row(row) for row in kept.iterator(_CHUNK) if row.seq <= lengths[row.origin_id])
    statements = _write(folder / "statements.jsonl", rows)
    stores = {lane.store for lane in lanes}
    erasures = _write(folder / "erasures.jsonl", map(_erasure, Erasure.objects.filter(store__in=stores)))
    manifest = {"format": FORMAT, "lanes": [_lane(lane) for lane in lanes]}
    (folder / "lanes.json").write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")
    return ExportReport(statements, erasures)


def _write(path: Path, rows: Iterable[Row]) -> int:
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for count, row in enumerate(rows, start=1):  # noqa: B007  the last one is the count
            file.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")
    return count


def _row(row: Statement) -> Row:
    return {
        "origin": row.origin.key,
        "seq": row.seq,
        "store": str(row.store),
        "uuid": str(row.uuid),
        "received_at": row.received_at.isoformat(),
        "commitment": bytes(row.commitment).hex(),
        "chain": bytes(row.chain).hex(),
        "salt": None if row.salt is None else bytes(row.salt).hex(),
        "body": None if row.body is None else bytes(row.body).decode(),
        "erasure": str(row.erasure.uuid) if row.erasure else None,
    }


def _erasure(row: Erasure) -> Row:
    by = str(row.by) if row.by else None
    return {"uuid": str(row.uuid), "store": str(row.store), "by": by, "at": row.at.isoformat()}


def _lane(lane: Origin) -> Row:
    return {
        "key": lane.key,
        "store": str(lane.store),
        "simulated": lane.simulated,
        "length": lane.length,
        "head": bytes(lane.head).hex(),
        "opened_at": lane.opened_at.isoformat(),
    }
