"""Enter what was issued before there was a log, in the order of issuing."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, ClassVar, cast

from django.db import migrations

from tequio_standards.vc import merkle
from tequio_standards.vc.multibase import multibase58_decode

if TYPE_CHECKING:
    from django.apps.registry import Apps as StateApps
    from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def enter(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    credential = apps.get_model("credentials", "Credential")
    log = apps.get_model("credentials", "IssuanceLog")
    logs: dict[Any, tuple[merkle.Edge, bytes]] = {}
    for row in credential.objects.select_related("award").order_by("pk").iterator():
        organisation = row.award.organisation_id
        edge, chain = logs.get(organisation, (merkle.Edge(), bytes(32)))
        row.organisation_id, row.log_num = organisation, edge.size
        row.signature = multibase58_decode(_proof(row)["proofValue"])
        row.save(update_fields=["organisation", "log_num", "signature"])
        leaf = merkle.leaf_hash(row.signature)
        logs[organisation] = edge.appended(leaf), hashlib.sha256(chain + leaf).digest()
    for organisation, (edge, chain) in logs.items():
        log.objects.create(organisation_id=organisation, size=edge.size, edge=edge.to_bytes(), chain=chain)


def _proof(row: Any) -> dict[str, str]:  # a model of this moment has no static type
    proof = json.loads(bytes(row.document))["proof"]
    return cast("dict[str, str]", proof[0] if isinstance(proof, list) else proof)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("credentials", "0002_issuance_log")]
    operations: ClassVar = [migrations.RunPython(enter, migrations.RunPython.noop)]
