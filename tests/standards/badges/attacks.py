"""The attacks: each a file an enemy could hand in, and the codes that may refuse it. Written before the checks.

`attacks(world)` yields them all, made from the one genuine credential; a new defence begins with a line here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tequio_standards.badges import build_credential
from tequio_standards.vc import did_key, did_key_method
from tests.standards.badges.world import DID, NOBODYS, OTHER_DID, SPEC, THEIRS, Json, World, signed, to_bytes

FORGED, UNREADABLE = 1, 2


@dataclass(frozen=True)
class Attack:
    name: str
    data: bytes
    code: str
    exit_code: int = FORGED


def attacks(world: World) -> Iterator[Attack]:
    yield from changed_fields(world)
    yield from removed_fields(world)
    yield from unsigned_additions(world)
    yield from foreign_meanings(world)
    yield from foreign_keys(world)
    yield from bent_proofs(world)
    yield from ambiguous_json(world)
    yield from exhausting(world)


def changed_fields(world: World) -> Iterator[Attack]:
    """Every leaf of the credential and of its proof, one at a time."""
    for path, value in leaves(world.document):
        if path[0] != "@context":
            document = world.altered()
            put(document, path, _other(value))
            yield Attack(f"changed {'/'.join(map(str, path))}", to_bytes(document), "*", exit_code=-1)


def removed_fields(world: World) -> Iterator[Attack]:
    """Every key, one at a time: stripping the status is among them."""
    for path in keys(world.document):
        document = world.altered()
        parent = at(document, path[:-1])
        del parent[path[-1]]
        yield Attack(f"removed {'/'.join(map(str, path))}", to_bytes(document), "*", exit_code=-1)


def unsigned_additions(world: World) -> Iterator[Attack]:
    """Data that a careless reader shows although nobody signed it."""
    subject, achievement = ("credentialSubject",), ("credentialSubject", "achievement")
    cases: dict[str, tuple[tuple[str, ...], Json]] = {
        "undefined term on top": ((), {"degree": "PhD"}),
        "undefined term in the subject": (subject, {"degree": "PhD"}),
        "undefined term in the achievement": (achievement, {"honours": {"name": "magna cum laude"}}),
        "undefined type": (subject, {"type": ["AchievementSubject", "Doctor"]}),
        "relative address": (achievement, {"image": {"id": "logo.png", "type": "Image"}}),
        "address with a space": (achievement, {"image": {"id": "https://evil.example/a b", "type": "Image"}}),
        "address that closes itself": (achievement, {"image": "https://evil.example/> <urn:x:y"}),
        "null": ((), {"refreshService": None}),
        "index": (subject, {"@index": "PhD"}),
        "direction": (subject, {"name": {"@value": "María Hernández", "@direction": "rtl"}}),
        "included node": ((), {"@included": [{"id": "urn:x:1", "name": "x"}]}),
        "keyword-like key": ((), {"@degree": "PhD"}),
        "address as a key": ((), {"https://schema.org/honorificPrefix": "Dr"}),
        "compact address as a key": ((), {"schema:honorificPrefix": "Dr"}),
    }
    for name, (path, extra) in cases.items():
        document = world.altered()
        at(document, path).update(extra)
        yield Attack(f"unsigned: {name}", to_bytes(document), "unsigned_data")
    yield Attack("unsigned: status under its full address", to_bytes(_alias(world)), "unsigned_data")
    yield Attack("unsigned: status moved to a second place", to_bytes(_moved(world)), "*")


def _alias(world: World) -> Json:
    document = world.altered()
    document["https://www.w3.org/2018/credentials#credentialStatus"] = document.pop("credentialStatus")
    return document


def _moved(world: World) -> Json:
    """The credential is described a second time, deep inside, and its status with it."""
    document = world.altered()
    status = document.pop("credentialStatus")
    twin = {"id": document["id"], "type": ["VerifiableCredential"], "credentialStatus": status}
    document["credentialSubject"]["achievement"]["alignment"].append(twin)
    return document


def foreign_meanings(world: World) -> Iterator[Attack]:
    """Contexts an enemy brings along (notes' attacks 3 and 4)."""
    name = world.document["name"]
    swapped = world.altered()
    swapped["@context"].append({"xNote": "https://schema.org/name"})
    swapped["xNote"], swapped["name"] = name, "Doctor"
    yield Attack("alias swap", to_bytes(swapped), "context_not_allowed")
    muted = world.altered()
    muted["@context"].append({"degree": None})
    muted["degree"] = "PhD"
    yield Attack("null-mapped term", to_bytes(muted), "context_not_allowed")
    inner = world.altered()
    inner["credentialSubject"]["@context"] = {"degree": None}
    yield Attack("inline context deep inside", to_bytes(inner), "context_not_allowed")
    reset = world.altered()
    reset["credentialSubject"]["achievement"]["@context"] = None
    yield Attack("context reset deep inside", to_bytes(reset), "context_not_allowed")
    strange = world.altered()
    strange["@context"].append("https://evil.example/context.json")
    yield Attack("context from elsewhere", to_bytes(strange), "context_unknown", UNREADABLE)


def foreign_keys(world: World) -> Iterator[Attack]:
    """Another key in our name: well signed by the wrong one."""
    document = {key: value for key, value in world.document.items() if key != "proof"}
    own = signed(document, NOBODYS, verification_method=did_key_method(NOBODYS.multibase))
    yield Attack("own did:key, our name", to_bytes(own), "issuer_binding")
    other = signed(document, THEIRS, OTHER_DID)
    yield Attack("another known issuer's key, our name", to_bytes(other), "issuer_binding")
    unlisted = signed(document, NOBODYS, DID)
    yield Attack("a key we never listed", to_bytes(unlisted), "key_not_listed")
    posing = signed(document, NOBODYS, DID)
    posing["proof"]["verificationMethod"] = world.document["proof"]["verificationMethod"]
    yield Attack("own signature, our key's name", to_bytes(posing), "proof_invalid")
    mine = {**document, "issuer": {**document["issuer"], "id": did_key(NOBODYS.public)}}
    cross = signed(mine, NOBODYS, DID)
    yield Attack("our key's name, another issuer", to_bytes(cross), "key_not_listed")


def bent_proofs(world: World) -> Iterator[Attack]:
    """Notes' attack 6."""
    changes: dict[str, Json] = {
        "wrong purpose": {"proofPurpose": "authentication"},
        "no purpose": {"proofPurpose": []},
        "relabelled suite": {"cryptosuite": "eddsa-jcs-2022"},
        "invented suite": {"cryptosuite": "eddsa-2099"},
        "invented type": {"type": "TrustMe"},
        "empty signature": {"proofValue": "z"},
        "no signature": {"proofValue": ""},
        "signature as a number": {"proofValue": 7},
        "no method": {"verificationMethod": None},
        "no date": {"created": "yesterday"},
        "chain to nowhere": {"previousProof": "urn:uuid:none"},
    }
    for name, change in changes.items():
        document = world.altered()
        document["proof"].update(change)
        yield Attack(f"proof: {name}", to_bytes(document), "proof_invalid")
    for name, proof in (("none", []), ("null", [None]), ("a text", "trust me")):
        document = {**world.altered(), "proof": proof}
        yield Attack(f"proof: {name}", to_bytes(document), "*", exit_code=-1)
    genuine = world.document["proof"]
    for name, second in (("broken second", {**genuine, "proofValue": "z" + "1" * 64}),):
        yield Attack(
            f"proof: {name}", to_bytes({**world.altered(), "proof": [genuine, second]}), "proof_invalid"
        )


def ambiguous_json(world: World) -> Iterator[Attack]:
    """Notes' attack 7, and texts that are not JSON."""
    text = world.data
    twice = text.replace(b'"name": "Mar', b'"name": "Ana", "name": "Mar', 1)
    yield Attack("key twice", twice, "duplicate_key", UNREADABLE)
    escaped = text.replace(b'"name": "Mar', rb'"n\u0061me": "Ana", "name": "Mar', 1)
    yield Attack("key twice, once escaped", escaped, "duplicate_key", UNREADABLE)
    yield Attack("key twice on top", b'{"id": "urn:x:1", ' + text[1:], "duplicate_key", UNREADABLE)
    for name, data in (
        ("empty", b""),
        ("not UTF-8", text.replace("á".encode(), b"\xe1")),
        ("UTF-16", text.decode().encode("utf-16")),
        ("NaN", text.replace(b'"level": "L1"', b'"level": NaN')),
        ("trailing text", text + b"{}"),
        ("lone surrogate", text.replace(b"L1", rb"L\ud800")),
        ("an array", b"[" + text + b"]"),
        ("a text", b'"credential"'),
        ("cut short", text[:-20]),
    ):
        yield Attack(f"json: {name}", data, "malformed", UNREADABLE)


def exhausting(world: World) -> Iterator[Attack]:
    """Notes' attack 9; each must be refused in under half a second."""
    text = world.data
    yield Attack("ten megabytes", text[:-1] + b" " * 10_000_000 + b"}", "too_large", UNREADABLE)
    yield Attack("ten megabytes of one text", b'{"a":"' + b"x" * 10_000_000 + b'"}', "too_large", UNREADABLE)
    yield Attack("one megabyte", text[:-1] + b" " * 1_000_000 + b"}", "too_large", UNREADABLE)
    yield Attack("deep arrays", b"[" * 100_000, "too_deep", UNREADABLE)
    yield Attack("deep objects", b'{"a":' * 40_000, "too_deep", UNREADABLE)
    yield Attack("deep and closed", b"[" * 33 + b"]" * 33, "too_deep", UNREADABLE)
    yield Attack("open texts", b'"\\' * 120_000, "malformed", UNREADABLE)
    yield Attack("long number", b'{"a":' + b"9" * 200_000 + b"}", "malformed", UNREADABLE)
    many = {
        **world.altered(),
        "evidence": [{"id": f"urn:x:{num}", "type": ["Evidence"]} for num in range(1_500)],
    }
    yield Attack("many nodes", to_bytes(many), "too_complex", UNREADABLE)
    for size in (8, 10, 40):
        yield Attack(f"poison graph of {size}", to_bytes(poison(world, size)), "too_complex", UNREADABLE)


def poison(world: World, size: int) -> Json:
    """Nameless nodes, each tied to all others: every order looks alike, and there are `size`! orders."""
    names = [f"_:p{num}" for num in range(size)]
    nodes = [
        {"id": name, "endorsement": [{"id": other} for other in names if other != name]} for name in names
    ]
    return {**world.altered(), "endorsement": nodes}


def genuine_oddities(world: World) -> Iterator[tuple[str, str]]:
    """Names that are unusual and valid; refusing them would be the fault (notes' attack 17)."""
    yield "next line and separators", "Ana\u0085María\u2028Ruiz\u2029"
    yield "controls", 'Zoë "Q" \\ back\nline\ttab \u007f \b\f\u000b\u0001'
    yield "four-byte and joined", "😀 👩‍🔬 𝒜na"
    yield "right to left", "مريم \u202eabc\u202c"
    yield "not normalised", "Mari\u0301a"
    yield "noncharacter", "Ana\ufffe"


def odd_document(name: str) -> Json:
    """A credential of somebody who does not clean names; signed as it stands."""
    document = build_credential(SPEC)
    document["credentialSubject"]["name"] = name
    return signed(document)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every text, number and truth value, with its path."""
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in pairs:
            yield from leaves(child, (*path, key))
    else:
        yield path, value


def keys(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every key of every object, with its path."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield (*path, key)
            yield from keys(child, (*path, key))
    elif isinstance(value, list):
        for num, child in enumerate(value):
            yield from keys(child, (*path, num))


def at(document: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        document = document[key]
    return document


def put(document: Any, path: tuple[Any, ...], value: Any) -> None:
    at(document, path[:-1])[path[-1]] = value


def _other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return value + "x"
