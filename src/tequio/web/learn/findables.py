"""Everything a search looks through: courses on offer, their modules, help topics."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from django.urls import reverse

from tequio.kit.words import say
from tequio.learning.catalog import api as catalog
from tequio.web.learn.matching import Entry
from tequio.web.learn.pages.search import COURSE, HELP, MODULE
from tequio.web.learn.pages.spoken import other_language
from tequio.web.learn.topics import plain, topics

if TYPE_CHECKING:
    from tequio.learning.values import CourseTexts, ModuleTexts
    from tequio.web.learn.topics import Topic


def entries(language: str) -> tuple[Entry, ...]:
    """What can be found, in the words of `language`; a course without it, in its own."""
    courses = catalog.course_texts()
    modules = [_module(course, module, language) for course in courses for module in course.modules]
    return (*(_course(course, language) for course in courses), *modules, *_help(language))


def _course(course: CourseTexts, language: str) -> Entry:
    return Entry(
        kind=COURSE,
        href=reverse("course", args=[course.key]),
        title=say(course.title, language),
        texts=(say(course.summary, language), *(say(one, language) for one in course.outcomes)),
        language=other_language(course.languages, language),
    )


def _module(course: CourseTexts, module: ModuleTexts, language: str) -> Entry:
    return Entry(
        kind=MODULE,
        href=reverse("module", args=[course.key, module.key]),
        title=say(module.title, language),
        texts=(say(module.summary, language), *(say(step, language) for step in module.steps)),
        place=say(course.title, language),
        language=other_language(course.languages, language),
    )


@lru_cache(maxsize=8)
def _help(language: str) -> tuple[Entry, ...]:
    return tuple(_topic(topic) for topic in topics(language))


def _topic(topic: Topic) -> Entry:
    paragraphs = [plain(part) for part in topic.text.split("\n\n")]
    return Entry(kind=HELP, href=topic.href, title=topic.title, texts=tuple(paragraphs))
