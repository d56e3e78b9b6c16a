"""Who may study where, and when a module counts as finished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tequio.learning.values import ModuleProgress, Progress, ProgressState

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tequio.people.values import OrganisationInfo


def may_mix(home: OrganisationInfo, course: OrganisationInfo) -> bool:
    """Courses are open to the whole hub, but the simulated and the real never meet."""
    return home.simulated == course.simulated


def module_progress(
    key: str, steps: Sequence[str], opened: frozenset[str], finished: frozenset[str]
) -> ModuleProgress:
    """A module is finished when all of its steps are; steps that the version does not have do not count."""
    here = frozenset(steps)
    done = here & finished
    state = ProgressState.OPENED if here & (opened | finished) else ProgressState.NEW
    if here and done == here:
        state = ProgressState.FINISHED
    return ModuleProgress(key, len(done), len(steps), state, done, here & (opened | finished))


def progress(
    modules: Mapping[str, Sequence[str]],
    opened: Mapping[str, frozenset[str]],
    finished: Mapping[str, frozenset[str]],
) -> Progress:
    """The whole course: done when every module is."""
    none: frozenset[str] = frozenset()
    parts = tuple(
        module_progress(key, steps, opened.get(key, none), finished.get(key, none))
        for key, steps in modules.items()
    )
    return Progress(parts, bool(parts) and all(part.state is ProgressState.FINISHED for part in parts))
