"""How fast credentials are signed and checked: `./tequio bench credentials [SECONDS]`.

One run, one core, one credential (Open Badges 3.0 with result, evidence, alignment, status; published contexts only, so
that both sides read it). openbadgeslib (LGPL) is what comes closest in Python; it is installed for this comparison
alone, in an environment of its own, and is no dependency. Rounds alternate and the median counts, in CPU time.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
import venv
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.calibration import calibrate

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
BATCH = 1_000
PEER = "openbadgeslib[ldp]==4.6.3"
PEER_SCRIPT = Path(__file__).parent / "credentials_peers" / "openbadgeslib_rates.py"
PEER_HOME = Path.home() / ".cache" / "tequio-bench" / PEER.partition("[")[0]


def main(seconds: float) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    ours, theirs, python = subjects(), {}, peer()
    rounds: list[dict[str, float]] = []
    for _ in range(ROUNDS):
        if python:
            theirs = ask_peer(python, seconds)
        rounds.append({name: rate(act, seconds) for name, act in ours.items()} | theirs)
        rounds[-1]["issued_in_batches_per_s"] *= BATCH
    figures = {name: round(statistics.median(each[name] for each in rounds)) for name in rounds[0]}
    print(
        json.dumps(
            {"calibration": calibrate(), "peer": PEER if python else "absent"} | figures | ratios(figures),
            indent=1,
        )
    )


def subjects() -> dict[str, Callable[[], object]]:
    from tests.standards.badges.templates import METHOD
    from tests.standards.badges.world import NOW, OURS, trust

    from tequio_standards import badges, vc

    document = the_document()
    template, values = badges.template_of(document)
    signer = badges.TemplateSigner(template, key=OURS, verification_method=METHOD, created=NOW)
    signed = signer.sign(values)
    written, trusted, message = badges.render(template, signed), trust(), bytes(64)

    def sign() -> object:
        return vc.sign(document, key=OURS, verification_method=METHOD, created=NOW)

    def verify() -> object:
        report = badges.check_credential(written, trust=trusted, at=NOW)
        assert report.exit_code == 0, report
        return report

    assert badges.document_bytes(sign()) == written
    return {
        "raw_ed25519_per_s": lambda: OURS.sign(message),
        "template_sign_per_s": lambda: signer.sign(values),
        "template_sign_and_render_per_s": lambda: badges.render(template, signer.sign(values)),
        "issued_in_batches_per_s": lambda: batch(signer, values),
        "general_sign_per_s": sign,
        "general_verify_per_s": verify,
    }


def batch(signer: Any, values: tuple[str, ...]) -> object:
    """As it is issued: signed, the first, the last and 1 % verified by the general path, and packed for the store."""
    from tests.standards.badges.world import OURS

    from tequio_standards import badges

    released = badges.sign_batch(signer, [values] * BATCH, public=OURS.public, seed=b"bench")
    return [badges.pack(signer.template, signed) for signed in released.signed]


def the_document() -> dict[str, object]:
    from tests.standards.badges.templates import LEARNERS

    from tequio_standards import badges

    plain = replace(LEARNERS.achievement, hours="")
    spec = replace(LEARNERS, achievement=plain, assurance=None, demonstration=False, schema=False)
    document = badges.build_credential(spec)
    document["@context"] = document["@context"][:2]
    return document


def rate(act: Callable[[], object], seconds: float) -> float:
    act()
    began, count = time.process_time(), 0
    while time.process_time() - began < seconds:
        act()
        count += 1
    return count / (time.process_time() - began)


def peer() -> str:
    """The other library's own Python, made once; an empty text where it cannot be had."""
    python = PEER_HOME / "bin" / "python"
    ready = PEER_HOME / "ready"
    if not ready.exists():
        print(f"Preparing {PEER} (once) ...", file=sys.stderr)
        venv.create(PEER_HOME, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check", PEER]
        if subprocess.run(command, check=False).returncode:
            return ""
        ready.touch()
    return str(python)


def ask_peer(python: str, seconds: float) -> dict[str, float]:
    from tests.standards.badges.world import OURS

    asked = {"seconds": seconds, "document": the_document(), "seed": ("o" * 32), "public": OURS.multibase}
    command = [python, str(PEER_SCRIPT)]
    answer = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True)
    rates: dict[str, float] = json.loads(answer.stdout)
    return rates


def ratios(figures: dict[str, int]) -> dict[str, float]:
    pairs = {
        "template_to_raw": ("template_sign_per_s", "raw_ed25519_per_s"),
        "template_to_openbadgeslib": ("template_sign_per_s", "openbadgeslib_sign_per_s"),
        "verify_to_openbadgeslib": ("general_verify_per_s", "openbadgeslib_verify_per_s"),
    }
    return {
        name: round(figures[above] / figures[below], 2)
        for name, (above, below) in pairs.items()
        if above in figures and below in figures
    }


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 1.0)
