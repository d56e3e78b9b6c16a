"""Run by test_parallel.py in a process of its own, on a database file: twenty wrong PINs at the same moment."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import django

TIMES = 20


def guess(code: str, token: str, barrier: Barrier) -> str:
    """The refusal's code."""
    from django.db import connection

    from tequio.kit.errors import Refused
    from tequio.people import api as people
    from tests.cast import NOW

    barrier.wait()
    try:
        people.sign_in_person(code=code, secret="9911", device_token=token, now=NOW)
    except Refused as refusal:
        return refusal.code
    finally:
        connection.close()
    return "signed in"


def guess_all(code: str, token: str) -> dict[str, int]:
    """How often each answer came."""
    barrier = Barrier(TIMES)
    with ThreadPoolExecutor(TIMES) as pool:
        answers = list(pool.map(lambda _: guess(code, token, barrier), range(TIMES)))
    return {answer: answers.count(answer) for answer in sorted(set(answers))}


def main() -> None:
    django.setup()
    from django.core.management import call_command

    from tequio.people import api as people
    from tests import cast

    call_command("migrate", "people", verbosity=0)
    call_command("migrate", "kit", verbosity=0)
    hub = cast.organisation("nodo-anahuac", "Nodo Anáhuac")
    rosa = cast.learner(hub, "Rosa Méndez", secret=cast.PIN)
    token = people.enrol_device(person=rosa.id, now=cast.NOW)
    sys.stdout.write(json.dumps(guess_all(rosa.code, token)))


if __name__ == "__main__":
    main()
