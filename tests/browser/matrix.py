"""The accessibility matrix: page × language × colours × width, visited person by person in one browser."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, product
from typing import TYPE_CHECKING

from tests import pairs, places
from tests.browser import looking
from tests.pages import PAGES, Page
from tests.visiting import OverHttp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext
    from playwright.sync_api import Page as Glass

LANGUAGES, COLOURS, WIDTHS = ("es", "en"), ("light", "dark"), (320, 1280)


@dataclass(frozen=True, slots=True, order=True)
class Visit:
    """One look at one page."""

    key: str
    language: str
    colours: str
    width: int


def visits(pages: Iterable[Page], *, every: bool = False) -> list[Visit]:
    """Every combination, or the sample in which every two values meet. Kept together by look, not by page: forms that
    may be sent so many times a minute are sent far apart."""
    keys = [page.key for page in pages]
    rows = (
        product(keys, LANGUAGES, COLOURS, WIDTHS) if every else pairs.sample(keys, LANGUAGES, COLOURS, WIDTHS)
    )
    return sorted((Visit(*row) for row in rows), key=lambda one: (one.language, one.colours, one.width))


class Hall:
    """A hub with everybody in it, in one browser. Only one window is open at a time: each costs a renderer or two."""

    def __init__(self, browser: Browser, url: str, data: Path) -> None:
        self.browser, self.url = browser, url
        opened: list[BrowserContext] = []
        self.world = places.prepare(data, lambda: OverHttp(self._open(opened).request, url))
        self.contexts = dict(zip(self.world.people, opened, strict=True))
        self.pages = {page.key: page for page in PAGES}
        self.window: tuple[str, Glass] | None = None

    def _open(self, opened: list[BrowserContext]) -> BrowserContext:
        context = self.browser.new_context(bypass_csp=True)
        context.set_default_timeout(20_000)
        opened.append(context)
        return context

    def close(self) -> None:
        for context in self.contexts.values():
            context.close()

    def window_of(self, person: str) -> Glass:
        """Their window; whoever had one before closes it."""
        if self.window and self.window[0] == person:
            return self.window[1]
        if self.window:
            self.window[1].close()
        self.window = (person, looking.with_open_eyes(self.contexts[person].new_page()))
        return self.window[1]

    def faults(self, visit: Visit) -> list[str]:
        """What is wrong with one page in one look; on a phone with spaced text too, on a desk with large text."""
        glass = self.show(visit)
        found = looking.faults(glass)
        enlarged = looking.faults_when_spaced if visit.width == 320 else looking.faults_when_enlarged
        found += enlarged(glass)
        where = f"{visit.key} {visit.language} {visit.colours} {visit.width}"
        return [f"{where}: {one}" for one in found]

    def show(self, visit: Visit) -> Glass:
        """The page as its person meets it, in their window."""
        page = self.pages[visit.key]
        glass = self.window_of(page.person)
        glass.set_viewport_size({"width": visit.width, "height": 720})
        glass.emulate_media(color_scheme=visit.colours)
        return self.enter(glass, page, visit.language)

    def enter(self, glass: Glass, page: Page, language: str) -> Glass:
        answer = glass.goto(self.url + self.world.address(page, language))
        if page.sends is not None:
            with glass.expect_navigation() as going:
                glass.evaluate(FILL_IN, [page.form.format(**self.world.places), self._texts(page)])
                self._choose_files(glass, page)
                glass.evaluate("document.querySelector('form[data-chosen]').submit()")
            answer = going.value
        assert answer.status == page.status, f"{page.key}: {answer.status} at {glass.url}"
        return glass

    def _texts(self, page: Page) -> dict[str, str]:
        return {name: value for name, value in (page.sends or {}).items() if isinstance(value, str)}

    def _choose_files(self, glass: Glass, page: Page) -> None:
        for name, value in (page.sends or {}).items():
            if not isinstance(value, str):
                file, data = self.world.files[value.name]
                payload = {"name": file, "mimeType": "application/octet-stream", "buffer": data}
                glass.set_input_files(f"form[data-chosen] [name={name}]", payload)


# Finds the form as tests/visiting.py does, writes into its fields, and adds what is no field: the button pressed.
FILL_IN = """([end, sent]) => {
  const posts = [...document.querySelectorAll("main form")].filter(one => one.method === "post");
  const form = posts.find(one => new URL(one.action).pathname.endsWith(end));
  form.dataset.chosen = "";
  for (const [name, value] of Object.entries(sent)) {
    const there = [...form.elements].find(one => one.name === name && one.type !== "submit");
    const field = there ?? form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name }));
    field.value = value;
  }
}"""


def by_person(pages: Iterable[Page]) -> Iterator[tuple[str, list[Page]]]:
    """The register's pages, person by person."""
    for person, own in groupby(sorted(pages, key=lambda one: one.person), key=lambda one: one.person):
        yield person, list(own)
