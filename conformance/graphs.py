"""Small random datasets, hard for canonicalisation: look-alike blank nodes, proof graphs, self-references, odd texts."""

from __future__ import annotations

import random
from collections.abc import Iterator

from tequio_standards.vc.terms import Quad, literal

PREDICATES = ["<urn:p>", "<urn:q>", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"]
TEXTS = [
    "",
    "a",
    'q"\\',
    "line\nfeed\r\ttab",
    "\u0085\u2028\u2029",
    "\x00\x07\x08\x0b\x0c\x1f\x7f",
    "😀\U0010fffe",
    "é",
    "e\u0301",
]


def graphs(count: int, seed: int) -> Iterator[list[Quad]]:
    dice = random.Random(seed)
    kinds = (_random, _random, _rings, _proofs, _stars)
    for num in range(count):
        quads = kinds[num % len(kinds)](dice)
        dice.shuffle(quads)
        yield quads


def _blanks(dice: random.Random, most: int) -> list[str]:
    return [f"_:b{num}" for num in range(dice.randint(1, most))]


def _text(dice: random.Random) -> str:
    text = dice.choice(TEXTS)
    kind = dice.randrange(4)
    if kind == 0:
        return literal(text, language=dice.choice(["en", "es-MX"]))
    return literal(text, "http://www.w3.org/2001/XMLSchema#date") if kind == 1 else literal(text)


def _random(dice: random.Random) -> list[Quad]:
    nodes = [*_blanks(dice, 5), "<urn:a>"]
    names = ["", "", "<urn:g>", *nodes]
    return [
        Quad(
            dice.choice(nodes),
            dice.choice(PREDICATES),
            dice.choice([*nodes, *nodes, _text(dice)]),
            dice.choice(names),
        )
        for _ in range(dice.randint(1, 9))
    ]


def _rings(dice: random.Random) -> list[Quad]:
    """Rings of blank nodes that only their lengths, or one chord, tell apart."""
    quads, place = [], 0
    for length in (dice.randint(1, 4) for _ in range(dice.randint(1, 3))):
        ring = [f"_:r{place + num}" for num in range(length)]
        place += length
        quads += [Quad(one, "<urn:p>", other) for one, other in zip(ring, ring[1:] + ring[:1], strict=True)]
    if dice.random() < 0.5:
        quads.append(Quad(f"_:r{dice.randrange(place)}", "<urn:q>", f"_:r{dice.randrange(place)}"))
    return quads


def _proofs(dice: random.Random) -> list[Quad]:
    """Embedded credentials whose proofs are alike: blank nodes as names of graphs."""
    quads = []
    for num in range(dice.randint(1, 3)):
        node, graph, proof = f"_:c{num}", f"_:g{num}", f"_:s{num}"
        quads += [
            Quad("<urn:a>", "<urn:endorsement>", node),
            Quad(node, "<urn:proof>", graph),
            Quad(proof, "<urn:value>", literal(dice.choice("xxy")), graph),
            Quad(proof, "<urn:purpose>", "<urn:assertion>", graph),
        ]
        if dice.random() < 0.3:
            quads.append(Quad(node, "<urn:next>", f"_:c{dice.randrange(3)}"))
    return quads


def _stars(dice: random.Random) -> list[Quad]:
    """One blank node with alike neighbours, some of which point back or at themselves."""
    quads = []
    for num in range(dice.randint(2, 4)):
        quads.append(Quad("_:m", "<urn:p>", f"_:n{num}"))
        if dice.random() < 0.4:
            quads.append(
                Quad(f"_:n{num}", "<urn:q>", dice.choice(["_:m", f"_:n{num}", f"_:n{(num + 1) % 4}"]))
            )
        if dice.random() < 0.2:
            quads.append(Quad(f"_:n{num}", "<urn:r>", _text(dice), dice.choice(["", "_:m"])))
    return quads
