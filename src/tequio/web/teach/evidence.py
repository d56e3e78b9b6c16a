"""The program's evidence in the reader's language: its sentences are English and kept with each review.

Each template below is a sentence of learning's machine review; what stands in its places is carried over as it is.
A test compares them with what the machine really says.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from tequio.web.learn.pages.spoken import language_names
from tequio.web.saying import day

SENTENCES = (
    _("A person decides this."),
    _("Not decided from the course's text."),
    _("Every outcome begins with an act and states its level."),
    _("Not observable: %(names)s."),
    _("Each outcome has a module, practice and summative items."),
    _("Without a module or items: %(names)s."),
    _("At least half of the summative items stand at the outcome's level."),
    _("Below its level: %(names)s."),
    _("Every module declares 20 minutes or less."),
    _("Longer than 20 minutes: %(names)s."),
    _(
        "Passive share at most 50 %%, an act per 5 minutes; the longest stretch without one is %(minutes)s minutes."
    ),
    _("Too passive: %(names)s."),
    _("The text of every module stays within 100 KiB compressed."),
    _("Too heavy: %(names)s."),
    _("Audience, prior knowledge, devices and hours are stated."),
    _("No audience stated in: %(names)s."),
    _("Every module has a summary."),
    _("Without a summary: %(names)s."),
    _("Some steps are foreign and were not read."),
    _("No heading skips a level; lists and languages are marked."),
    _("Every picture has alternative text."),
    _("Every table column has a head."),
    _("Nothing moves; no link says only “here”."),
    _("No picture comes from another host."),
    _("Course and modules carry open licences."),
    _("No open licence: %(names)s."),
    _("%(count)s dated sources; to be reviewed by no date."),
    _("%(count)s dated sources; to be reviewed by %(date)s."),
    _("%(count)s items ask to analyse."),
    _("Every practice item explains each choice."),
    _("Without rationale or explanation: %(names)s."),
    _("There are no summative items."),
    _("No item and no stem is in two pools."),
    _("In two pools: %(names)s."),
    _("There is no final check."),
    _("%(count)s items for a form of %(form)s; %(wanted)s are wanted."),
    _("No flaw found."),
    _("%(item)s has “all or none of the above”."),
    _("%(item)s asks for what is not, and does not mark it."),
    _("In %(language)s the right choice is the longest in %(hits)s of %(count)s items."),
    _("Time, tries, waiting time, cut and its method are on the course page."),
    _("Each outcome names a skill by URI and version."),
    _("Without a skill: %(names)s."),
    _("Each outcome has items for a delayed check."),
    _("Without delayed items: %(names)s."),
)
AND_MORE = _("%(names)s and %(count)s more")
SHOWN = 6
_PLACE = re.compile(r"%\((\w+)\)s")


def in_words(evidence: str) -> str:
    """Each sentence in the reader's language; one that is not known stays as it was written."""
    return " ".join(_sentence(one) for one in re.split(r"(?<=\.) ", evidence))


def knows(sentence: str) -> bool:
    """Whether `sentence` is one of those above."""
    return any(shape.fullmatch(sentence) for _template, shape in _shapes())


def _sentence(text: str) -> str:
    for template, shape in _shapes():
        found = shape.fullmatch(text)
        if found:
            return gettext(template) % {name: _said(name, said) for name, said in found.groupdict().items()}
    return text


def _said(name: str, said: str) -> str:
    """A day and a language in the reader's words; of names, the first."""
    match name:
        case "date":
            return day(date.fromisoformat(said))
        case "language":
            return language_names([said])
        case _:
            return _few(said)


def _few(names: str) -> str:
    """The first names of a list, and how many more there are: an import may have dozens."""
    listed = names.split(", ")
    if len(listed) <= SHOWN:
        return names
    values = {"names": ", ".join(listed[:SHOWN]), "count": len(listed) - SHOWN}
    return gettext(AND_MORE) % values


@lru_cache(maxsize=1)
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((template, _shape(template)) for template in SENTENCES)


def _shape(template: str) -> re.Pattern[str]:
    parts = _PLACE.split(template)
    fixed = [re.escape(part.replace("%%", "%")) for part in parts[::2]]
    places = [f"(?P<{name}>.+)" for name in parts[1::2]]
    return re.compile("".join(a + b for a, b in zip(fixed, [*places, ""], strict=True)))
