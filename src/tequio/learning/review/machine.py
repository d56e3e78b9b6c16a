"""The machine's review: every criterion that can be decided from a course's own text, with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import brotli

from tequio.learning.content.fields import LEVELS, LICENCES
from tequio.learning.review.criteria import CRITERIA
from tequio.learning.review.flaws import flaws
from tequio.learning.values import CriterionResult, Finding, StepKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tequio.learning.content.shape import CourseSource, ModuleShape
    from tequio_standards.qti import Item

PASSIVE = (StepKind.EXPLANATION, StepKind.EXAMPLE, StepKind.PAGE, StepKind.FALLBACK)
TEXT_BUDGET = 100 * 1024
POOL_DEPTH = 3
MINUTES_PER_ACT = 5
# Nobody can watch these: they name a state of mind, not an act.
UNOBSERVABLE = {
    "understand",
    "know",
    "learn",
    "appreciate",
    "comprender",
    "entender",
    "conocer",
    "saber",
    "aprender",
}
Answer = tuple[bool | None, str]  # met, not met or not applicable, and the evidence


def machine_review(source: CourseSource) -> tuple[CriterionResult, ...]:
    """One row per criterion; what cannot be decided from the text alone is "na" and says so."""
    return tuple(_row(criterion.key, criterion.by, source) for criterion in CRITERIA)


def _row(key: str, by: str, source: CourseSource) -> CriterionResult:
    check = _CHECKS.get(key)
    if check is None:
        needs = "A person decides this." if by == "H" else "Not decided from the course's text."
        return CriterionResult(key, Finding.NOT_APPLICABLE, needs)
    met, evidence = check(source)
    findings = {True: Finding.MET, False: Finding.NOT_MET, None: Finding.NOT_APPLICABLE}
    return CriterionResult(key, findings[met], evidence)


def _verdict(wrong: Iterable[str], good: str, bad: str) -> Answer:
    """Met when nothing is wrong; else the evidence names what is."""
    names = list(dict.fromkeys(wrong))
    return (not names, good if not names else f"{bad}: {', '.join(names)}.")


def _observable(source: CourseSource) -> Answer:
    wrong = (
        outcome.key
        for outcome in source.shape.outcomes
        for text in outcome.statement.values()
        if not text.strip() or text.split()[0].casefold() in UNOBSERVABLE
    )
    return _verdict(wrong, "Every outcome begins with an act and states its level.", "Not observable")


def _covered(source: CourseSource) -> Answer:
    taught = {module.outcome for module in source.shape.modules}
    pools = [{item.outcome for item in pool} for pool in (source.practice, source.final)]
    keys = [outcome.key for outcome in source.shape.outcomes]
    wrong = (key for key in keys if key not in taught or any(key not in pool for pool in pools))
    return _verdict(
        wrong, "Each outcome has a module, practice and summative items.", "Without a module or items"
    )


def _levels(source: CourseSource) -> Answer:
    """At least half of an outcome's summative items stand at its level or above."""
    wrong = []
    for outcome in source.shape.outcomes:
        ranks = [_rank(item.level) for item in source.final if item.outcome == outcome.key]
        high = sum(rank >= _rank(outcome.level) for rank in ranks)
        wrong += [outcome.key] if 2 * high < len(ranks) or not ranks else []
    return _verdict(
        wrong, "At least half of the summative items stand at the outcome's level.", "Below its level"
    )


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else -1


def _minutes(source: CourseSource) -> Answer:
    wrong = (module.key for module in source.shape.modules if not 0 < module.minutes <= 20)
    return _verdict(wrong, "Every module declares 20 minutes or less.", "Longer than 20 minutes")


def _active(source: CourseSource) -> Answer:
    """Passive minutes at most half, and as many acts as the module has stretches of five minutes."""
    modules = source.shape.modules
    wrong = (module.key for module in modules if not _is_active(module))
    longest = max((_longest_passive(module) for module in modules), default=0)
    good = f"Passive share at most 50 %, an act per 5 minutes; the longest stretch without one is {longest} minutes."
    return _verdict(wrong, good, "Too passive")


def _is_active(module: ModuleShape) -> bool:
    passive = sum(step.info.minutes for step in module.steps if step.info.kind in PASSIVE)
    acts = sum(max(len(step.info.items), step.info.kind not in PASSIVE) for step in module.steps)
    return 2 * passive <= module.minutes and MINUTES_PER_ACT * acts >= module.minutes


def _longest_passive(module: ModuleShape) -> int:
    run = longest = 0
    for step in module.steps:
        waits = step.info.kind in PASSIVE and not step.info.items
        run = run + step.info.minutes if waits else 0
        longest = max(longest, run)
    return longest


def _weight(source: CourseSource) -> Answer:
    wrong = (module.key for module in source.shape.modules if _text_bytes(source, module) > TEXT_BUDGET)
    return _verdict(wrong, "The text of every module stays within 100 KiB compressed.", "Too heavy")


