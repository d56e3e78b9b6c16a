"""Both directions with @digitalbazaar/vc and @digitalcredentials/verifier-core: `python -m conformance.js_verifiers`.

Genuine credentials (ours, by template too, and theirs) and attacks on them go to all three verifiers. Where verdicts
differ, `js-verifiers.csv` must hold a row with the reason; a difference without one ends the run with an error.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from conformance.npm import run
from conformance.rdfc10 import every_context
from tests.standards.badges import attacks
from tests.standards.badges.templates import LEARNERS, NAMES
from tests.standards.badges.world import NOBODYS, NOW, OURS, World, to_bytes, trust

from tequio_standards import badges, vc
from tequio_standards.badges.dcc_registry import dcc_registry
from tequio_standards.vc.multibase import ED25519_PRIVATE, multibase58

REASONS = Path(__file__).parent / "js-verifiers.csv"
DID = vc.did_key(OURS.public)
METHOD = vc.did_key_method(OURS.public)
TRUST = badges.Trust(
    {DID: badges.IssuerInfo({"en": "ours"}, (vc.KeyPeriod(OURS.multibase),))}, name="this run"
)

Json = dict[str, Any]  # Any: a credential is JSON


def main() -> int:
    signed_there = [
        answer["signed"] for answer in ask([{"sign": unsigned(name), "created": stamp()} for name in names()])
    ]
    same_proof = sum(
        there["proof"]["proofValue"] == sign(unsigned(name))["proof"]["proofValue"]
        for there, name in zip(signed_there, names(), strict=True)
    )
    cases = {
        **genuine(),
        **{f"signed there: {num}": each for num, each in enumerate(signed_there)},
        **dict(forged()),
    }
    theirs = ask([{"verify": document} for document in cases.values()])
    rows = [row(name, document, their) for (name, document), their in zip(cases.items(), theirs, strict=True)]
    different = [each for each in rows if len({each["ours"], each["digitalbazaar"], each["dcc"]}) > 1]
    reasons = (
        {each["case"]: each["why"] for each in csv.DictReader(REASONS.read_text().splitlines())}
        if REASONS.exists()
        else {}
    )
    unexplained = [each for each in different if not explained(each["case"], reasons)]
    summary = {
        "cases": len(rows),
        "equal_with_all": len(rows) - len(different),
        "signed_there_with_our_proof_value": f"{same_proof}/{len(signed_there)}",
        "issuer_listed_in_our_registry": registered(TRUST),
        "issuer_listed_in_an_empty_one": registered(replace(TRUST, issuers={})),
        "accepted": {
            who: sum(each[who] == "accepts" for each in rows) for who in ("ours", "digitalbazaar", "dcc")
        },
        "unexplained": unexplained,
    }
    print(json.dumps(summary, indent=1, ensure_ascii=False))
    return 1 if unexplained else 0


def explained(case: str, reasons: dict[str, str]) -> bool:
    return any(case == known or (known.endswith("*") and case.startswith(known[:-1])) for known in reasons)


def ask(asked: list[Json]) -> list[Json]:
    contexts = every_context()
    secret = multibase58(ED25519_PRIVATE + b"o" * 32)
    setup = {
        "contexts": {url: contexts.document(url) for url in contexts.urls()},
        "secret": secret,
        "public": OURS.multibase,
    }
    return run("verifiers.mjs", [setup, *asked])


def registered(trusted: badges.Trust) -> bool:
    """Whether verifier-core finds the issuer in the registry that we publish."""
    registry = dcc_registry(trusted, updated=NOW).decode()
    (answer,) = ask([{"listed": sign(unsigned("Ana")), "registry": registry}])
    return bool(answer["registered"])


def row(name: str, document: Json, theirs: Json) -> dict[str, str]:
    report = badges.check_credential(to_bytes(document), trust=TRUST, at=NOW)
    return {"case": name, "ours": "accepts" if report.exit_code == 0 else "refuses", **theirs}


def names() -> list[str]:
    return [badges.clean_text(name) for name in NAMES.values()]


def stamp() -> str:
    return vc.moment_text(NOW)


def unsigned(name: str) -> Json:
    """Published contexts only, no status list: nothing for which anybody would ask the network."""
    spec = replace(
        LEARNERS,
        issuer=replace(LEARNERS.issuer, id=DID),
        subject_name=name,
        achievement=replace(LEARNERS.achievement, hours=""),
        assurance=None,
        demonstration=False,
        schema=False,
        status=(),
    )
    document = badges.build_credential(spec)
    return {**document, "@context": document["@context"][:2]}


def sign(document: Json) -> Json:
    return vc.sign(document, key=OURS, verification_method=METHOD, created=NOW)


def genuine() -> dict[str, Json]:
    template, values = badges.template_of(unsigned("Ana"))
    signer = badges.TemplateSigner(template, key=OURS, verification_method=METHOD, created=NOW)
    place = next(num for num, hole in enumerate(template.holes) if hole.key == "name")
    cases = {}
    for what, name in NAMES.items():
        cases[f"ours: {what}"] = sign(unsigned(name))
        spliced = signer.sign((*values[:place], name, *values[place + 1 :]))
        cases[f"ours by template: {what}"] = json.loads(badges.render(template, spliced))
    return cases


def forged() -> Iterator[tuple[str, Json]]:
    world = World(sign(unsigned("María Hernández")), trust())
    kinds = (
        attacks.changed_fields,
        attacks.removed_fields,
        attacks.unsigned_additions,
        attacks.foreign_meanings,
        attacks.bent_proofs,
    )
    for kind in kinds:
        with suppress(KeyError):  # the last two additions need a status, which these documents leave out
            for attack in kind(world):
                yield f"{kind.__name__}: {attack.name}", json.loads(attack.data)
    bare = {key: value for key, value in world.document.items() if key != "proof"}
    thief = vc.sign(bare, key=NOBODYS, verification_method=vc.did_key_method(NOBODYS.public), created=NOW)
    yield "own key, our name", thief


if __name__ == "__main__":
    sys.exit(main())
