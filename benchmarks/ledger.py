"""How fast the ledger keeps, proves and rebuilds: `./tequio bench ledger [STATEMENTS]`.

On SQLite in a folder of its own with full durability, or on the empty database that TEQUIO_DATABASE_URL names.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.calibration import calibrate

if TYPE_CHECKING:
    from collections.abc import Callable

BATCH = 100


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        figures = {"calibration": {**calibrate(), "fsyncs_per_second": fsyncs(Path(folder))}}
        print(json.dumps(figures | measure(count), indent=1))


def prepare(folder: Path) -> None:
    os.environ["TEQUIO_DATA"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def fsyncs(folder: Path) -> int:
    began, rounds = time.perf_counter(), 200
    with (folder / "probe").open("wb") as file:
        for _ in range(rounds):
            file.write(bytes(4096))
            file.flush()
            os.fdatasync(file.fileno())
    return round(rounds / (time.perf_counter() - began))


def measure(count: int) -> dict[str, object]:
    from django.db import connection

    from tequio.records import api as records

    alone = count // 10
    figures: dict[str, object] = {"database": connection.vendor, "statements": count + alone}
    figures["kept_per_second_each_in_its_own_transaction"] = rate(alone, lambda: keep(0, alone, 1))
    figures[f"kept_per_second_{BATCH}_in_a_transaction"] = rate(count, lambda: keep(alone, count, BATCH))
    figures["verified_per_second"] = rate(count + alone, records.verify_chain)
    figures["rebuilt_per_second"] = rate(count + alone, records.rebuild)
    return figures | {"newest_50_of_a_learner_ms": reads()}


def keep(first: int, count: int, batch: int) -> None:
    from django.db import transaction
    from tests.records.sayings import STORE, said

    from tequio.kit import clock
    from tequio.records import api as records

    for start in range(first, first + count, batch):
        with transaction.atomic():
            for number in range(start, min(start + batch, first + count)):
                records.record(learner_says(said, number), store=STORE, now=clock.now())


def learner_says(said: Callable[..., object], number: int) -> object:
    from tequio_standards import xapi

    return said(number, actor=xapi.Account("https://hub.example", f"learner {number % 50}"))


def reads() -> dict[str, float]:
    from tequio.records import api as records

    times = []
    for number in range(200):
        began = time.perf_counter()
        list(records.statements(actor=f"learner {number % 50}", newest_first=True, limit=50))
        times.append((time.perf_counter() - began) * 1000)
    return {"p50": round(statistics.median(times), 2), "p99": round(sorted(times)[-3], 2)}


def rate(count: int, act: Callable[[], object]) -> int:
    began = time.perf_counter()
    act()
    return round(count / (time.perf_counter() - began))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
