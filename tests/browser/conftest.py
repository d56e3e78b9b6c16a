"""A demo hub as people get it, served by its own server, and Chromium to walk through it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
SECRET = "demo-tequio-2026"


@dataclass(frozen=True)
class Hub:
    """Where the demo hub answers, and the codes of its people."""

    url: str
    codes: dict[str, str]
    data: Path


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def hub(tmp_path_factory):
    data = tmp_path_factory.mktemp("demo") / "data"
    program = [sys.executable, "-m", "tequio.site.cli", "demo", "--data", str(data), "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "ignore"}
    env["TEQUIO_PSEUDO_LANGUAGES"] = "yes"  # for test_right_to_left.py; no menu names them
    for name in ("TEQUIO_DATABASE_URL", "TEQUIO_DATA", "DJANGO_SETTINGS_MODULE"):
        env.pop(name, None)
    server = subprocess.Popen(program, stdout=subprocess.PIPE, env=env, text=True, cwd=data.parent)
    try:
        url = ready(server)
        yield Hub(url, codes_in(data / "journeys.txt"), data)
    finally:
        server.terminate()
        server.wait(timeout=20)
        server.stdout.close()


def ready(server: subprocess.Popen[str]) -> str:
    for line in server.stdout:
        if line.startswith("ready "):
            return line.split()[1].rstrip("/")
    raise AssertionError("the demo hub did not start")


def codes_in(path: Path) -> dict[str, str]:
    return dict(re.findall(r"(Rosa|Tomás|Amina|Lupita|Marisol).*code (\S+)", path.read_text("utf-8")))


@pytest.fixture(scope="module")
def chromium():
    """One browser a file. Playwright keeps an event loop running, beside which Django refuses its database: so it
    must be gone before another file's tests begin in this worker."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None or not AXE.exists():
        pytest.skip("needs chromium and frontend/node_modules (npm ci)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def hall(hub, chromium):
    """The demo hub with everybody of the register in it."""
    from tests.browser.matrix import Hall

    opened = Hall(chromium, hub.url, hub.data)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def glass(chromium):
    """A window of 320 px for pages that a test plants."""
    context = chromium.new_context(viewport={"width": 320, "height": 640}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(chromium):
    """Opens a small window: 320 px, by default without a script."""
    opened = []

    def open_(**wishes):
        options = {"viewport": {"width": 320, "height": 640}, "java_script_enabled": False, **wishes}
        context = chromium.new_context(**options)
        context.set_default_timeout(20_000)
        opened.append(context)
        return context.new_page()

    yield open_
    for context in opened:
        context.close()
