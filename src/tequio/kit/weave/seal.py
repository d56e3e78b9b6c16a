"""The grid of a seal: rings of an octagon round a stepped star."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tequio.kit.weave.threads import Tile

SEAL = 35  # threads across
MIDDLE = SEAL // 2
STARS = ("loaol1olao", "loo1aallo1", "ol1ooaal1o", "laaol11oal")  # l light, o cotton, a ground, 1 second

Dyes = tuple[str, str, str, str]  # ground, second, third, light


def seal(dyes: Dyes, numbers: bytes) -> Tile:
    """The same from all eight sides, since only the distances across and down count."""
    far = range(SEAL)
    return tuple("".join(_dye(abs(x - MIDDLE), abs(y - MIDDLE), dyes, numbers) for x in far) for y in far)


def _dye(across: int, down: int, dyes: Dyes, numbers: bytes) -> str:
    far, near = max(across, down), min(across, down)
    ring = max(far, (5 * (far + near) + 3) // 7)
    ground, second, third, light = dyes
    if ring > MIDDLE:
        return "."
    if ring > 10:
        return _border(ring, far - near, (ground, second, third, light), numbers[5])
    if ring == 10:
        return light
    star = STARS[numbers[6] % len(STARS)]
    return {"l": light, "o": "o", "a": ground, "1": second}[star[(far + near) // 2 % len(star)]]


def _border(ring: int, along: int, dyes: Dyes, number: int) -> str:
    """Two plain rings outside, then a row of stepped teeth."""
    ground, second, third, light = dyes
    plain = {17: ground, 16: ground, 15: light, 11: ground}
    if ring in plain:
        return plain[ring]
    period = 8 if number % 2 else 6
    tooth = abs(along % period - period // 2)
    return (third if number % 3 else second) if tooth >= ring - 11 else "o"
