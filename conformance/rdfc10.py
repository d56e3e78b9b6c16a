"""Our RDFC-1.0 and JSON-LD beside rdf-canonize and jsonld.js: `python -m conformance.rdfc10 [GRAPHS]`.

Random small graphs with both hashes, then every published 1EdTech document. Prints its result as JSON.
"""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

from conformance.graphs import graphs
from conformance.npm import run
from tests.standards.vc import outside

from tequio_standards.vc import Contexts, CredentialError, canonicalise
from tequio_standards.vc.rdfc10 import canonical_quads

SEED = 20_261_123


def main(count: int) -> None:
    print(
        json.dumps(
            {"seed": SEED, "graphs": fuzz(count), "documents": documents()}, indent=1, ensure_ascii=False
        )
    )


def fuzz(count: int) -> dict[str, Any]:
    asked, ours = [], []
    for num, quads in enumerate(graphs(count, SEED)):
        algorithm = "sha384" if num % 10 == 0 else "sha256"
        asked.append({"quads": "".join(quad.line() for quad in quads), "hash": algorithm})
        ours.append(
            _ours(lambda quads=quads, algorithm=algorithm: canonical_quads(quads, algorithm=algorithm))
        )
    return _compared(ours, run("canonize.mjs", asked), [each["quads"] for each in asked])


def documents() -> dict[str, Any]:
    contexts = every_context()
    folder = outside.path("1edtech")
    files = [path for path in sorted(folder.rglob("*.json")) if _is_pinned(path.read_bytes(), contexts)]
    asked: list[Any] = [{"contexts": {url: contexts.document(url) for url in contexts.urls()}}]
    theirs = run("expand.mjs", asked + [{"document": json.loads(path.read_bytes())} for path in files])
    ours = [
        _ours(lambda path=path: canonicalise(json.loads(path.read_bytes()), contexts=contexts))
        for path in files
    ]
    return _compared(ours, theirs, [str(path.relative_to(folder)) for path in files])


def every_context() -> Contexts:
    """The pinned contexts and all published ones at hand, also those that Tequio itself refuses."""
    rows = csv.DictReader(outside.path("contexts", "INDEX.csv").read_text().splitlines())
    return outside.contexts().with_more(
        {row["url"]: outside.path("contexts", row["file"]).read_bytes() for row in rows}
    )


def _is_pinned(data: bytes, contexts: Contexts) -> bool:
    """A file whose contexts neither side has is no comparison."""
    try:
        document = json.loads(data)
    except ValueError:
        return False
    said = document.get("@context", []) if isinstance(document, dict) else []
    said = said if isinstance(said, list) else [said]
    return bool(said) and all(isinstance(url, str) and url in contexts for url in said)


def _ours(act: Any) -> dict[str, str]:
    try:
        return {"canonical": act()}
    except CredentialError as refused:
        return {"error": refused.code}


def _compared(ours: list[dict[str, str]], theirs: list[dict[str, str]], asked: list[str]) -> dict[str, Any]:
    if len(ours) != len(theirs):
        raise SystemExit(f"{len(ours)} asked, {len(theirs)} answered")
    pairs = list(zip(asked, ours, theirs, strict=True))
    equal = [pair for pair in pairs if "canonical" in pair[1] and pair[1] == pair[2]]
    refused = [pair for pair in pairs if "error" in pair[1] and "error" in pair[2]]
    different = [
        pair for pair in pairs if pair[1] != pair[2] and not ("error" in pair[1] and "error" in pair[2])
    ]
    return {
        "compared": len(pairs),
        "equal": len(equal),
        "both_refuse": len(refused),
        "different": [{"what": what, "ours": our, "theirs": their} for what, our, their in different[:10]],
        "differences": len(different),
    }


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
