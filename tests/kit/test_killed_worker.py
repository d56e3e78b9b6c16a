"""A worker killed without warning loses no job."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_a_job_of_a_killed_worker_is_run_by_the_next(tmp_path: Path):
    finish("enqueue", tmp_path)
    with start("work", tmp_path) as worker:
        wait_for(tmp_path / "started")
        worker.kill()  # SIGKILL: nothing can be tidied up
    assert finish("recover", tmp_path) == "0 1 1"  # its lease holds, then not; then it is run
    assert (tmp_path / "finished").exists()


def start(word: str, folder: Path) -> subprocess.Popen[str]:
    # A database of its own, in a file: two processes must see it.
    env = {k: v for k, v in os.environ.items() if k != "TEQUIO_DATABASE_URL"}
    env |= {"TEQUIO_DATA": str(folder), "PYTHONPATH": os.pathsep.join([p for p in sys.path if p])}
    command = [sys.executable, "-m", "tests.kit.chores", str(folder), word]
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)


def finish(word: str, folder: Path) -> str:
    process = start(word, folder)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return output.strip()


def wait_for(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert path.exists()
