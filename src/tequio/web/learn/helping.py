"""Help: the index, and a page for each topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tequio.kit.errors import NotFound
from tequio.web.learn.pages.help import help_page, help_topic_page
from tequio.web.learn.visitor import language_of_page
from tequio.web.shell import show

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    return show(request, help_page(language_of_page()))


@require_safe
def topic(request: HttpRequest, topic: str) -> HttpResponse:
    try:
        page = help_topic_page(topic, language_of_page())
    except KeyError:
        raise NotFound(_("There is no help on this. Look among the topics, or search.")) from None
    return show(request, page)
