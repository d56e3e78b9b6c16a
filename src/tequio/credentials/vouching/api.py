"""The door of vouching: registries of issuers, accreditations and endorsements."""

from __future__ import annotations

from tequio.credentials.vouching.accrediting import accredit, accreditations
from tequio.credentials.vouching.endorsing import behind_achievement, behind_course, claim_words, endorse
from tequio.credentials.vouching.publishing import registry, registry_dcc
from tequio.credentials.vouching.refusals import RegistryRefused
from tequio.credentials.vouching.standing_behind import (
    VouchingRefused,
    signed_by,
    to_withdraw,
    vouching_document,
    withdraw,
)
from tequio.credentials.vouching.taking import TYPED, believed, intakes, look, remove, take
from tequio.credentials.vouching.values import (
    MOST_REGISTRY_BYTES,
    Become,
    BelievedIssuer,
    Change,
    Claim,
    IntakeInfo,
    Kind,
    Plan,
    VouchingId,
    VouchingInfo,
)

__all__ = [
    "MOST_REGISTRY_BYTES",
    "TYPED",
    "Become",
    "BelievedIssuer",
    "Change",
    "Claim",
    "IntakeInfo",
    "Kind",
    "Plan",
    "RegistryRefused",
    "VouchingId",
    "VouchingInfo",
    "VouchingRefused",
    "accredit",
    "accreditations",
    "behind_achievement",
    "behind_course",
    "believed",
    "claim_words",
    "endorse",
    "intakes",
    "look",
    "registry",
    "registry_dcc",
    "remove",
    "signed_by",
    "take",
    "to_withdraw",
    "vouching_document",
    "withdraw",
]
