"""The officer's description of a course elsewhere, checked: from YAML (a text, or one per language) or from a form."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import yaml
from django.conf import settings
from django.utils.translation import gettext as _

from tequio.credentials.batches.values import About
from tequio.credentials.names import signable
from tequio.kit.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tequio.kit.words import Words

FIELDS = ("title", "summary", "outcomes", "hours", "languages", "platform")
LONGEST = {"title": 200, "summary": 1_000, "outcome": 300, "platform": 200}
MOST_OUTCOMES = 20
MOST_HOURS = 2_000


class AboutRefused(Refused):
    """The description of the course says too little, or what it cannot say."""

    code = "about_refused"


def about_from_yaml(data: bytes) -> About:
    """The description in an `about.yaml`."""
    try:
        said = yaml.safe_load(data)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise AboutRefused(_("The description is not YAML.")) from error
    if not isinstance(said, dict):
        raise AboutRefused(_("The description is not YAML."))
    unknown = [str(name) for name in said if name not in FIELDS]
    if unknown:
        told = _("The description has a line “%(name)s”. It may have: %(names)s.")
        raise AboutRefused(told % {"name": unknown[0], "names": ", ".join(FIELDS)})
    return make_about(said)


def make_about(said: Mapping[str, Any]) -> About:  # what a person wrote
    """The description, or a sentence about what is missing."""
    languages = _languages(said.get("languages"))
    outcomes = said.get("outcomes") or ()
    lines = outcomes.splitlines() if isinstance(outcomes, str) else _listed(outcomes)
    stated = tuple(_words(one, "outcome", languages) for one in lines if one)
    if not 1 <= len(stated) <= MOST_OUTCOMES:
        raise AboutRefused(
            _("Say what the course teaches: one to %(most)s outcomes.") % {"most": MOST_OUTCOMES}
        )
    return About(
        title=_words(said.get("title"), "title", languages),
        summary=_words(said.get("summary"), "summary", languages),
        outcomes=stated,
        hours=_hours(said.get("hours")),
        languages=languages,
        platform=_words(said.get("platform"), "platform", languages[:1])[languages[0]],
    )


def _languages(said: object) -> tuple[str, ...]:
    chosen = _listed(said)
    known = [code for code, _name in settings.LANGUAGES]
    if not chosen or any(language not in known for language in chosen) or len(set(chosen)) != len(chosen):
        told = _("Say in which languages the certificates are: %(known)s.")
        raise AboutRefused(told % {"known": ", ".join(known)})
    return tuple(str(language) for language in chosen)


def _listed(said: object) -> tuple[Any, ...]:  # what a person wrote
    return tuple(said) if isinstance(said, list | tuple) else (said,)


def _words(said: object, name: str, languages: tuple[str, ...]) -> Words:
    texts = said if isinstance(said, dict) else {languages[0]: said}
    clean = {
        str(key): signable(text)[: LONGEST[name] + 1] for key, text in texts.items() if isinstance(text, str)
    }
    if not clean or len(clean) != len(texts) or not set(clean) <= set(languages) or not all(clean.values()):
        raise AboutRefused(_missing(name))
    if any(len(text) > LONGEST[name] for text in clean.values()):
        told = _("Too long: a %(name)s takes at most %(most)s letters.")
        raise AboutRefused(told % {"name": name, "most": LONGEST[name]})
    if any("⟦" in text for text in clean.values()):
        raise AboutRefused(_("The sign ⟦ cannot stand in the description."))
    return clean


def _missing(name: str) -> str:
    return {
        "title": _("Write the title of the course."),
        "summary": _("Say in a sentence or two what the course is."),
        "outcome": _("Write each outcome as a line of text."),
        "platform": _("Name the platform that the results come from."),
    }[name]


def _hours(said: object) -> str:
    text = str(said) if isinstance(said, str | int | float) else ""  # not of lists: aliases make them endless
    text = text.strip().replace(",", ".")
    hours = Fraction(text) if re.fullmatch(r"\d{1,4}(\.\d{1,2})?", text) else Fraction(0)
    minutes = round(hours * 60)
    if not 0 < minutes <= MOST_HOURS * 60:
        raise AboutRefused(_("Say how many hours of learning the course takes, such as 20 or 1.5."))
    whole, rest = divmod(minutes, 60)
    return "PT" + (f"{whole}H" if whole else "") + (f"{rest}M" if rest else "")
