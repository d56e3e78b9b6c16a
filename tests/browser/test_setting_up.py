"""A new hub is set up in the browser by keyboard alone, and each question is accessible on the way."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tequio.site import ports
from tests.browser import keyboard, looking
from tests.browser.conftest import ROOT
from tests.browser.keyboard import press, write

ANSWERS = {"name": "Universidad de Ejemplo", "key": "ejemplo", "country": "México", "operator": "Ana Pérez"}
PROGRAM = [sys.executable, "-m", "tequio.site.cli"]


@pytest.fixture(scope="module")
def new_hub(tmp_path_factory):
    """A hub that nobody has set up: its one-time path, and its address."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("TEQUIO_", "DJANGO_"))}
    env = kept | {
        "PYTHONPATH": str(ROOT / "src"),
        "TEQUIO_DATA": str(tmp_path_factory.mktemp("new") / "data"),
    }
    port = str(ports.claim("127.0.0.1", 0))
    hub = f"http://127.0.0.1:{port}"
    told = subprocess.run(
        [*PROGRAM, "init", "--url", hub], env=env, stdout=subprocess.PIPE, text=True, check=True
    ).stdout
    server = subprocess.Popen([*PROGRAM, "serve", "--port", port], env=env, stdout=subprocess.PIPE, text=True)
    try:
        wait_for(server)
        yield invitation(told), hub
    finally:
        server.terminate()
        server.communicate(timeout=30)


def invitation(told: str) -> str:
    """Where `init` says that one begins."""
    found = re.search(r"http://[^/]+(/\S+/begin/\S+)", told)
    assert found, told
    return found[1]


def wait_for(server: subprocess.Popen[str]) -> None:
    told = []
    for line in server.stdout:
        told.append(line)
        if line.startswith("ready "):
            return
    raise AssertionError(f"the hub was not served: {told}")


def test_each_question_is_accessible_and_answered_by_keyboard(new_hub, chromium):
    path, hub = new_hub
    context = chromium.new_context(viewport={"width": 320, "height": 720}, bypass_csp=True, locale="es")
    page, found = context.new_page(), []
    page.goto(hub + path)
    found += seen(page)
    press(page, "main form[method=post] button")
    for _ in range(12):
        found += seen(page)
        if "/ask/" not in page.url:
            break
        answer(page)
    press(page, "main a.button")
    found += seen(page)
    write(page, "main input[name=secret]", "caballo-pila-grapa")
    press(page, "main form[method=post] button")
    found += seen(page)
    assert not found, "\n".join(found)
    assert page.locator("main").inner_text().count("-")
    context.close()


def seen(page) -> list[str]:
    return [f"{page.url}: {fault}" for fault in looking.faults(page) + keyboard.walk(page)]


def answer(page) -> None:
    """What is asked, if we have a word of our own for it; else what is proposed."""
    question = page.url.rstrip("/").rpartition("/")[2]
    field = page.locator(f"main [name={question}]").first
    if field.evaluate("it => it.localName") == "select":
        keyboard.tab_to(page, f"main select[name={question}]")
        page.keyboard.type(ANSWERS.get(question, ""))
    elif field.get_attribute("type") == "radio":
        keyboard.choose(page, question, field.get_attribute("value"))
    elif question in ANSWERS:
        write(page, f"main [name={question}]", ANSWERS[question])
    press(page, "main form[method=post] button")
