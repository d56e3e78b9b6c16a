"""What issuing at national scale costs: `./tequio bench issuing [CREDENTIALS]`; 1000000 is the figure that is promised.

A file of results is read, signed, checked again and kept on SQLite with full durability, in a folder of its own; then one
credential in twenty is revoked and every list signed once. `issue` is done when anyone can check what was issued.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.calibration import calibrate

if TYPE_CHECKING:
    from collections.abc import Callable

ABOUT = {
    "title": {"es": "Seguridad digital", "en": "Digital safety"},
    "summary": {"es": "Reconoce fraudes y protege sus cuentas.", "en": "Spots frauds and guards accounts."},
    "outcomes": [{"es": "Reconoce un fraude.", "en": "Spots a fraud."}],
    "hours": 20,
    "languages": ["es", "en"],
    "platform": "Campus nacional",
}
FAMILY = ("Hernández", "García", "Martínez", "López", "Pech", "Ixtlilxóchitl", "O'Farrill", "Ñúñez")
GIVEN = ("María Fernanda", "José", "Citlali", "Juan Pablo", "Itzel", "Ximena", "Balam", "Zoé")


def main(count: int) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        officer = prepare(Path(folder))
        results = write_results(Path(folder) / "results.csv", count)
        memory = Memory()
        load = os.getloadavg()[0]
        figures = measure(results, officer, count)
        print(
            json.dumps(
                {
                    "calibration": calibrate(),
                    "cores": len(os.sched_getaffinity(0)),
                    "load_before": round(load, 1),
                    "load_after": round(os.getloadavg()[0], 1),
                    "credentials": count,
                    **figures,
                    **memory.figures(),
                    **sizes(Path(folder), count),
                },
                indent=1,
            )
        )


def prepare(folder: Path) -> Any:
    os.environ["TEQUIO_DATA"] = str(folder)
    os.environ["TEQUIO_HUB_URL"] = "https://hub.example.org"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tequio.site.settings")
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from tequio.credentials import api as credentials
    from tequio.kit import clock
    from tequio.people import api as people
    from tequio.people.values import Role
    from tequio.site import wiring

    wiring.lay()
    now = clock.now()
    of = people.create_organisation(
        key="bench",
        name="Banco de pruebas",
        country="MX",
        zone="America/Mexico_City",
        simulated=False,
        now=now,
    )
    operator = people.first_operator(organisation=of.id, name="Olga", secret="a long enough secret", now=now)
    person = people.join(
        organisation=of.id, name="Oscar", language="es", secret="another long secret", now=now
    )
    acting = people.actor(operator.id, now=now)
    people.grant(person=person.id, role=Role.OFFICER, organisation=of.id, by=acting, now=now)
    credentials.open_issuer(organisation=of.id, now=now)
    return people.actor(person.id, now=now)


def write_results(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8") as file:
        file.write("name,finished,score,of,language\n")
        for num in range(count):
            name = f"{GIVEN[num % 8]} {FAMILY[num // 8 % 8]} {FAMILY[num // 64 % 8]} {num:x}"
            score = "," if num % 3 else f"{num % 21},20"
            file.write(
                f"{name},2026-{num % 10 + 1:02}-{num % 28 + 1:02},{score},{'es' if num % 5 else 'en'}\n"
            )
    return path


def measure(results: Path, by: Any, count: int) -> dict[str, object]:
    from tequio.credentials.batches import api as batches
    from tequio.kit import clock

    phases = Phases()
    made: list[Any] = []

    def issue() -> None:
        about = batches.make_about(ABOUT)
        made.append(
            batches.issue(
                results, about=about, organisation=by.organisation, by=by, now=clock.now(), going=phases
            )
        )

    def revoke() -> None:
        batches.revoke_batch(made[0], codes=codes, reason="Benchmark.", by=by, now=clock.now())

    issuing = seconds(issue)
    codes = [one.code for num, one in enumerate(batches.members(made[0], by=by)) if num % 20 == 7]
    revoking = seconds(revoke)
    return {
        "issue_s": round(issuing, 1),
        **phases.figures(),
        "issued_per_s": round(count / issuing),
        "revoke_5_percent_s": round(revoking, 1),
        "all_s": round(issuing + revoking, 1),
    }


class Phases:
    """How long each phase took, as the work says it."""

    def __init__(self) -> None:
        self._began: dict[str, float] = {}

    def step(self, phase: str, done: int = 0, of: int = 0) -> None:
        self._began.setdefault(phase, time.perf_counter())

    def last(self, phase: str) -> Any:
        from tequio.kit.going import ALONE

        self.step(phase)
        return ALONE.last(phase)

    def figures(self) -> dict[str, float]:
        names, moments = list(self._began), [*self._began.values(), time.perf_counter()]
        self._ended = getattr(self, "_ended", moments[-1])
        return {f"{name}_s": round(moments[at + 1] - moments[at], 1) for at, name in enumerate(names[:-1])}


class Memory:
    """The highest sum of what this process and its workers hold, looked at five times a second."""

    def __init__(self) -> None:
        self._peak = self._rss = 0.0
        thread = threading.Thread(target=self._watch, daemon=True)
        thread.start()

    def figures(self) -> dict[str, float]:
        usage = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return {
            "peak_rss_of_the_process_mb": round(usage / 1024),
            "peak_rss_with_workers_mb": round(self._rss),
            "peak_pss_with_workers_mb": round(self._peak),
        }

    def _watch(self) -> None:
        while True:
            found = [held(pid) for pid in family(os.getpid())]
            self._rss = max(self._rss, sum(rss for rss, _pss in found))
            self._peak = max(self._peak, sum(pss for _rss, pss in found))
            time.sleep(0.2)


def held(pid: int) -> tuple[float, float]:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:  # it has ended
        return 0.0, 0.0
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines if ":" in line}
    return sizes.get("Rss", 0.0), sizes.get("Pss", 0.0)


def family(parent: int) -> list[int]:
    below: list[str] = []
    for thread in Path(f"/proc/{parent}/task").iterdir():
        try:
            below += (thread / "children").read_text().split()
        except OSError:
            continue
    return [parent, *(pid for child in below for pid in family(int(child)))]


def sizes(folder: Path, count: int) -> dict[str, object]:
    from django.db import connection

    from tequio.credentials.models import StatusList

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database = sum(path.stat().st_size for path in folder.glob("*.sqlite3"))
    lists = [bytes(row) for row in StatusList.objects.values_list("document", flat=True) if row]
    encoded = [len(json.loads(one)["credentialSubject"]["encodedList"]) for one in lists]
    return {
        "database_bytes_per_credential": round(database / count),
        "status_lists": len(lists),
        "status_documents_bytes": sum(map(len, lists)),
        "status_bits_bytes": sum(encoded),
    }


def seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
