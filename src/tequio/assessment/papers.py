"""Papers: the rules of a check, kept by version, and whether a form can be drawn by them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from tequio.assessment import rules
from tequio.assessment.errors import PaperRefused
from tequio.assessment.models import Bank, ItemReview, ItemVersion, Paper, PaperVersion
from tequio.assessment.values import BlueprintRow, PaperId, PaperInfo, PaperSpec, Pool
from tequio.kit import ids
from tequio.kit.errors import NotFound
from tequio.people import api as people
from tequio.people.values import Action, OrganisationId

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from django.db.models import QuerySet

    from tequio.people.values import Actor


@transaction.atomic
def put_paper(
    *,
    organisation: OrganisationId,
    key: str,
    bank_key: str,
    spec: PaperSpec,
    by: Actor,
    now: datetime,
    home: str = "",
) -> PaperId:
    """Make the paper under `key` follow `spec`; changed rules are a new version, for attempts that start from now on.

    Refused when the rules contradict themselves or the bank has too few final items for the blueprint. `home` is the
    IRI of the course, below which statements name the paper and its items; default: `HUB_URL/courses/<bank key>`.
    """
    people.require(by, Action.PAPER_WRITE, organisation=organisation)
    assert by.person is not None
    bank = Bank.objects.filter(organisation__uuid=organisation, key=bank_key).first()
    if bank is None:
        raise PaperRefused(_("There is no bank %(key)s. Hand in its items first.") % {"key": bank_key})
    spec = replace(spec, key=key)
    _refuse_faults(bank, spec)
    home = (home or f"{settings.HUB_URL}/courses/{bank_key}").rstrip("/")
    row = _paper(organisation, key, bank, home)
    _version(row, spec, by.person, now)
    return PaperId(row.uuid)


def paper(paper: PaperId) -> PaperInfo:
    """The paper and its rules as they stand; `NotFound` if there is none."""
    return _info(paper_row(paper))


def paper_by_key(organisation: OrganisationId, key: str) -> PaperInfo:
    """The paper under `key`; `NotFound` if there is none."""
    row = Paper.objects.filter(organisation__uuid=organisation, key=key).first()
    if row is None:
        raise _no_paper()
    return _info(row)


def paper_row(paper: PaperId) -> Paper:
    row = Paper.objects.select_related("bank").filter(uuid=paper).first()
    if row is None:
        raise _no_paper()
    return row


def current(row: Paper) -> PaperVersion:
    """The rules that hold for attempts starting now."""
    return PaperVersion.objects.get(paper=row, superseded_at__isnull=True)


def drawable(bank: Bank) -> QuerySet[ItemVersion]:
    """What forms are drawn from: the current, reviewed versions of final items in use."""
    return _final(bank).filter(pk__in=ItemReview.objects.values("version"))


def lacking_now(row: Paper, spec: PaperSpec) -> tuple[str, ...]:
    """Outcomes for which there are too few reviewed items to draw a form."""
    return rules.lacking(spec, _per_outcome(drawable(row.bank)))


def paper_iri(row: Paper) -> str:
    return f"{row.home}/papers/{row.key}"


def item_iri(row: Paper, item: str) -> str:
    return f"{row.home}/items/{item}"


def spec_of(version: PaperVersion) -> PaperSpec:
    """The rules kept in a version."""
    kept = version.spec
    blueprint = tuple(BlueprintRow(row["outcome"], row["count"]) for row in kept["blueprint"])
    return PaperSpec(**{**kept, "cut": Fraction(kept["cut"]), "blueprint": blueprint})


def _spec_to_json(spec: PaperSpec) -> dict[str, Any]:  # a JSON object
    return {
        "key": spec.key,
        "title": dict(spec.title),
        "minutes": spec.minutes,
        "tries": spec.tries,
        "wait_hours": spec.wait_hours,
        "cut": str(spec.cut),
        "cut_method": dict(spec.cut_method),
        "blueprint": [{"outcome": row.outcome, "count": row.count} for row in spec.blueprint],
    }


def _final(bank: Bank) -> QuerySet[ItemVersion]:
    return ItemVersion.objects.filter(
        item__bank=bank,
        item__pool=Pool.FINAL.value,
        item__retired_at__isnull=True,
        superseded_at__isnull=True,
    )


def _per_outcome(versions: QuerySet[ItemVersion]) -> dict[str, int]:
    return dict(versions.values_list("outcome").annotate(Count("id")))


def _paper(organisation: UUID, key: str, bank: Bank, home: str) -> Paper:
    row, made = Paper.objects.get_or_create(
        organisation__uuid=organisation,
        key=key,
        defaults={"uuid": ids.new_uuid(), "organisation_id": organisation, "bank": bank, "home": home},
    )
    if not made and (row.bank_id, row.home) != (bank.pk, home):
        row.bank, row.home = bank, home
        row.save(update_fields=["bank", "home"])
    return row


def _version(row: Paper, spec: PaperSpec, by: UUID, now: datetime) -> None:
    kept = _spec_to_json(spec)
    held = PaperVersion.objects.select_for_update().filter(paper=row, superseded_at__isnull=True).first()
    if held is not None and held.spec == kept:
        return
    if held is not None:
        held.superseded_at = now
        held.save(update_fields=["superseded_at"])
    num = held.num + 1 if held is not None else 1
    PaperVersion.objects.create(paper=row, num=num, spec=kept, made_by=by, made_at=now)


def _info(row: Paper) -> PaperInfo:
    version = current(row)
    spec = spec_of(version)
    return PaperInfo(
        id=PaperId(row.uuid),
        organisation=OrganisationId(row.organisation_id),
        key=row.key,
        iri=paper_iri(row),
        spec=spec,
        version=version.num,
        lacking=lacking_now(row, spec),
    )


def _refuse_faults(bank: Bank, spec: PaperSpec) -> None:
    fault = rules.spec_fault(spec)
    if fault:
        raise PaperRefused(_fault_sentences()[fault])
    short = rules.lacking(spec, _per_outcome(_final(bank)))
    if short:
        raise PaperRefused(
            _(
                "The bank %(bank)s has too few final items for: %(outcomes)s. Write more items or ask for fewer."
            )
            % {"bank": bank.key, "outcomes": ", ".join(short)}
        )


def _fault_sentences() -> dict[str, str]:
    return {
        "no_blueprint": _("The blueprint is empty. Name each outcome and how many items it gets."),
        "outcome_twice": _("The blueprint names an outcome twice. Put its items into one row."),
        "count": _("Each row of the blueprint needs at least one item."),
        "minutes": _("The time must be between 1 minute and 24 hours."),
        "tries": _("The tries must be between 1 and 100."),
        "wait": _("The wait between tries must be between 0 hours and a year."),
        "cut": _("The cut must be above 0 and at most 1, such as 0.75 for three right answers in four."),
    }


def _no_paper() -> NotFound:
    return NotFound(_("There is no such check. Open it again from the course page."))
