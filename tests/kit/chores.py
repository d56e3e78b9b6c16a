"""Jobs for the tests, and a worker to be killed: `python -m tests.kit.chores FOLDER enqueue|work|recover`."""

from __future__ import annotations

import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import django

if __name__ == "__main__":
    django.setup()

from tequio.kit import clock, jobs

done: list[str] = []


@jobs.task()
def sweep_floor(room: str) -> None:
    done.append(room)


@jobs.task()
def break_a_vase(room: str) -> None:
    raise OSError(f"a vase broke in the {room}")


@jobs.task()
def wait_to_be_killed(folder: str) -> None:
    """Sleeps the first time; the second time it only says that it came back."""
    started = Path(folder) / "started"
    if started.exists():
        (Path(folder) / "finished").touch()
        return
    started.touch()
    time.sleep(600)


def main(folder: str, word: str) -> None:
    from django.core.management import call_command

    from tests.kit import chores

    if word == "enqueue":
        call_command("migrate", verbosity=0)
        chores.wait_to_be_killed.enqueue(folder)
    elif word == "work":
        jobs.work(threading.Event(), poll=0.05)
    else:
        print(
            jobs.reap(clock.now()),
            jobs.reap(clock.now() + jobs.LEASE + timedelta(seconds=1)),
            jobs.run_waiting(),
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
