"""One genuine credential, its issuer, a list of trusted issuers, and a stranger with a key of their own."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from tequio_standards.badges import (
    AchievementCredentialSpec,
    AchievementSpec,
    AlignmentSpec,
    AssuranceSpec,
    CachedStatusList,
    EvidenceSpec,
    IssuerInfo,
    ProfileSpec,
    ResultSpec,
    StatusSpec,
    Trust,
    build_credential,
)
from tequio_standards.vc import KeyPeriod, PrivateKey, generate, key_method, sign
from tequio_standards.vc.status import Bits, build_status_list

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
HUB = "https://hub.example"
DID = "did:web:nodo-anahuac.example"
OTHER_DID = "did:web:politecnico.example"
LIST_URL = f"{HUB}/status/nodo/1"
OURS, THEIRS, NOBODYS = generate(b"o" * 32), generate(b"t" * 32), generate(b"n" * 32)
INDEX = 94_567

SPEC = AchievementCredentialSpec(
    id=f"{HUB}/credentials/6f2f5c4e",
    issuer=ProfileSpec(id=DID, name="Nodo Anáhuac", url=HUB, country="MX"),
    subject_id="urn:uuid:0d7d2f6e-53b5-4f57-9d7c-2a2b9f5d3c11",
    subject_name="María Hernández",
    achievement=AchievementSpec(
        id=f"{HUB}/achievements/digital-safety",
        name="Seguridad digital",
        description="Reconoce mensajes de fraude.",
        criteria="Aprobar la comprobación final.",
        language="es-MX",
        version="1",
        hours="PT1H",
        tags=("seguridad",),
        alignments=(
            AlignmentSpec(
                target_name="proteger datos personales",
                target_url="http://data.europa.eu/esco/skill/33a82b83-c838-4889-ae62-fae1317481eb",
                target_framework="ESCO",
            ),
        ),
    ),
    valid_from=NOW - timedelta(days=30),
    valid_until=NOW + timedelta(days=300),
    awarded_at=NOW - timedelta(days=30),
    results=(ResultSpec(key="final", name="Comprobación final", value="0.83", required_value="0.75"),),
    evidence=(EvidenceSpec(id="urn:uuid:5d0f2c9a-4e53-4c28-b1b2-6d8c4f0a9b11", name="Intento 1"),),
    status=(StatusSpec(url=LIST_URL, index=INDEX),),
    assurance=AssuranceSpec(
        level="L1",
        identity=1,
        supervision=0,
        assessment=1,
        measurement=1,
        quality=1,
        evidence=1,
        trust=1,
        as_of=NOW - timedelta(days=30),
        table_digest="sha256:5d0f",
    ),
    demonstration=True,
    schema=True,
)

Json = dict[str, Any]


@dataclass(frozen=True)
class World:
    document: Json
    trust: Trust
    at: datetime = NOW

    @property
    def data(self) -> bytes:
        return to_bytes(self.document)

    def altered(self) -> Json:
        return copy.deepcopy(self.document)


def to_bytes(document: Any) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode("utf-8")


def signed(document: Json, key: PrivateKey = OURS, did: str = DID, **more: Any) -> Json:
    options = {"created": NOW - timedelta(days=30), "verification_method": key_method(did, key.multibase)}
    return sign(document, key=key, **{**options, **more})


def status_list(
    *, raised: tuple[int, ...] = (), key: PrivateKey = OURS, did: str = DID, url: str = LIST_URL, **more: Any
) -> bytes:
    options: Json = {"valid_from": NOW - timedelta(hours=1)} | more
    document = build_status_list(url=url, issuer=did, bits=Bits.of(raised), **options)
    return to_bytes(signed(document, key, did, created=options["valid_from"]))


def trust(**lists: bytes) -> Trust:
    return Trust(
        issuers={
            DID: IssuerInfo({"es": "Nodo Anáhuac"}, (KeyPeriod(OURS.multibase),)),
            OTHER_DID: IssuerInfo({"es": "Politécnico"}, (KeyPeriod(THEIRS.multibase),)),
        },
        status_lists={LIST_URL: CachedStatusList(lists.get("status") or status_list(), NOW)},
        as_of=NOW,
        name="the tests",
    )


def world(**changes: Any) -> World:
    return World(signed(build_credential(replace(SPEC, **changes))), trust())
