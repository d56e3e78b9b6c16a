"""Mutations in eight classes, each of which changes a signed statement or what a container carries.

`mutants(seed, count)` yields them from four genuine credentials; one that changes nothing is drawn again.
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from tequio_standards.badges import EndorsementCredentialSpec, bake_png, bake_svg, build_endorsement, render
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import JCS, CredentialError, canonicalise
from tests.standards.badges.attacks import at, keys, leaves, put
from tests.standards.badges.carriers import PNG, SVG, chunk, pdf, png_with
from tests.standards.badges.templates import signer, template
from tests.standards.badges.world import DID, SPEC, Json, signed, to_bytes, world
from tests.standards.vc.jose import jwt

Dice = random.Random


@dataclass(frozen=True)
class Mutant:
    kind: str
    original: int
    data: bytes


ENDORSEMENT = EndorsementCredentialSpec(
    id="https://hub.example/endorsements/1",
    issuer=SPEC.issuer,
    endorsed_id=SPEC.achievement.id,
    comment="Contratamos a quien lo tiene.",
    name="Respaldo",
    valid_from=SPEC.valid_from,
    valid_until=SPEC.valid_until,
    status=SPEC.status,
)


def originals() -> tuple[Json, ...]:
    plain = world().document
    compiled, values = template(subject_name="Zoë 😀 مريم")
    spliced = json.loads(render(compiled, signer(compiled).sign(values)))
    bare = {key: value for key, value in plain.items() if key != "proof"}
    return plain, spliced, signed(bare, cryptosuite=JCS), signed(build_endorsement(ENDORSEMENT))


ORIGINALS = originals()


def mutants(seed: int, count: int) -> Iterator[Mutant]:
    dice, classes = random.Random(seed), list(CLASSES)
    made = 0
    while made < count:
        kind, num = classes[made % len(classes)], dice.randrange(len(ORIGINALS))
        data = CLASSES[kind](ORIGINALS[num], dice)
        if data is not None:
            yield Mutant(kind, num, data)
            made += 1


def _says_the_same(document: Any, original: Json) -> bool:
    """Whether nothing that is signed and nothing of the proofs changed."""
    if document == original:
        return True
    if not isinstance(document, dict) or _proofs(document) != _proofs(original):
        return False
    if isinstance(original["proof"], dict) and original["proof"]["cryptosuite"] == JCS:
        return _unsigned(document) == _unsigned(original)
    try:
        return _quads(document) == _quads(original)
    except (CredentialError, StrictError):
        return False


def _proofs(document: Json) -> Any:
    """A set of one is one; contexts that repeat the document's say nothing more."""
    proof = document.get("proof")
    proofs = proof if isinstance(proof, list) else [proof]
    context = document.get("@context")
    return [
        {key: value for key, value in each.items() if (key, value) != ("@context", context)}
        if isinstance(each, dict)
        else each
        for each in proofs
    ]


def _quads(document: Json) -> str:
    return canonicalise(_unsigned(document))


def _unsigned(document: Json) -> Json:
    return {key: value for key, value in document.items() if key != "proof"}


def _changed(change: Callable[[Json, Dice], None]) -> Callable[[Json, Dice], bytes | None]:
    def make(original: Json, dice: Dice) -> bytes | None:
        document = copy.deepcopy(original)
        change(document, dice)
        return None if _says_the_same(document, original) else to_bytes(document)

    return make


def _value(document: Json, dice: Dice) -> None:
    path, value = dice.choice([leaf for leaf in leaves(document) if leaf[0][0] not in ("@context", "proof")])
    put(document, path, _another(value, dice))


def _another(value: Any, dice: Dice) -> Any:
    if not isinstance(value, str) or dice.random() < 0.2:
        return dice.choice(
            [True, False, 0, 7, -1, 1.5, "", "x", None, [], {}, [value, value], {"id": "urn:x:1"}]
        )
    place = dice.randrange(len(value) + 1)
    letter = dice.choice("ax0/é \u200b\u202e\n😀")
    return dice.choice(
        [value[:place] + letter + value[place:], value[:place] + value[place + 1 :], value.swapcase()]
    )


