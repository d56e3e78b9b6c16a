"""What a level rests on and what would raise it, said to people in the language now active."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from tequio.credentials.evidence import ReviewKind
from tequio.credentials.values import Dimension, WayUpShown
from tequio.credentials.words import NAMES, level_words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from tequio.credentials.next_level import WayUp

RECORDS: dict[Dimension, _StrPromise] = {
    Dimension.IDENTITY: _("The log of identity checks, as it stood at the award"),
    Dimension.SUPERVISION: _("What the session kept: who watched, how items were drawn, whose clock counted"),
    Dimension.ASSESSMENT: _("The attempt that counts, and whether its items were reviewed"),
    Dimension.MEASUREMENT: _("The plan of the final check, the reason for its cut score, and its statistics"),
    Dimension.QUALITY: _("The reviews of this version of the course, listed below"),
    Dimension.EVIDENCE: _("What the award keeps of the results and of the work"),
    Dimension.TRUST: _("The issuer's key, its status list, and the registries that name it"),
}

REVIEWS: dict[ReviewKind, _StrPromise] = {
    ReviewKind.MACHINE: _("Automatic review"),
    ReviewKind.SELF: _("Own review, by the organisation that made the course"),
    ReviewKind.EXTERNAL: _("Review from outside"),
    ReviewKind.ACCREDITATION: _("Accreditation"),
}

DEEDS: dict[str, _StrPromise] = {
    "unique_contact": _("A contact that nobody else uses here."),
    "identity_checked_at_enrolment": _("An identity check by a trained person when joining."),
    "identity_checked_at_assessment": _("An identity check by a person at the moment of the final check."),
    "random_disjoint_pool": _("A final check whose items are drawn at random and never used in practice."),
    "server_clock": _("A final check timed by the server's clock."),
    "similarity_screen": _("A screen for answers copied from somebody else."),
    "human_supervision": _("A final check that a person supervises."),
    "accredited_centre": _("A final check in an accredited centre, under two people."),
    "final_check_passed": _("A final check passed."),
    "disjoint_items": _("A final check without items that practice uses."),
    "reviewed_items": _("A final check whose every item was reviewed."),
    "constructed_or_performed": _("One task of the person's own work, marked with a rubric."),
    "authentic_task": _("One authentic task, done and marked."),
    "trained_raters_agree": _("One task marked by two trained people who agree."),
    "blueprint": _("A written plan of what the final check covers."),
    "documented_cut": _("A cut score with its reason written down."),
    "item_statistics": _("Statistics of every item, from at least 100 answers each."),
    "drift_and_dif": _("A report on fairness between groups and on change over time."),
    "delayed_retention": _("A later check of what is still remembered."),
    "machine_review": _("An automatic review passed and in date."),
    "self_review": _("An own review of the course, passed and in date."),
    "external_review": _("A review of the course by three people from outside."),
    "accreditation": _("An accreditation of the course by a body in the registry of trust."),
    "result_values": _("Results per outcome inside the signed document."),
    "hashed_artefacts": _("The work kept, with its fingerprint in the signed document."),
    "remarkable_evidence": _("The work kept with its marks, so that it can be marked again."),
    "signed": _("The issuer's signature."),
    "status_list": _("A place on a status list that says whether it still stands."),
    "issuer_in_registry": _("An issuer listed in a registry that others keep."),
    "key_custody": _("An issuer's key guarded by several people, its use logged."),
    "recognised": _("An agreement or scheme in which others recognise this certificate."),
}


def way_up_words(way: WayUp) -> WayUpShown:
    """The nearest way up in words."""
    return WayUpShown(
        level=level_words(way.level),
        short=tuple((str(NAMES[one.dimension]), one.has, one.needs) for one in way.short),
        deeds=tuple(str(DEEDS[deed]) for deed in way.deeds),
    )
