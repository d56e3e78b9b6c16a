"""The sixteen elements of a micro-credential and what is said of each. Pure English; translated where shown."""

from __future__ import annotations

from tequio.credentials.advice import Advice
from tequio_standards.badges import Element, Presence


def _(text: str) -> str:
    """Marks a text for translation."""
    return text


ELEMENTS = {
    Element.LEARNER: _("Whose it is"),
    Element.TITLE: _("Title"),
    Element.COUNTRY: _("Country of the issuer"),
    Element.AWARDING_BODY: _("Who awards it"),
    Element.DATE: _("Date of the award"),
    Element.OUTCOMES: _("What the person can do"),
    Element.WORKLOAD: _("Hours that the learning takes"),
    Element.LEVEL: _("Level in a framework of qualifications"),
    Element.ASSESSMENT: _("How it was assessed"),
    Element.PARTICIPATION: _("Online, on site or both"),
    Element.QUALITY: _("Who assures the quality"),
    Element.PREREQUISITES: _("What was needed before"),
    Element.SUPERVISION: _("Supervision and identity"),
    Element.GRADE: _("Result"),
    Element.STACKABILITY: _("Courses to combine"),
    Element.FURTHER: _("Further information"),
}

PRESENCES = {
    Presence.PRESENT: Advice(_("said"), tone="good"),
    Presence.ABSENT: Advice(_("missing")),
    Presence.UNREADABLE: Advice(_("not readable"), tone="bad"),
}

# The sentences of `tequio_standards.badges.lint_advice`, for translation.
ADVICE = {
    "learner_missing": _("Nothing says whose credential it is."),
    "learner_in_clear": _(
        "An e-mail address or number of the learner is readable by all; use a hash or leave it out."
    ),
    "learner_hash_unsalted": _("The learner's identity is hashed without salt, so it can be guessed."),
    "title_missing": _("The achievement has no name."),
    "title_promises_degree": _(
        "The title holds a word that is kept for degrees; a short course should not promise one."
    ),
    "country_missing": _("The country or region of the issuer is missing."),
    "country_not_iso": _("The country is not a code of two capital letters (ISO 3166-1)."),
    "awarding_body_missing": _("The awarding body has no name."),
    "assessor_is_issuer": _("The one who assessed is the one who awards; say so where it matters."),
    "date_missing": _("The date of the award is missing."),
    "date_in_future": _("The date of the award has not come yet."),
    "date_order": _("The credential ends before it begins."),
    "outcomes_missing": _("What the learner can do is not said."),
    "outcomes_not_aligned": _("No outcome is tied to a framework such as ESCO."),
    "outcomes_without_address": _("An outcome is tied to a framework without the address of the entry."),
    "workload_missing": _("How many hours the learning takes is missing."),
    "workload_months": _("The workload is written in months (P60M); sixty minutes are PT60M."),
    "workload_without_hours": _("Credits are given without hours, so they cannot be compared."),
    "level_missing": _("No level of the European or a national qualifications framework is named."),
    "level_claimed": _("The level is the issuer's claim; nothing signed confirms it."),
    "assessment_missing": _("How it was assessed is not said."),
    "assessment_kind_unsaid": _("Results are described, but not the kind of assessment."),
    "participation_missing": _("Whether one took part online, on site or both is not said."),
    "quality_missing": _("Nothing says who assures the quality."),
    "quality_self_declared": _("The quality is the issuer's own statement; nobody else signed for it."),
    "supervision_only_said": _("Supervision or identity is a plain statement without a scale."),
    "grade_without_scale": _("A result stands without its scale or the mark needed to pass."),
    "grade_without_description": _("A result does not say which description it belongs to."),
    "evidence_not_hashed": _("Evidence is named without a hash of its content, so it may change unnoticed."),
}
