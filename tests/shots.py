"""`./tequio shots DIR`: a picture of every page as every person of the demo, at 320 and 1280 px, on one contact sheet."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[1]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDTHS = (320, 1280)
COURSE = "/courses/digital-safety/"
# For everybody; what a person may not see shows as the page that says so.
PAGES = {
    "stranger": (
        *(
            "/",
            "/courses/",
            COURSE,
            f"{COURSE}modules/spot-fraud/",
            f"{COURSE}modules/spot-fraud/hook/",
            "/help/",
        ),
        *("/join/", "/sign-in/", "/verify/", "/no-such-page/", "/parts/"),
    ),
    "rosa": (
        "/today/",
        f"{COURSE}modules/second-factor/",
        f"{COURSE}modules/second-factor/practice/",
        "/card/",
    ),
    "tomas": (f"{COURSE}check/", "/today/"),
    "amina": ("/today/",),
    "joaquin": ("/teach/",),
    "beatriz": ("/reviews/",),
    "lupita": ("/facilitate/?text=Amina",),
    "ernesto": ("/govern/",),
    "marisol": ("/operate/", "/operate/roles/", "/operate/import/"),
}


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture on the sheet."""

    file: str
    caption: str


def main(words: list[str]) -> int:
    if len(words) != 1:
        print("Write: ./tequio shots DIR", file=sys.stderr)
        return 2
    folder = Path(words[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary) / "hub"
        server, address = start(data)
        try:
            shots = take_all(address, json.loads((data / "demo.json").read_text("utf-8")), folder)
        finally:
            server.terminate()
            server.wait(20)
    (folder / "index.html").write_text(sheet(shots), "utf-8")
    print(f"{len(shots)} pictures: {folder / 'index.html'}")
    return 0


def start(data: Path) -> tuple[subprocess.Popen[str], str]:
    command = [sys.executable, "-m", "tequio.site.cli", "demo", "--data", str(data), "--port", "0"]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)
    assert server.stdout is not None
    for line in server.stdout:
        found = re.match(r"ready (http://\S+?)/?$", line)
        if found:
            return server, found.group(1)
    raise SystemExit("the demo ended before it was ready")


def take_all(address: str, cast: list[dict[str, str]], folder: Path) -> list[Shot]:
    shots = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for who, paths in PAGES.items():
            own = [person["path"] for person in cast if person["key"] == who]
            for language in ("es", "en"):
                for width in WIDTHS:
                    page = enter(browser, address, who, language, width)
                    shots += [
                        take(page, address, f"/{language}{path}", who, width, folder)
                        for path in (*own, *paths)
                    ]
                    page.context.close()
        browser.close()
    return shots


def enter(browser: Browser, address: str, who: str, language: str, width: int) -> Page:
    """A fresh browser without JavaScript, entered by the demo's own front door."""
    page = browser.new_context(viewport={"width": width, "height": 720}, java_script_enabled=False).new_page()
    page.goto(f"{address}/{language}/")
    if who != "stranger":
        page.click(f"form[action$='/{who}/'] button")
    return page


def take(page: Page, address: str, path: str, who: str, width: int, folder: Path) -> Shot:
    page.goto(address + path)
    name = re.sub(r"[^a-z0-9]+", "-", f"{who}{path}{width}".lower()) + ".png"
    page.screenshot(path=folder / name, full_page=True)
    return Shot(name, f"{who} · {path} · {width} px")


def sheet(shots: list[Shot]) -> str:
    figures = "".join(
        f'<figure><a href="{s.file}"><img loading="lazy" src="{s.file}" alt=""></a>'
        f"<figcaption>{html.escape(s.caption)}</figcaption></figure>"
        for s in shots
    )
    style = "body{display:flex;flex-wrap:wrap;gap:1rem;font:14px system-ui}"
    style += "img{width:300px;border:1px solid}figure{margin:0}"
    return f"<!doctype html><meta charset=utf-8><title>Tequio</title><style>{style}</style>{figures}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
