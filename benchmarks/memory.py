"""Summed PSS of a demo hub's processes after 200 mixed requests: `./tequio bench memory`."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.calibration import calibrate

ROOT = Path(__file__).resolve().parents[1]
PATHS = ("/es/", "/en/", "/es/courses/digital-safety/", "/es/verify/", "/livez", "/es/help/", "/trust.json")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = start(Path(folder))
        try:
            port = wait_for_ready(server)
            idle = pss(server.pid)
            statuses = [ask(port, PATHS[n % len(PATHS)]) for n in range(200)]
            after = pss(server.pid)
        finally:
            server.terminate()
            server.wait(20)
    print(
        json.dumps(
            {
                "calibration": calibrate(),
                "requests": len(statuses),
                "not_ok": sum(status >= 400 for status in statuses),
                "pss_mb_idle": round(idle, 1),
                "pss_mb_after": round(after, 1),
            },
            indent=1,
        )
    )


def start(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tequio.site.cli", "demo", "--data", str(folder / "hub"), "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=env)


def wait_for_ready(server: subprocess.Popen[str]) -> int:
    assert server.stdout is not None
    for line in server.stdout:
        found = re.match(r"ready http://127\.0\.0\.1:(\d+)/", line)
        if found:
            time.sleep(1)
            return int(found.group(1))
    raise SystemExit("the demo ended before it was ready")


def ask(port: int, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request("GET", path, headers={"Accept-Encoding": "br"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def pss(parent: int) -> float:
    """Proportional set size of `parent` and all below it, in MB."""
    total = 0
    for pid in family(parent):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
        total += int(found.group(1)) if found else 0
    return total / 1024


def family(parent: int) -> list[int]:
    below = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [parent, *(pid for child in below for pid in family(int(child)))]


if __name__ == "__main__":
    main()
