"""docs/design.md says what the style sheet does: colours, their measured contrast, sizes.

When a colour changes, this prints the lines that the document should have.
"""

import re
from pathlib import Path

from tequio.web import contrast
from tests.web.test_contrast import CSS, DARK, LIGHT, LIGHT_PART

DOC = (Path(__file__).resolve().parents[2] / "docs" / "design.md").read_text("utf-8")
COLOURS = DOC.partition("<!-- colours")[2].partition("<!-- end -->")[0]
ORNAMENT = {
    "line",
    "cotton",
    "dye-a",
    "dye-b",
    "dye-c",
    "dye-d",
}  # carry no meaning, so nothing is asked of them


def pairs() -> list[tuple[str, str]]:
    grounds = [(front, back) for front in contrast.ON_GROUNDS for back in contrast.GROUNDS]
    return [*grounds, *contrast.PAIRS]


def lowest(name: str, colours: dict[str, str]) -> str:
    """Rounded down, so that the document never promises more than there is."""
    ratios = [contrast.contrast(colours[a], colours[b]) for a, b in pairs() if name in (a, b)]
    return f"{int(min(ratios) * 10) / 10:.1f}" if ratios else "–"


def lines() -> dict[str, str]:
    return {
        name: f"| `{LIGHT[name]}` | `{DARK[name]}` | {lowest(name, LIGHT)} | {lowest(name, DARK)} |"
        for name in LIGHT
    }


def test_every_colour_stands_with_its_values_and_its_measured_contrast():
    found = dict(re.findall(r"^\| `--([a-z-]+)` \| [^|]+ (\| .+ \|)$", COLOURS, re.MULTILINE))
    assert found == lines(), "\n".join(f"--{name} … {rest}" for name, rest in lines().items())


def test_only_ornament_has_no_measured_contrast():
    assert {name for name in LIGHT if lowest(name, LIGHT) == "–"} == ORNAMENT


def test_every_size_stands_with_its_value():
    sizes = re.findall(r"--([a-z-]+): ([^#;]+);", LIGHT_PART)
    assert sizes
    assert [name for name, value in sizes if f"| `--{name}` | `{value}` |" not in DOC] == []


def test_the_type_scale_is_the_style_sheets():
    sizes = re.findall(r"^\| `([a-z0-9.]+)` \| `([^`]+)`", DOC, re.MULTILINE)
    assert len(sizes) == 6
    assert [name for name, size in sizes if not any(size in rule for rule in rules_of(name))] == []


def rules_of(name: str) -> list[str]:
    return re.findall(rf"^{re.escape(name)}[ ,][^{{]*{{([^}}]+)}}", CSS, re.MULTILINE)


def test_there_is_no_motion_as_the_document_says():
    assert not re.search(r"transition|animation|@keyframes", CSS)
