"""An Open edX course becomes one of ours: chapters are modules, components are steps, choice problems are items."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tequio.learning.content.shape import CourseShape, CourseSource, ModuleShape, StepShape
from tequio.learning.exchange import olx_items, subtitles
from tequio.learning.exchange.cleaning import Cleaning
from tequio.learning.exchange.values import Fate, Row
from tequio.learning.values import Blob, Fallback, OutcomeInfo, StepInfo, StepKind
from tequio_standards import olx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tequio.kit.words import Words
    from tequio_standards.qti import Item

FRAGMENT = "text/html; charset=utf-8"
ITEMS_A_STEP = 5
WORDS_A_MINUTE = 120
OUTSIDE = {"es": "Abrir en %s (sale de esta página)", "en": "Open at %s (leaves this page)"}
VIDEO = {
    "es": "Este video se ve fuera de aquí y gasta datos. Abajo está su transcripción.",
    "en": "This video plays elsewhere and uses data. Its transcript is below.",
}


@dataclass(slots=True)
class OlxSource:
    """One import under way: gathers blobs, items and rows while it walks the tree."""

    course: olx.Course
    rows: list[Row] = field(default_factory=list)
    blobs: dict[str, Blob] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def source(self) -> CourseSource:
        """The course ready to be packed. One outcome stands for all: OLX states none."""
        modules = [self._module(chapter) for chapter in self.course.chapters]
        extra = self._extra_module()
        modules += [extra] if extra else []
        self.rows += [Row("file", r.path, "", Fate.REMARK, r.words) for r in self.course.remarks]
        shape = CourseShape(
            key=slug(self.course.key or self.course.title),
            title=self._words(self.course.title),
            summary=self._words(""),
            languages=(self.language,),
            licence="unknown",
            authors=(),
            hours=f"PT{max(1, round(sum(m.minutes for m in modules) / 60))}H",
            reading_level={},
            audience=self._words(""),
            outcomes=(OutcomeInfo("imported", self._words(self.course.title), "understand"),),
            modules=tuple(module for module in modules if module.steps),
        )
        return CourseSource(shape=shape, blobs=self.blobs, practice=tuple(self.items))

    @property
    def language(self) -> str:
        return self.course.language.split("-")[0].lower()

    def _words(self, text: str) -> Words:
        return {self.language: text}

    def _module(self, chapter: olx.Chapter) -> ModuleShape:
        units = [unit for section in chapter.sections for unit in section.units]
        steps = [step for unit in units for step in self._unit(unit)]
        return self._module_of(chapter.key, chapter.title or "·", steps)

    def _module_of(self, key: str, title: str, steps: list[StepShape]) -> ModuleShape:
        return ModuleShape(
            key=self._key(title if len(title) < 60 else key),
            title=self._words(title),
            summary=self._words(""),
            minutes=sum(step.info.minutes for step in steps),
            outcome="imported",
            licence="unknown",
            steps=tuple(steps),
        )

    def _extra_module(self) -> ModuleShape | None:
        steps = [self._page(page, page.title) for page in self.course.extra_pages]
        return (
            self._module_of("more", {"es": "Más páginas"}.get(self.language, "More pages"), steps)
            if steps
            else None
        )

    def _unit(self, unit: olx.Unit) -> Iterator[StepShape]:
        """Problems that stand together share a step, five at the most; everything else is a step of its own."""
        waiting: list[olx.Problem] = []
        for component in unit.components:
            if isinstance(component, olx.Problem):
                waiting.append(component)
                continue
            yield from self._practice(waiting, unit.title)
            waiting = []
            yield self._other_step(component, unit.title)
        yield from self._practice(waiting, unit.title)

    def _other_step(self, component: olx.Page | olx.Video | olx.Other, unit_title: str) -> StepShape:
        if isinstance(component, olx.Page):
            return self._page(component, component.title or unit_title)
        if isinstance(component, olx.Video):
            return self._video(component, component.title or unit_title)
        return self._shown(component, component.title or unit_title)

    def _page(self, page: olx.Page, title: str) -> StepShape:
        where = f"html/{page.key}"
        body, pictures = self._clean(page.html, where)
        if page.html.strip() and not body:
            return self._fallback(
                title, "", where, "html", "The page is made by a program, which is never run."
            )
        self.rows.append(Row("step", where, title, Fate.NATIVE))
        return self._step(StepKind.PAGE, title, body, pictures)

    def _practice(self, problems: list[olx.Problem], title: str) -> Iterator[StepShape]:
        for start in range(0, len(problems), ITEMS_A_STEP):
            made = [item for p in problems[start : start + ITEMS_A_STEP] for item in self._items(p, title)]
            figures = "".join(figure for _, figure in made)
            body, pictures = self._clean(figures, f"problem/{problems[start].key}")
            self.items += [item for item, _ in made]
            yield self._step(
                StepKind.PRACTICE, title, body, pictures, items=tuple(item.key for item, _ in made)
            )

    def _items(self, problem: olx.Problem, title: str) -> Iterator[tuple[Item, str]]:
        for num, question in enumerate(problem.questions, 1):
            key = self._key(f"{problem.key}-{num}" if len(problem.questions) > 1 else problem.key)
            made = olx_items.item(key, question, problem, self.language)
            where = f"problem/{problem.key}"
            self.rows.append(Row("item", where, problem.title or title, Fate.NATIVE))
            self.rows += [Row("file", where, title, Fate.REMARK, words) for words in made.remarks]
            yield made.item, made.figures

    def _video(self, video: olx.Video, title: str) -> StepShape:
        links = "".join(
            f'<p><a href="{html.escape(s)}">{html.escape(self._outside(s))}</a></p>' for s in video.sources
        )
        transcripts = "".join(subtitles.paragraphs(text) for text in video.transcripts.values())
        body = f"<p>{VIDEO.get(self.language, VIDEO['en'])}</p>{links}{transcripts}"
        return self._fallback(title, body, f"video/{video.key}", "video", "Video is linked, not played here.")

    def _shown(self, other: olx.Other, title: str) -> StepShape:
        looks_like_html = "<" in other.text and ">" in other.text
        lines = (
            [other.text]
            if looks_like_html
            else [f"<p>{html.escape(line)}</p>" for line in other.text.split("\n")]
        )
        return self._fallback(title, "".join(lines), f"{other.tag}/{other.key}", other.tag, other.reason)

    def _fallback(self, title: str, body: str, where: str, origin: str, reason: str) -> StepShape:
        text, pictures = self._clean(body, where)
        self.rows.append(Row("step", where, title, Fate.FALLBACK, reason))
        fallback = Fallback(reason=reason, origin=origin)
        return self._step(StepKind.FALLBACK, title, text, pictures, fallback=fallback)

    def _step(
        self,
        kind: StepKind,
        title: str,
        body: str,
        pictures: tuple[str, ...],
        *,
        items: tuple[str, ...] = (),
        fallback: Fallback | None = None,
    ) -> StepShape:
        digest = hashlib.sha256(body.encode()).hexdigest()
        self.blobs[digest] = Blob(body.encode(), FRAGMENT)
        minutes = max(1, round(len(body.split()) / WORDS_A_MINUTE), len(items))
        key = self._key(title)
        info = StepInfo(key, kind, minutes, self._words(title), items, fallback)
        return StepShape(info, {self.language: digest}, pictures)

    def _clean(self, text: str, where: str) -> tuple[str, tuple[str, ...]]:
        cleaning = Cleaning(self.course.static, self._outside)
        body = cleaning.fragment(text)
        self.rows += [Row("file", where, "", Fate.REMARK, words) for words in cleaning.remarks]
        for digest, picture in cleaning.pictures.items():
            self.blobs[digest] = Blob(picture.data, picture.media_type)
        return body, tuple(cleaning.pictures)

    def _outside(self, host: str) -> str:
        return OUTSIDE.get(self.language, OUTSIDE["en"]) % host

    def _key(self, text: str) -> str:
        """A slug that nothing else in this course has."""
        wanted = slug(text)
        key, num = wanted, 2
        while key in self.keys:
            key, num = f"{wanted}-{num}", num + 1
        self.keys.add(key)
        return key


def slug(text: str) -> str:
    """Letters and digits joined by hyphens, at most 60 of them; never empty."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower().encode("ascii", "ignore").decode()).strip("-")
    return plain[:60].strip("-") or "part"