def _removed(document: Json, dice: Dice) -> None:
    path = dice.choice([each for each in keys(document) if each[0] != "proof"])
    del at(document, path[:-1])[path[-1]]


ADDED = {
    "name": "Doctor",
    "description": "magna cum laude",
    "validUntil": "2099-01-01T00:00:00Z",
    "awardedDate": "2001-01-01T00:00:00Z",
    "endorsement": {"id": "urn:x:2", "type": ["VerifiableCredential"], "name": "x"},
    "evidence": [{"id": "urn:x:3", "type": ["Evidence"], "name": "x"}],
    "degree": "PhD",
    "@graph": [{"id": "urn:x:4", "name": "x"}],
    "image": {"id": "https://evil.example/x.png", "type": "Image"},
    "tag": ["PhD"],
    "creditsEarned": 240,
    "https://schema.org/name": "x",
}


def _added(document: Json, dice: Dice) -> None:
    nodes = [()] + [
        path for path in keys(document) if isinstance(at(document, path), dict) and path[0] != "proof"
    ]
    node, name = at(document, dice.choice(nodes)), dice.choice(list(ADDED))
    node[name] = copy.deepcopy(ADDED[name])


def _moved(document: Json, dice: Dice) -> None:
    """Two values change places, or one is said a second time elsewhere."""
    paths = [path for path in keys(document) if path[0] not in ("@context", "proof")]
    one, other = dice.sample(paths, 2)
    first, second = copy.deepcopy(at(document, one)), copy.deepcopy(at(document, other))
    put(document, one, second)
    try:
        put(document, other, first)
    except (KeyError, TypeError, IndexError):
        return  # it lay inside the first, and has moved up


CONTEXTS: list[Any] = [
    "https://www.w3.org/2018/credentials/v1",
    "https://evil.example/context",
    "https://w3id.org/security/data-integrity/v2",
    {"name": "https://schema.org/note"},
    {"@vocab": "https://evil.example/"},
    None,
    7,
]


def _contexts(document: Json, dice: Dice) -> None:
    contexts = document["@context"]
    action = dice.randrange(4)
    if action == 0:
        contexts.pop(dice.randrange(len(contexts)))
    elif action == 1:
        contexts.insert(dice.randrange(len(contexts) + 1), dice.choice(CONTEXTS))
    elif action == 2:
        dice.shuffle(contexts)
    else:
        nodes = [path for path in keys(document) if isinstance(at(document, path), dict)]
        at(document, dice.choice(nodes))["@context"] = dice.choice([*CONTEXTS, contexts])


PROOF = {
    "type": ["Ed25519Signature2020", "DataIntegrityProof2", ["DataIntegrityProof"], None],
    "cryptosuite": ["eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019", "none", None],
    "created": ["2020-01-01T00:00:00Z", "2026-10-24T12:00:01Z", "now", 0, None],
    "proofPurpose": ["authentication", "assertionMethod2", None, ["assertionMethod"]],
    "verificationMethod": [f"{DID}#z6Mk", "did:web:evil.example#k", None, {"id": "x"}],
    "expires": ["2020-01-01T00:00:00Z"],
    "domain": ["evil.example"],
    "challenge": ["x"],
    "previousProof": ["urn:uuid:none", []],
    "id": ["urn:x:5"],
    "@context": [[], "https://evil.example/c"],
}


def _proof(document: Json, dice: Dice) -> None:
    proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    proof = dice.choice(proofs)
    if dice.random() < 0.4:
        text = proof["proofValue"]
        place = dice.randrange(1, len(text))
        proof["proofValue"] = text[:place] + dice.choice("123ABCxyz0OIl ") + text[place + dice.randrange(2) :]
    else:
        name = dice.choice(list(PROOF))
        proof[name] = dice.choice(PROOF[name])
    if dice.random() < 0.2:
        document["proof"] = proofs  # a set of one; what was changed in it still counts


