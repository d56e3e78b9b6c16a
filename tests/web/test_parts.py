"""Each part's first comment names exactly what the part takes: read from the template as Django compiles it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from django.template import engines
from django.template.base import FilterExpression, Node, Variable
from django.template.defaulttags import ForNode, WithNode
from django.template.loader_tags import IncludeNode

from tests.web.test_pages import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTS = sorted((TEMPLATES / "parts").glob("*.html"))
GIVEN = {"forloop", "request", "csrf_token", "True", "False", "None"}
BOUND = ("variable", "loopvars", "asvar", "_varname", "countervar")


def taken(template: str) -> set[str]:
    """The names that `template` looks up and does not make itself."""
    nodes = list(walk(engines["django"].from_string(template).template.nodelist))
    own = {name for node in nodes for name in bound(node)}
    found = {one.lookups[0] for one in nodes if isinstance(one, Variable) and one.lookups}
    return found - own - GIVEN


def bound(node: object) -> Iterator[str]:
    for name in BOUND:
        value = getattr(node, name, None)
        yield from [value] if isinstance(value, str) else value or ()
    target = getattr(node, "target_var", None)
    if isinstance(target, str):
        yield target
    if isinstance(node, WithNode):
        yield from node.extra_context


def walk(thing: object) -> Iterator[object]:
    """Everything that a compiled template holds: nodes, expressions, conditions."""
    if isinstance(thing, (list, tuple)):
        for one in thing:
            yield from walk(one)
    elif isinstance(thing, dict):
        yield from walk(list(thing.values()))
    elif isinstance(thing, FilterExpression):
        yield from walk(thing.var)
        yield from walk([argument for _, arguments in thing.filters for _, argument in arguments])
    elif isinstance(thing, Variable):
        yield thing
    elif isinstance(thing, Node) or hasattr(thing, "lbp"):
        yield thing
        yield from walk(inner(thing))


def inner(node: object) -> list[object]:
    held = dict(vars(node)) if hasattr(node, "__dict__") else {}
    if isinstance(node, IncludeNode):
        held.pop("template")
    held.pop("origin", None)
    return [value for name, value in held.items() if name not in ("token", "parent", *BOUND)]


def named(template: str) -> set[str]:
    """What stands after `Variables:`, parted by middle dots and `and`, without what is said in brackets."""
    said = template.partition("Variables:")[2].partition("{% endcomment %}")[0]
    while re.search(r"\([^()]*\)", said):
        said = re.sub(r"\([^()]*\)", "", said)
    said = said.replace("page.", "page:")
    whole = said.strip().partition(". ")[0].rstrip(".")
    pieces = [piece.partition(":")[0] for piece in whole.split("·")]
    return {name for piece in pieces for name in re.findall(r"[a-z_]+", re.sub(r"\band\b", "", piece))}


@pytest.mark.parametrize("path", PARTS, ids=lambda path: path.name)
def test_a_part_takes_exactly_what_its_first_comment_names(path):
    text = path.read_text("utf-8")
    assert taken(text) == named(text)


def test_what_a_template_makes_itself_is_not_what_it_takes():
    text = "{% for one in many %}{{ one.name|default:other }}{% if rare %}{{ forloop.last }}{% endif %}{% endfor %}"
    assert taken(text) == {"many", "other", "rare"}


def test_a_header_that_names_too_much_or_too_little_is_noticed():
    text = "{% comment %}\nVariables: here (what: a · b) · gone.\n{% endcomment %}{{ here }}{{ unsaid }}"
    assert taken(text) ^ named(text) == {"gone", "unsaid"}


def test_every_loop_is_walked():
    assert ForNode.child_nodelists == ("nodelist_loop", "nodelist_empty")
