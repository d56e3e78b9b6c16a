"""The pieces: a band for a card, a panel for a wall, a rosette for a seal. The same word always gives the same cloth."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from tequio.kit.weave.patterns import beads, diamonds, fringe, greca, steps, stripe, zigzag
from tequio.kit.weave.seal import SEAL, seal
from tequio.kit.weave.threads import Cloth, Strip, weave

WIDTH = 72  # threads across a panel: every tile's width divides it
TILE = 12  # threads across one diamond of a band
BAND = TILE + 2  # height of a band: the diamonds between two borders


@dataclass(frozen=True, slots=True)
class Choices:
    """What a word decides. Of the dyes, `light` is always cempasúchil: it shines on each of the other three."""

    ground: str
    second: str
    third: str
    light: str
    numbers: bytes


def choices(word: str) -> Choices:
    numbers = hashlib.sha256(word.encode()).digest()
    dyes = "abd"[numbers[0] % 3 :] + "abd"[: numbers[0] % 3]
    if numbers[1] % 2:
        dyes = dyes[0] + dyes[:0:-1]
    return Choices(dyes[0], dyes[1], dyes[2], "c", numbers[2:])


def band(word: str, repeat: int) -> Cloth:
    """A row of stepped diamonds between two borders."""
    chosen = choices(word)
    border = Strip(chosen.light if chosen.numbers[2] % 2 else chosen.second, stripe())
    figure = Strip(chosen.ground, diamonds(TILE, _rings(chosen)))
    return weave([border, figure, border], TILE * repeat)


def _rings(chosen: Choices) -> str:
    """The dyes of a diamond's rings, from the middle: a heart, then one of the sets below."""
    ground, second, third, light = chosen.ground, chosen.second, chosen.third, chosen.light
    sets = (
        f"{ground}{ground}o{second}{second}{light}{ground}{ground}o{third}",
        f"o{ground}{ground}{light}{ground}o{second}{second}o{ground}",
        f"{second}{second}o{ground}{ground}{light}o{third}{third}o",
        f"{ground}o{ground}{light}{light}{second}o{ground}{ground}o",
        f"o{second}o{ground}{ground}{ground}{light}{second}o{second}",
        f"{third}o{ground}{ground}o{ground}{ground}{light}{ground}o",
    )
    heart = (light, "o")[chosen.numbers[0] % 2]
    return heart + sets[chosen.numbers[1] % len(sets)]


def panel(word: str) -> Cloth:
    """A textile as it hangs on a wall: strips towards the middle, great diamonds there, and the strips again."""
    chosen = choices(word)
    half = [*_edge(chosen), *_narrow(chosen), *_wide(chosen)]
    middle = Strip(chosen.ground, diamonds(24, _rings(chosen), block=2))
    return weave([*half, middle, *(strip.flipped() for strip in reversed(half))], WIDTH)


def _edge(chosen: Choices) -> list[Strip]:
    return [
        Strip(".", fringe(chosen.ground)),
        *[Strip(chosen.ground, stripe())] * 3,
        Strip(chosen.light, stripe()),
        *[Strip(chosen.ground, stripe())] * 2,
        Strip("o", beads(chosen.second)),
        Strip(chosen.second, stripe()),
    ]


def _narrow(chosen: Choices) -> list[Strip]:
    chevrons = Strip("o", zigzag(8, (chosen.ground, "o", chosen.second, "o", chosen.light, chosen.third)))
    pyramids = [Strip("o", steps(6, chosen.third)), Strip(chosen.third, stripe())]
    return [chevrons] if chosen.numbers[3] % 2 else pyramids


def _wide(chosen: Choices) -> list[Strip]:
    """The greca between plain rows of its own ground, then a way into the middle."""
    plain = Strip(chosen.second, stripe())
    fret = Strip(chosen.second, greca("o" if chosen.numbers[4] % 2 else chosen.light))
    way = [Strip("o", stripe()), Strip(chosen.third, stripe()), Strip(chosen.third, stripe())]
    return [*way[:2], plain, fret, plain, *way, Strip("o", beads(chosen.ground))]


def rosette(word: str) -> Cloth:
    """A seal: an octagon of threads, the same from all eight sides."""
    chosen = choices(word)
    dyes = (chosen.ground, chosen.second, chosen.third, chosen.light)
    return weave([Strip(".", seal(dyes, chosen.numbers))], SEAL)
