"""The help pages: an index in groups, and one topic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext as _

from tequio.web.learn.topics import GROUPS, topic
from tequio.web.markdown import to_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics that belong together."""

    key: str
    name: str
    topics: Sequence[TopicLine]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """The index of help."""

    template: ClassVar[str] = "learn/help.html"
    groups: Sequence[TopicGroup]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpTopicPage:
    """One topic, and those beside it."""

    template: ClassVar[str] = "learn/help_topic.html"
    title: str
    html: SafeString
    group: str
    beside: Sequence[TopicLine]


def help_page(language: str) -> HelpPage:
    return HelpPage([_group(key, language) for key in GROUPS])


def help_topic_page(key: str, language: str) -> HelpTopicPage:
    """The topic's page; `KeyError` when there is none of this key."""
    shown = topic(key, language)
    group = next(_group(one, language) for one, keys in GROUPS.items() if key in keys)
    return HelpTopicPage(
        title=shown.title,
        html=to_html(shown.text),
        group=group.name,
        beside=[line for line in group.topics if line.href != shown.href],
    )


def _group(key: str, language: str) -> TopicGroup:
    names = {
        "begin": _("Getting started"),
        "study": _("Studying"),
        "certificate": _("The certificate"),
        "people": _("Your data, and people"),
    }
    shown = [topic(one, language) for one in GROUPS[key]]
    return TopicGroup(key, names[key], [TopicLine(one.href, one.title) for one in shown])
