"""A real hub as one person runs it: commands and a server as processes, a browser behind its proxy."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
HOST = "hub.example.org"


@dataclass(frozen=True)
class RealHub:
    """A data folder, and the database that goes with it ("" for SQLite)."""

    data: Path
    database: str = ""

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("TEQUIO_", "DJANGO_", "PYTEST_"))}
        own = {"PYTHONPATH": f"{ROOT / 'src'}", "TEQUIO_DATA": str(self.data), "TEQUIO_BEHIND_PROXY": "yes"}
        return kept | own | ({"TEQUIO_DATABASE_URL": self.database} if self.database else {})

    def run(self, *words: object) -> subprocess.CompletedProcess[str]:
        """One word of the command line."""
        return subprocess.run(
            [sys.executable, "-m", "tequio.site.cli", *map(str, words)],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @contextlib.contextmanager
    def started(self, *command: object) -> Iterator[subprocess.Popen[str]]:
        """A program of ours that runs until the block ends."""
        program = [sys.executable, *map(str, command)]
        with subprocess.Popen(program, env=self.environment, stdout=subprocess.PIPE, text=True) as running:
            try:
                yield running
            finally:
                running.terminate()
                running.communicate(timeout=60)

    @contextlib.contextmanager
    def served(self) -> Iterator[Proxy]:
        with self.started("-m", "tequio.site.cli", "serve", "--port", 0) as server:
            line = server.stdout.readline()
            found = re.fullmatch(r"ready http://127\.0\.0\.1:(\d+)/\n", line)
            assert found, line
            yield Proxy(int(found.group(1)))


@dataclass
class Proxy:
    """A browser at https://hub.example.org, whose proxy speaks plain HTTP to the hub."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, **fields: str) -> tuple[int, bytes]:
        headers = {
            "Host": HOST,
            "Origin": f"https://{HOST}",
            "X-Forwarded-Proto": "https",
            "X-Forwarded-For": "192.0.2.7",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, urlencode(fields) if fields else None, headers)
            answer = connection.getresponse()
            for value in answer.headers.get_all("Set-Cookie") or []:
                name, _, rest = value.strip().partition("=")
                self.cookies[name] = rest.split(";")[0]
            return answer.status, answer.read()
        finally:
            connection.close()

    def sign_in(self, code: str, secret: str) -> int:
        """The status of the operator's page after signing in by the form."""
        self.ask("GET", f"/en/sign-in/?code={code}")
        token = self.cookies["csrftoken"]
        self.ask("POST", "/en/sign-in/", code=code, secret=secret, csrfmiddlewaretoken=token)
        return self.ask("GET", "/en/operate/")[0]
