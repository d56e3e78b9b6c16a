"""`./tequio shots DIR`: every page of the register as everybody who meets it, on one contact sheet.

At 320 and 1280 px, in every language, light; `--dark` adds the dark ones, `--only WORD` takes the pages whose name
has the word in it.
"""

from __future__ import annotations

import argparse
import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from itertools import groupby, product
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.matrix import Hall, Visit
    from tests.pages import Page

ROOT = Path(__file__).resolve().parents[1]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
STYLE = """body{font:15px/1.5 system-ui;margin:2rem;background:#faf6ee;color:#27221b}
section{display:flex;flex-wrap:wrap;gap:1rem;align-items:start}figure{margin:0}
img{max-height:26rem;border:1px solid #857a69;background:#fff}figcaption{font-size:13px;max-width:30rem}
nav a{margin-inline-end:1rem}h2{margin-block:2.5rem .5rem}"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture on the sheet."""

    file: str
    person: str
    caption: str


def main(words: list[str]) -> int:
    wishes = read(words)
    folder: Path = wishes.folder
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary) / "hub"
        server, address = start(data)
        try:
            prepare_django(data)
            shots = take_all(address, data, folder, wishes)
        finally:
            server.terminate()
            server.wait(20)
    (folder / "index.html").write_text(sheet(shots), "utf-8")
    print(f"{len(shots)} pictures: {folder / 'index.html'}")
    return 0


def read(words: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./tequio shots", description="Take a picture of every page.")
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--dark", action="store_true", help="in dark colours too")
    parser.add_argument("--only", metavar="WORD", default="", help="pages whose name has this word in it")
    return parser.parse_args(words)


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


def prepare_django(data: Path) -> None:
    """The register's places are found with the house's own code, which reads settings."""
    import django

    os.environ |= {"TEQUIO_DATA": str(data), "DJANGO_SETTINGS_MODULE": "tequio.site.settings"}
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    django.setup()


def take_all(address: str, data: Path, folder: Path, wishes: argparse.Namespace) -> list[Shot]:
    from playwright.sync_api import sync_playwright

    from tests.browser.matrix import COLOURS, Hall
    from tests.pages import PAGES

    pages = [page for page in PAGES if wishes.only in page.key]
    colours = COLOURS if wishes.dark else COLOURS[:1]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        hall = Hall(browser, address, data)
        shots = [take(hall, visit, folder) for visit in looks(pages, colours)]
        browser.close()
    return shots


def looks(pages: list[Page], colours: tuple[str, ...]) -> Iterator[Visit]:
    """Every look of every page, a page's looks beside each other."""
    from tests.browser.matrix import LANGUAGES, WIDTHS, Visit

    for page, language, tone, width in product(pages, LANGUAGES, colours, WIDTHS):
        yield Visit(page.key, language, tone, width)


def take(hall: Hall, visit: Visit, folder: Path) -> Shot:
    glass = hall.show(visit)
    name = f"{visit.key}-{visit.language}-{visit.colours}-{visit.width}.png"
    glass.screenshot(path=folder / name, full_page=True)
    page = hall.pages[visit.key]
    return Shot(name, page.person, f"{page.name} · {visit.language} · {visit.width} px · {page.path[:60]}")


def sheet(shots: list[Shot]) -> str:
    """One section a person, with a way to each."""
    from tests.pages import PEOPLE

    ordered = sorted(shots, key=lambda one: list(PEOPLE).index(one.person))
    sections = {who: list(own) for who, own in groupby(ordered, key=lambda one: one.person)}
    ways = "".join(f'<a href="#{who}">{who}</a>' for who in sections)
    parts = "".join(
        f'<h2 id="{who}">{who}: {PEOPLE[who]}</h2><section>{"".join(map(figure, own))}</section>'
        for who, own in sections.items()
    )
    head = f"<!doctype html><html lang=en><meta charset=utf-8><title>Tequio</title><style>{STYLE}</style>"
    return f"{head}<h1>Tequio, page by page</h1><nav>{ways}</nav>{parts}"


def figure(shot: Shot) -> str:
    caption = html.escape(shot.caption)
    picture = f'<img loading="lazy" src="{shot.file}" alt="{caption}">'
    return f'<figure><a href="{shot.file}">{picture}</a><figcaption>{caption}</figcaption></figure>'


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
