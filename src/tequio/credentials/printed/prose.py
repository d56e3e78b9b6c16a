"""Small turns of phrase for paper and page: durations, fractions, lists written in Markdown."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

_BULLET = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_MARKS = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_HOURS = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?")


def bullets(markdown: str) -> tuple[str, ...]:
    """The points of a Markdown list as plain sentences; text without bullets is one point per paragraph."""
    points: list[str] = []
    fresh = True
    for line in markdown.splitlines():
        text = _BULLET.sub("", line, count=1) if _BULLET.match(line) else line.strip()
        if not text.strip():
            fresh = True
        elif fresh or _BULLET.match(line):
            points.append(text)
            fresh = False
        else:
            points[-1] += f" {text}"
    return tuple(_MARKS.sub("", _LINK.sub(r"\1", point)).strip() for point in points)


def hours_words(duration: str) -> str:
    """An ISO 8601 duration in hours and minutes, said; as written when it says something else."""
    found = _HOURS.fullmatch(duration)
    if not found or not any(found.groups()):
        return duration
    hours, minutes = int(found[1] or 0), int(found[2] or 0)
    said = []
    if hours:
        said.append(ngettext("%(n)s hour of learning", "%(n)s hours of learning", hours) % {"n": hours})
    if minutes:
        said.append(ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes})
    return " ".join(said)


def fraction_words(fraction: str) -> str:
    """`11/12` as `11 of 12`."""
    right, _slash, of = fraction.partition("/")
    return _("%(right)s of %(of)s") % {"right": right, "of": of} if of else fraction
