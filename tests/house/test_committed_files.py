"""What must stand in no committed file: hosts of package registries, in locks least of all."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Spelt in pieces, so that this file does not name what it forbids.
HOSTS = [b"py" + b"pi.org", b"python" + b"hosted.org", b"registry.npm" + b"js", b"deb." + b"debian.org"]
LOCKS = ["requirements.txt", "requirements-dev.txt", "requirements-postgres.txt"]


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name.decode() for name in listed.split(b"\0") if name and (ROOT / name.decode()).is_file()]


def test_no_committed_file_names_the_host_of_a_registry():
    named = [
        str(p.relative_to(ROOT)) for p in committed() for host in HOSTS if host in p.read_bytes().lower()
    ]

    assert named == []


def test_python_locks_say_what_and_never_where():
    for name in LOCKS:
        assert not re.search(
            r"https?://|--index-url|--find-links|\bfile:", (ROOT / name).read_text("utf-8")
        ), name


def test_the_node_lock_says_what_and_never_where():
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text("utf-8"))

    assert lock["packages"]
    assert [name for name, package in lock["packages"].items() if "resolved" in package] == []


def test_every_line_of_a_python_lock_is_hashed():
    for name in LOCKS:
        text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
        pins = [line for line in text.splitlines() if line and not line.startswith("#")]
        assert pins
        assert all("--hash=sha256:" in line for line in pins), name


def test_at_most_25_direct_dependencies_each_with_its_reason():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    block = text.split("\ndependencies = [")[1].split("\n]")[0].strip().splitlines()

    assert len(block) <= 25
    assert all("# " in line for line in block)
