"""Reads a whole course folder: course.yaml, modules, bodies, items; then looks across them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tequio.learning.content.bodies import Bodies
from tequio.learning.content.course_file import FILE, CourseFile, read_course
from tequio.learning.content.cross import check_across
from tequio.learning.content.items_file import Place, read_items
from tequio.learning.content.module_file import ModuleFile, read_module
from tequio.learning.content.problems import Problems, advice
from tequio.learning.content.shape import CourseShape, CourseSource, ModuleShape, StepShape
from tequio.learning.content.yamltext import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yaml.nodes import Node

    from tequio.learning.content.items_file import ItemLine
    from tequio.learning.values import Blob
    from tequio_standards.qti import Item

POOLS = ("practice", "final", "delayed")
TOP = {FILE, "modules", "items", "README.md", "LICENSE"}


@dataclass(slots=True)
class Reading:
    """One folder while it is read."""

    folder: Path
    problems: Problems = field(default_factory=Problems)
    blobs: dict[str, Blob] = field(default_factory=dict)

    def source(self) -> CourseSource | None:
        """The course, or None when something is wrong; `problems` then says what."""
        node = self._yaml(FILE) if self._is_course() else None
        if node is None:
            return None
        course = read_course(node, self.problems)
        modules = list(self._modules(course))
        shapes = tuple(self._shape(module, course) for module in modules)
        items = [line for pool in POOLS for line in self._pool(pool, course)]
        self._stray(course)
        check_across(course, modules, items, self.problems)
        return None if self.problems else _source(course, shapes, items, self.blobs)

    def _is_course(self) -> bool:
        if not self.folder.is_dir():
            self.problems.add(".", 1, "no-folder")
        elif not (self.folder / FILE).is_file():
            self.problems.add(FILE, 1, "no-course")
        else:
            self._refuse_links()
        return not self.problems

    def _refuse_links(self) -> None:
        """A link may lead anywhere on the machine, so nothing is read while there is one."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_symlink():
                place = path.relative_to(self.folder).as_posix()
                self.problems.add(place, 1, "link-out", path=place)

    def _yaml(self, file: str) -> Node | None:
        return read_yaml(self.folder / file, file, self.problems)

    def _modules(self, course: CourseFile) -> Iterator[ModuleFile]:
        for key, line in {module.text: module.line for module in course.modules}.items():
            file = f"modules/{key}/module.yaml"
            if not (self.folder / file).is_file():
                self.problems.add(FILE, line, "unknown-module", text=key)
                continue
            node = self._yaml(file)
            if node is not None:
                yield read_module(node, key, course.languages, self.problems)

    def _shape(self, module: ModuleFile, course: CourseFile) -> ModuleShape:
        place = f"modules/{module.key}"
        bodies = Bodies(self.folder / place, place, course.languages, self.problems, self.blobs)
        steps = tuple(StepShape(step.info, *bodies.read(step, module)) for step in module.steps)
        if course.languages and module.steps and all(step.info.key for step in module.steps):
            bodies.report_unused()
        return ModuleShape(
            key=module.key,
            title=module.title,
            summary=module.summary,
            minutes=module.minutes,
            outcome=module.outcome.text if module.outcome else "",
            licence=module.licence,
            steps=steps,
        )

    def _pool(self, pool: str, course: CourseFile) -> Iterator[ItemLine]:
        folder = self.folder / "items" / pool
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            place = Place(f"items/{pool}/{path.name}", pool, path.stem)
            if course.outcome_lines and path.stem not in course.outcome_lines:
                hint = advice(path.stem, course.outcome_lines)
                self.problems.add(place.file, 1, "unknown-outcome", text=path.stem, advice=hint)
            node = self._yaml(place.file)
            if node is not None:
                yield from read_items(node, place, course.languages, self.problems)

    def _stray(self, course: CourseFile) -> None:
        """Files where nobody looks: a misspelt folder must not vanish silently."""
        named = {module.text for module in course.modules}
        for path in sorted(self.folder.rglob("*")):
            place = path.relative_to(self.folder)
            if any(part.startswith(".") for part in place.parts) or path.is_dir():
                continue
            code = _misplaced(place.parts, named)
            if code:
                self.problems.add(
                    place.as_posix(), 1, code, path=place.as_posix(), text=place.parts[1:2] and place.parts[1]
                )


def _misplaced(parts: tuple[str, ...], modules: set[str]) -> str:
    """The code of what is wrong with a file's place, or nothing. Files inside a named module are the module's."""
    match parts:
        case (name,):
            return "" if name in TOP else "stray-file"
        case ("modules", key, "module.yaml"):
            return "" if key in modules else "unused-module"
        case ("modules", key, _):
            return ""
        case ("items", pool, name):
            if pool not in POOLS:
                return "unknown-pool"
            return "" if name.endswith(".yaml") else "stray-file"
        case _:
            return "stray-file"


def _source(
    course: CourseFile, modules: tuple[ModuleShape, ...], items: list[ItemLine], blobs: dict[str, Blob]
) -> CourseSource:
    def pool(name: str) -> tuple[Item, ...]:
        return tuple(line.item for line in items if line.pool == name)

    shape = CourseShape(
        key=course.key,
        title=course.title,
        summary=course.summary,
        languages=course.languages,
        licence=course.licence,
        authors=course.authors,
        hours=course.hours,
        reading_level=course.reading_level,
        audience=course.audience,
        outcomes=course.outcomes,
        modules=modules,
        certificate=course.certificate,
        final_check=course.final_check,
        expires=course.expires,
        sources=course.sources,
    )
    return CourseSource(
        shape=shape, blobs=blobs, practice=pool("practice"), final=pool("final"), delayed=pool("delayed")
    )
