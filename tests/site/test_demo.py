"""`tequio demo` as a newcomer runs it: ready without a question, again in a moment, gone when told."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "tequio.site.cli"]
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if not k.startswith(("TEQUIO_", "DJANGO_"))},
    "PYTHONPATH": str(ROOT / "src"),
}
pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Running:
    """A demo that answers."""

    process: subprocess.Popen[str]
    address: str
    seconds: float


@contextlib.contextmanager
def demo(data: Path) -> Iterator[Running]:
    began = time.monotonic()
    command = [*COMMAND, "demo", "--data", str(data), "--port", "0"]
    with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as process:
        try:
            found = re.fullmatch(r"ready (http://127\.0\.0\.1:\d+)/\n", process.stdout.readline())
            yield Running(process, found[1], time.monotonic() - began)
        finally:
            process.terminate()
            process.communicate(timeout=60)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "data"
    subprocess.run([*COMMAND, "demo", "--data", folder, "--seed-only"], env=ENVIRONMENT, check=True)
    return folder


@pytest.fixture(scope="module")
def running(data: Path) -> Iterator[Running]:
    with demo(data) as found:
        yield found


def test_a_repeated_start_is_ready_in_a_moment(running: Running):
    assert running.seconds < 10  # 0.8 s where nobody else works


def test_the_samples_name_the_public_page(running: Running, data: Path):
    text = (data / "samples" / "README.txt").read_text("utf-8")
    (address,) = re.findall(r"http://\S+/certificates/\w+/", text)

    assert address.startswith(running.address)
    with urllib.request.urlopen(address) as answer:
        assert answer.status == 200


@pytest.mark.usefixtures("running")
@pytest.mark.parametrize("name", ["credential.json", "credential.pdf"])
def test_a_sample_verifies_wherever_its_demo_lies(data: Path, tmp_path: Path, name: str):
    command = [*COMMAND, "verify", data / "samples" / name]

    assert subprocess.run(command, env=ENVIRONMENT, cwd=tmp_path, check=False).returncode == 0


@pytest.mark.usefixtures("running")
def test_a_folder_in_use_is_left_alone(data: Path):
    command = [*COMMAND, "demo", "--data", data, "--fresh", "--seed-only"]
    refused = subprocess.run(command, env=ENVIRONMENT, check=False, capture_output=True, text=True)

    assert refused.returncode == 1
    assert "Another demo runs in" in refused.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_every_process(data: Path, tmp_path: Path, number: signal.Signals):
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", data, copy], check=True)
    with demo(copy) as found:
        pid = found.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        found.process.send_signal(number)
        assert found.process.wait(120) == 0

    assert children
    assert [pid for pid in children if Path(f"/proc/{pid}").exists()] == []