def _bytes(original: Json, dice: Dice) -> bytes | None:
    """Bits flip, and stretches are cut, doubled or written over, in the file as text."""
    data = bytearray(to_bytes(original))
    for _ in range(dice.choice((1, 1, 2, 8))):
        place = dice.randrange(len(data))
        action = dice.randrange(4)
        if action == 0:
            data[place] ^= 1 << dice.randrange(8)
        elif action == 1:
            del data[place : place + dice.randrange(1, 30)]
        elif action == 2:
            data[place:place] = data[max(0, place - 20) : place]
        else:
            data[place : place + 1] = bytes([dice.randrange(256)])
    try:
        same = _says_the_same(load_json(bytes(data)), original)
    except (StrictError, CredentialError):
        same = False
    return None if same else bytes(data)


def _container(original: Json, dice: Dice) -> bytes | None:
    """Two credentials in one carrier, the wrong place for one, a forged one, or a carrier that is damaged."""
    genuine, document = to_bytes(original), copy.deepcopy(original)
    _value(document, dice)
    if _says_the_same(document, original):
        return None
    forged = to_bytes(document)
    return dice.choice(CONTAINERS)(genuine, forged, dice)


def _cut(data: bytes, dice: Dice) -> bytes:
    return data[: dice.randrange(8, len(data) - 12)]


def _as_jwt(_genuine: bytes, forged: bytes, dice: Dice) -> bytes:
    algorithm = dice.choice(["none", "EdDSA", "ES256", "RS256", "HS256"])
    from tests.standards.vc.jose import STRANGER

    return jwt(forged, {"alg": algorithm}, STRANGER).encode()


_TEXT = b"openbadgecredential\0\0\0\0\0"
CONTAINERS: list[Callable[[bytes, bytes, Dice], bytes]] = [
    lambda _, forged, dice: bake_png(PNG, forged),
    lambda _, forged, dice: bake_svg(SVG, forged),
    lambda _, forged, dice: pdf(("c.json", forged)),
    _as_jwt,
    lambda genuine, forged, dice: png_with(chunk(b"iTXt", _TEXT + genuine), chunk(b"iTXt", _TEXT + forged)),
    lambda genuine, forged, dice: png_with(chunk(b"iTXt", _TEXT + genuine), chunk(b"iTXt", _TEXT + genuine)),
    lambda genuine, forged, dice: png_with(chunk(b"tEXt", b"openbadgecredential\0" + genuine)),
    lambda genuine, forged, dice: png_with(chunk(b"iTXt", _TEXT + genuine)[:-1] + b"\0"),
    lambda genuine, forged, dice: pdf(("a.json", genuine), ("b.json", forged)),
    lambda genuine, forged, dice: bake_svg(SVG, genuine).replace(
        b"<rect",
        b"<openbadges:credential xmlns:openbadges='https://purl.imsglobal.org/ob/v3p0'>{}</openbadges:credential><rect",
    ),
    lambda genuine, forged, dice: bake_svg(SVG, genuine).replace(
        b"<openbadges:credential ", b"<openbadges:credential verify='eyJ.e30.x' "
    ),
    lambda genuine, forged, dice: _cut(bake_png(PNG, genuine), dice),
    lambda genuine, forged, dice: _cut(bake_svg(SVG, genuine), dice),
    lambda genuine, forged, dice: genuine + forged,
    lambda genuine, forged, dice: b"[" + genuine + b"," + forged + b"]",
]

CLASSES: dict[str, Callable[[Json, Dice], bytes | None]] = {
    "value changed": _changed(_value),
    "member removed": _changed(_removed),
    "member added": _changed(_added),
    "values moved": _changed(_moved),
    "contexts changed": _changed(_contexts),
    "proof changed": _changed(_proof),
    "bytes changed": _bytes,
    "container changed": _container,
}
