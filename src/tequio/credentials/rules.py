"""From evidence to an assurance vector and a level (spec 05, D.2). Pure; the thresholds are CSV.

A dimension takes the highest row whose facts are all shown; a cumulative row also needs the row below it.
The level is the highest one whose every threshold is met: the weakest dimension decides.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tequio.credentials.evidence import Evidence, Method, ReviewKind
from tequio.credentials.values import AssuranceVector, Dimension, Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

ENOUGH_RESPONSES = 100  # below this per item, measurement stays at 1 and the certificate says "pilot"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of assurance.csv."""

    dimension: Dimension
    value: int
    cumulative: bool
    needs: frozenset[str]


def assure(evidence: Evidence, *, as_of: datetime) -> AssuranceVector:
    """The vector and level that `evidence` shows on that day."""
    shown = facts(evidence, as_of=as_of)
    values = {dimension: shown_value(dimension, shown) for dimension in Dimension}
    return AssuranceVector(values=values, level=reached(values, shown), as_of=as_of)


def facts(evidence: Evidence, *, as_of: datetime) -> frozenset[str]:
    """The names of all facts that `evidence` shows; assurance.csv speaks of nothing else."""
    groups = (_identity, _supervision, _assessment, _measurement, _evidence, _trust)
    shown = {name for group in groups for name, holds in group(evidence).items() if holds}
    return frozenset(shown | _quality(evidence, as_of))


def is_pilot(evidence: Evidence) -> bool:
    """Whether too few people have answered the items to say how well they measure."""
    return evidence.fewest_responses < ENOUGH_RESPONSES


def shown_value(dimension: Dimension, shown: frozenset[str]) -> int:
    """The highest row of a dimension whose facts are all shown."""
    held: set[int] = set()
    for row in (row for row in ROWS if row.dimension is dimension):
        if row.needs <= shown and (not row.cumulative or row.value - 1 in held):
            held.add(row.value)
    return max(held)


def reached(values: Mapping[Dimension, int], shown: frozenset[str]) -> Level:
    """The highest level whose every threshold is met."""
    met = (
        level
        for level, (thresholds, also) in LEVELS.items()
        if also <= shown and all(values[dimension] >= least for dimension, least in thresholds.items())
    )
    return max(met)


def _identity(evidence: Evidence) -> dict[str, bool]:
    return {
        "unique_contact": evidence.identity_level >= 1,
        "identity_checked_at_enrolment": evidence.identity_level >= 2,
        "identity_checked_at_assessment": evidence.identity_level >= 3,
    }


def _supervision(evidence: Evidence) -> dict[str, bool]:
    return {
        "random_disjoint_pool": evidence.drawn_at_random and evidence.items_disjoint,
        "server_clock": evidence.server_clock,
        "similarity_screen": evidence.similarity_screened,
        "human_supervision": evidence.supervised_by_a_person,
        "accredited_centre": evidence.supervised_by_a_person and evidence.accredited_centre,
    }


def _assessment(evidence: Evidence) -> dict[str, bool]:
    return {
        "final_check_passed": evidence.passed and bool(evidence.methods),
        "disjoint_items": evidence.items_disjoint,
        "reviewed_items": evidence.items_reviewed,
        "constructed_or_performed": len(set(evidence.methods)) >= 2,
        "authentic_task": Method.PERFORMED in evidence.methods,
        "trained_raters_agree": evidence.raters_agree,
    }


def _measurement(evidence: Evidence) -> dict[str, bool]:
    measured = evidence.statistics_report and not is_pilot(evidence)
    return {
        "blueprint": evidence.blueprint,
        "documented_cut": evidence.cut_documented,
        "item_statistics": measured,
        "reliability": measured,
        "exposure_limits": measured,
        "drift_and_dif": measured and evidence.drift_report,
        "delayed_retention": evidence.delayed_retention,
    }


def _evidence(evidence: Evidence) -> dict[str, bool]:
    return {
        "result_values": evidence.result_values,
        "hashed_artefacts": evidence.artefacts_hashed,
        "remarkable_evidence": evidence.artefacts_hashed and evidence.re_markable,
    }


def _trust(evidence: Evidence) -> dict[str, bool]:
    return {
        "signed": evidence.signed,
        "status_list": evidence.on_status_list,
        "issuer_in_registry": evidence.listed_by_others,
        "key_custody": evidence.key_custody,
        "log_inclusion": evidence.key_custody,
        "recognised": evidence.recognised,
    }


def _quality(evidence: Evidence, as_of: datetime) -> set[str]:
    # A preview run is open before its review; an expired review lowers new credentials only (D.2 rule c).
    expired = evidence.content_expires_at is not None and evidence.content_expires_at <= as_of
    if evidence.preview or expired:
        return set()
    names = {ReviewKind.ACCREDITATION: "accreditation"}
    return {names.get(review.kind, f"{review.kind}_review") for review in evidence.reviews if review.passed}


def read_rows(lines: Iterable[str]) -> tuple[Row, ...]:
    """The rows of assurance.csv, lowest first within each dimension."""
    rows = (
        Row(
            Dimension(line["dimension"]),
            int(line["value"]),
            line["cumulative"] == "yes",
            _names(line["needs"]),
        )
        for line in csv.DictReader(lines)
    )
    return tuple(sorted(rows, key=lambda row: (row.dimension, row.value)))


def read_levels(lines: Iterable[str]) -> dict[Level, tuple[dict[Dimension, int], frozenset[str]]]:
    """The thresholds of assurance_levels.csv, and what a level needs besides."""
    return {
        Level(line["level"]): ({dim: int(line[dim]) for dim in Dimension}, _names(line["also"]))
        for line in csv.DictReader(lines)
    }


def _names(cell: str) -> frozenset[str]:
    return frozenset(cell.split())


_HERE = Path(__file__).parent
_TABLES = [(_HERE / name).read_text("utf-8") for name in ("assurance.csv", "assurance_levels.csv")]
ROWS = read_rows(_TABLES[0].splitlines())
LEVELS = read_levels(_TABLES[1].splitlines())
# Stands in every signed document, so that one can tell which table its level was read from.
TABLE_DIGEST = hashlib.sha256("".join(_TABLES).encode()).hexdigest()
