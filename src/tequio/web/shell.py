"""The frame around every page: hub name, who is here, language links; and `show`, which renders one page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from django.conf import settings
from django.shortcuts import render
from django.utils.translation import get_language

from tequio.people import api as people
from tequio.web.display import chosen_theme
from tequio.web.dressing import theme_address
from tequio.web.pseudo import spoken
from tequio.web.start_links import StartLink, start_links

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class Page(Protocol):
    """What a template is given: one frozen dataclass that names its template."""

    template: ClassVar[str]


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language."""

    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """What the frame (base.html) says on every page."""

    hub: str
    demo: bool
    known: bool  # somebody is signed in
    here: str  # the route's name; empty where no route was found
    path: str  # this page with its query, to come back to
    theme: str  # "light" or "dark" when chosen; empty: as the device asks
    dress: str  # address of the hub's own colours; empty for Tequio's
    languages: tuple[LanguageLink, ...]
    starts: tuple[StartLink, ...]  # the start pages that this person's grants open


def show(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """Render `page` with the template that it names."""
    return render(request, page.template, {"page": page}, status=status)


def page_shell(request: HttpRequest) -> dict[str, object]:
    """Context processor: the frame's few values, as `shell`."""
    return {"shell": shell_of(request)}


def shell_of(request: HttpRequest) -> Shell:
    actor = getattr(request, "actor", None)
    return Shell(
        hub=hub_name(),
        demo=settings.DEMO,
        known=bool(actor and actor.is_known),
        here=(request.resolver_match.url_name or "") if request.resolver_match else "",
        path=request.get_full_path(),
        theme=chosen_theme(request),
        dress=theme_address(),
        languages=language_links(request),
        starts=start_links(actor) if actor and actor.is_known else (),
    )


def hub_name() -> str:
    """The first organisation's name; before `tequio init`, the program's."""
    return next((organisation.name for organisation in people.organisations()), "Tequio")


def language_links(request: HttpRequest) -> tuple[LanguageLink, ...]:
    """One link per language, to this same page with its query."""
    here = get_language() or settings.LANGUAGE_CODE
    return tuple(
        LanguageLink(code, name, in_language(request.get_full_path(), code), code == here)
        for code, name in spoken(settings.LANGUAGES)
    )


def in_language(path: str, code: str) -> str:
    """`path` under another language's prefix; a path without one leads to that language's home."""
    first, slash, rest = path.removeprefix("/").partition("/")
    return f"/{code}/{rest}" if slash and first in dict(settings.LANGUAGES) else f"/{code}/"
