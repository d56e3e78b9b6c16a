"""Reads modules/<key>/module.yaml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tequio.learning.content import fields
from tequio.learning.content.entry import Entry, Marked, no_twins
from tequio.learning.values import StepInfo, StepKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from yaml.nodes import Node

    from tequio.kit.words import Words
    from tequio.learning.content.problems import Problems

MOST_MINUTES = 20
WITH_ITEMS = (StepKind.PRACTICE, StepKind.CHECK)
# A fallback comes from an import only; nobody writes one.
KINDS = tuple(kind.value for kind in StepKind if kind is not StepKind.FALLBACK)


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with the line it stands on and the items it names, each with its line."""

    info: StepInfo
    line: int
    items: tuple[Marked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleFile:
    """module.yaml as read."""

    key: str
    file: str
    title: Words
    summary: Words
    minutes: int
    outcome: Marked | None
    licence: str
    steps: tuple[StepLine, ...]


def read_module(node: Node, key: str, languages: Sequence[str], problems: Problems) -> ModuleFile:
    """Read one module.yaml, noting every fault."""
    entry = Entry(node, f"modules/{key}/module.yaml", problems, languages)
    module = ModuleFile(
        key=key,
        file=entry.file,
        title=fields.words(entry, "title"),
        summary=fields.words(entry, "summary"),
        minutes=_minutes(entry),
        outcome=entry.marked("outcome"),
        licence=fields.licence(entry),
        steps=tuple(_step(step) for step in entry.entries("steps")),
    )
    _check_sum(entry, module)
    no_twins(entry, [Marked(step.info.key, step.line) for step in module.steps if step.info.key], "steps")
    entry.close()
    return module


def _minutes(entry: Entry) -> int:
    minutes = entry.integer("minutes", least=1)
    if minutes > MOST_MINUTES:
        entry.say(entry.at("minutes"), "module-long", minutes=minutes)
    return minutes


def _check_sum(entry: Entry, module: ModuleFile) -> None:
    total = sum(step.info.minutes for step in module.steps)
    complete = module.minutes and all(step.info.minutes for step in module.steps)
    if complete and total != module.minutes:
        entry.say(entry.at("minutes"), "minutes-sum", minutes=module.minutes, sum=total)


def _step(entry: Entry) -> StepLine:
    key = fields.slug(entry)
    kind = entry.one_of("kind", KINDS)
    items = tuple(entry.texts("items", required=False))
    info = StepInfo(
        key=key.text,
        kind=StepKind(kind) if kind in KINDS else StepKind.PAGE,
        minutes=entry.integer("minutes", least=1),
        title=fields.words(entry, "title"),
        items=tuple(item.text for item in items),
    )
    if info.kind in WITH_ITEMS and not items:
        entry.say(entry.line, "step-items", kind=kind)
    no_twins(entry, items, "the items of a step")
    entry.close()
    return StepLine(info, key.line, items)
