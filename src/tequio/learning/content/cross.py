"""What can only be seen across files: pools that share items, items no step shows, outcomes nobody teaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.learning.content.problems import advice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tequio.learning.content.course_file import CourseFile
    from tequio.learning.content.entry import Marked
    from tequio.learning.content.items_file import ItemLine
    from tequio.learning.content.module_file import ModuleFile
    from tequio.learning.content.problems import Problems


def check_across(
    course: CourseFile, modules: Sequence[ModuleFile], items: Sequence[ItemLine], problems: Problems
) -> None:
    """Note every fault that needs more than one file to be seen; what could not be read accuses nothing else."""
    _outcomes(course, modules, problems)
    _keys(items, problems)
    _stems(items, problems)
    if not any(problem.file.startswith("items/") for problem in problems.of("yaml", "not-items", "not-utf8")):
        _blueprint(course, items, problems)
        _steps(modules, items, problems)


def _outcomes(course: CourseFile, modules: Sequence[ModuleFile], problems: Problems) -> None:
    known = course.outcome_lines
    if not known:
        return
    for module in modules:
        outcome = module.outcome
        if outcome and outcome.text not in known:
            hint = advice(outcome.text, known)
            problems.add(module.file, outcome.line, "unknown-outcome", text=outcome.text, advice=hint)
    taught = {module.outcome.text for module in modules if module.outcome}
    whole = len(modules) == len(course.modules) and all(module.outcome for module in modules)
    for key, line in known.items():
        if whole and key not in taught:
            problems.add("course.yaml", line, "unused-outcome", text=key)


def _blueprint(course: CourseFile, items: Sequence[ItemLine], problems: Problems) -> None:
    if course.final_check is None:
        return
    for named, (outcome, count) in zip(course.blueprint, course.final_check.blueprint, strict=True):
        have = sum(line.pool == "final" and line.item.outcome == outcome for line in items)
        if outcome in course.outcome_lines and count > have:
            problems.add("course.yaml", named.line, "blueprint-pool", text=outcome, count=count, have=have)


def _keys(items: Sequence[ItemLine], problems: Problems) -> None:
    """A key names one item in the whole course; the first pool in the order practice, final, delayed has it."""
    first: dict[str, ItemLine] = {}
    for line in items:
        key = line.item.key
        before = first.setdefault(key, line)
        if before is line or not key:
            continue
        values = {"text": key, "first": before.line}
        if before.pool == line.pool:
            problems.add(line.file, line.line, "twice", what="the keys of items", **values)
        else:
            problems.add(line.file, line.line, "pool-key", where=before.file, **values)


def _stems(items: Sequence[ItemLine], problems: Problems) -> None:
    first: dict[tuple[str, str], tuple[ItemLine, Marked]] = {}
    for line in items:
        for language, stem in line.stems.items():
            plain = " ".join(stem.text.casefold().split())
            before, at = first.setdefault((language, plain), (line, stem))
            if before.pool != line.pool:
                values = {"where": before.file, "first": at.line, "language": language}
                problems.add(line.file, stem.line, "pool-stem", text=before.item.key, **values)


def _steps(modules: Iterable[ModuleFile], items: Sequence[ItemLine], problems: Problems) -> None:
    pools = {line.item.key: line.pool for line in reversed(items)}
    practice = [key for key, pool in pools.items() if pool == "practice"]
    shown: set[str] = set()
    for module in modules:
        for step in module.steps:
            for item in step.items:
                shown.add(item.text)
                _named(module.file, item, pools, practice, problems)
    for line in items:
        if line.pool == "practice" and line.item.key and line.item.key not in shown:
            problems.add(line.file, line.line, "unused-item", text=line.item.key)


def _named(
    file: str, item: Marked, pools: Mapping[str, str], practice: Sequence[str], problems: Problems
) -> None:
    pool = pools.get(item.text)
    if pool is None:
        problems.add(file, item.line, "unknown-item", text=item.text, advice=advice(item.text, practice))
    elif pool != "practice":
        problems.add(file, item.line, "item-of-pool", text=item.text, pool=pool)
