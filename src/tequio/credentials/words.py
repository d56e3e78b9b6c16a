"""The seven dimensions and five levels said to people, in the language now active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tequio.credentials.rules import is_pilot
from tequio.credentials.values import Dimension, DimensionWords, Level

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from tequio.credentials.evidence import Evidence
    from tequio.credentials.values import AssuranceVector

LEVELS: dict[Level, _StrPromise] = {
    Level.L0: _("Participation"),
    Level.L1: _("Practised"),
    Level.L2: _("Demonstrated"),
    Level.L3: _("Verified"),
    Level.L4: _("Accredited"),
}

MEANINGS: dict[Level, _StrPromise] = {
    Level.L0: _("The person took part. What they learned was not checked."),
    Level.L1: _("The person passed a check on their own. Nobody watched, and nobody checked who they are."),
    Level.L2: _("The person showed work of their own, in a check guarded against copying."),
    Level.L3: _("A trained person knew who they are, and a person watched the final check."),
    Level.L4: _(
        "Their document was looked at again at the final check, and others recognise the certificate."
    ),
}

NAMES: dict[Dimension, _StrPromise] = {
    Dimension.IDENTITY: _("Identity"),
    Dimension.SUPERVISION: _("Supervision"),
    Dimension.ASSESSMENT: _("Assessment"),
    Dimension.MEASUREMENT: _("Measurement"),
    Dimension.QUALITY: _("Course quality"),
    Dimension.EVIDENCE: _("Evidence kept"),
    Dimension.TRUST: _("Signature and status"),
}

SENTENCES: dict[Dimension, tuple[_StrPromise, _StrPromise, _StrPromise, _StrPromise]] = {
    Dimension.IDENTITY: (
        _("The person wrote their own name; nobody checked who they are."),
        _("The person has a contact that nobody else uses here; nobody saw a document."),
        _("A trained person knew them or saw their document when they joined."),
        _("A person checked their document again at the moment of the final check."),
    ),
    Dimension.SUPERVISION: (
        _("Nobody supervised the final check."),
        _("Nobody supervised; items drawn at random, a server's clock and a screen for copying guard it."),
        _("A person supervised the final check."),
        _("The final check was held in an accredited centre, under two people."),
    ),
    Dimension.ASSESSMENT: (
        _("No final check with reviewed items of its own."),
        _("Passed a final check of closed items, reviewed and not used in practice."),
        _("Passed a final check with several methods, among them work of their own."),
        _("Did an authentic task that two trained people marked, and they agreed."),
    ),
    Dimension.MEASUREMENT: (
        _("It is not yet shown how well the final check measures."),
        _("The final check follows a written plan, its items were reviewed and its cut score is justified."),
        _("Statistics of at least 100 answers per item show how exactly it measures."),
        _("Besides, fairness between groups, drift and what is remembered later are watched."),
    ),
    Dimension.QUALITY: (
        _("The course has not passed a review."),
        _("The course passed the automatic review and its authors' own review."),
        _("Three people from outside reviewed the course and found every essential met."),
        _("A body in the registry of trust accredited the course."),
    ),
    Dimension.EVIDENCE: (
        _("Only that the person took part is kept."),
        _("The results per outcome are inside the signed document."),
        _("The work is kept, and its fingerprint is in the signed document."),
        _("The work can be marked again: it is kept with the marks and the version of the items."),
    ),
    Dimension.TRUST: (
        _("Not signed."),
        _("Signed by its issuer, who publishes whether it still stands."),
        _("Signed, on a status list, and its issuer stands in a registry that others keep."),
        _("Besides, several people guard the issuer's key, and its use is logged."),
    ),
}


def dimension_words(vector: AssuranceVector, evidence: Evidence | None = None) -> tuple[DimensionWords, ...]:
    """One sentence per dimension: what was checked, in words."""
    return tuple(
        DimensionWords(dimension, value, str(NAMES[dimension]), _sentence(dimension, value, evidence))
        for dimension, value in vector.values.items()
    )


def level_words(level: Level) -> str:
    """Such as `L1 · Practised`."""
    return f"{level} · {LEVELS[level]}"


def level_means(level: Level) -> str:
    """What a level says to somebody who relies on it, in one sentence."""
    return str(MEANINGS[level])


def _sentence(dimension: Dimension, value: int, evidence: Evidence | None) -> str:
    sentence = str(SENTENCES[dimension][value])
    if dimension is Dimension.MEASUREMENT and evidence is not None and is_pilot(evidence):
        return " ".join((sentence, gettext("Pilot: fewer than 100 people have answered its items.")))
    return sentence