def _text_bytes(source: CourseSource, module: ModuleShape) -> int:
    """The dearest language of a module."""
    languages = source.shape.languages
    texts = (
        b"".join(source.blobs[step.body[language]].data for step in module.steps if language in step.body)
        for language in languages
    )
    return max((len(brotli.compress(text, quality=5)) for text in texts), default=0)


def _stated(source: CourseSource) -> Answer:
    missing = [language for language in source.shape.languages if not source.shape.audience.get(language)]
    return _verdict(
        missing, "Audience, prior knowledge, devices and hours are stated.", "No audience stated in"
    )


def _overviews(source: CourseSource) -> Answer:
    wrong = (module.key for module in source.shape.modules if not all(module.summary.values()))
    return _verdict(wrong, "Every module has a summary.", "Without a summary")


def _checked(evidence: str) -> Callable[[CourseSource], Answer]:
    """What the folder check refuses can no longer be wrong here; fallbacks were not read, so they leave it open."""

    def check(source: CourseSource) -> Answer:
        shown = any(step.info.fallback for module in source.shape.modules for step in module.steps)
        return (None, "Some steps are foreign and were not read.") if shown else (True, evidence)

    return check


def _licences(source: CourseSource) -> Answer:
    found = [("the course", source.shape.licence)] + [(one.key, one.licence) for one in source.shape.modules]
    wrong = (f"{name} ({licence})" for name, licence in found if licence not in LICENCES)
    return _verdict(wrong, "Course and modules carry open licences.", "No open licence")


def _dated(source: CourseSource) -> Answer:
    shape = source.shape
    met = bool(shape.sources) and shape.expires is not None
    return met, f"{len(shape.sources)} dated sources; to be reviewed by {shape.expires or 'no date'}."


def _higher_order(source: CourseSource) -> Answer:
    count = sum(item.level == "analyse" for item in (*source.practice, *source.final))
    return count > 0, f"{count} items ask to analyse."


def _feedback(source: CourseSource) -> Answer:
    wrong = (item.key for item in source.practice if not _teaches(item))
    return _verdict(wrong, "Every practice item explains each choice.", "Without rationale or explanation")


def _teaches(item: Item) -> bool:
    return bool(item.explanation) and all(choice.rationale for choice in item.choices)


def _disjoint(source: CourseSource) -> Answer:
    if not source.final:
        return None, "There are no summative items."
    shown = {item.key for item in source.practice} | {_stem(item) for item in source.practice}
    wrong = (item.key for item in (*source.final, *source.delayed) if {item.key, _stem(item)} & shown)
    return _verdict(wrong, "No item and no stem is in two pools.", "In two pools")


def _stem(item: Item) -> str:
    return " ".join("|".join(item.stem.values()).casefold().split())


def _depth(source: CourseSource) -> Answer:
    check = source.shape.final_check
    if check is None or not check.items:
        return None, "There is no final check."
    met = len(source.final) >= POOL_DEPTH * check.items
    return (
        met,
        f"{len(source.final)} items for a form of {check.items}; {POOL_DEPTH * check.items} are wanted.",
    )


def _flawless(source: CourseSource) -> Answer:
    found = flaws((*source.practice, *source.final, *source.delayed))
    return (not found, "No flaw found." if not found else " ".join(found))


def _rules(source: CourseSource) -> Answer:
    if source.shape.final_check is None:
        return None, "There is no final check."
    met = source.shape.certificate is not None
    return met, "Time, tries, waiting time, cut and its method are on the course page."


def _aligned(source: CourseSource) -> Answer:
    wrong = (outcome.key for outcome in source.shape.outcomes if not outcome.alignments)
    return _verdict(wrong, "Each outcome names a skill by URI and version.", "Without a skill")


def _delayed(source: CourseSource) -> Answer:
    have = {item.outcome for item in source.delayed}
    wrong = (outcome.key for outcome in source.shape.outcomes if outcome.key not in have)
    return _verdict(wrong, "Each outcome has items for a delayed check.", "Without delayed items")


_CHECKS: dict[str, Callable[[CourseSource], Answer]] = {
    "R01": _observable,
    "R02": _covered,
    "R03": _levels,
    "R04": _minutes,
    "R05": _active,
    "R07": _weight,
    "R12": _stated,
    "R15": _overviews,
    "R16": _checked("No heading skips a level; lists and languages are marked."),
    "R18": _checked("Every picture has alternative text."),
    "R19": _checked("Every table column has a head."),
    "R20": _checked("Nothing moves; no link says only “here”."),
    "R23": _licences,
    "R24": _dated,
    "R27": _higher_order,
    "R28": _feedback,
    "R29": _disjoint,
    "R30": _depth,
    "R31": _flawless,
    "R38": _rules,
    "R40": _checked("No picture comes from another host."),
    "R44": _aligned,
    "R45": _delayed,
}
