"""Files of an export to a `Course`. Missing and unreached files become remarks; nothing is dropped unsaid."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lxml import etree

from tequio_standards.olx.problems import read_problem, text_of
from tequio_standards.olx.values import Chapter, Component, Course, Other, Page, Remark, Section, Unit, Video

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

REASONS = {
    "drag-and-drop-v2": "Drag and drop is not native yet.",
    "poll": "A poll shows other people's answers live.",
    "survey": "A survey shows other people's answers live.",
    "word_cloud": "A word cloud shows other people's answers live.",
    "discussion": "A discussion belongs to the platform it was held on.",
    "lti_consumer": "An outside tool: its address and key do not travel with the course.",
    "lti": "An outside tool: its address and key do not travel with the course.",
    "openassessment": "Open response assessment is not native yet.",
    "split_test": "An experiment that shows different people different content.",
    "library_content": "It draws from a library that the export does not carry.",
    "annotatable": "Annotated text is not native yet.",
    "staffgradedxblock": "Marked by staff by hand.",
    "scorm": "A SCORM package is not native yet.",
}
CONTAINERS = (
    "library_content",
    "split_test",
    "randomize",
    "conditional",
    "wrapper",
    "problemset",
    "videosequence",
)


MOST_TAKEN = (
    300_000_000  # bytes, a piece counting for at least PIECE: a small archive may name one piece often
)
PIECE = 15_000


class NotOlx(ValueError):
    """The files are no Open edX export; the message says what is missing."""


def read_course(files: Mapping[str, bytes]) -> Course:
    """The course in `files` (path inside the archive to bytes). `NotOlx` when there is no course.xml."""
    try:
        return _Reader(files).course()
    except RecursionError as error:
        raise NotOlx("The pieces of this course hold each other, without an end.") from error


class _Reader:
    def __init__(self, files: Mapping[str, bytes]) -> None:
        found = sorted(
            (name for name in files if name.split("/")[-1] == "course.xml"), key=lambda n: n.count("/")
        )
        if not found:
            raise NotOlx("There is no course.xml in the archive, so it is no Open edX course export.")
        root = found[0].removesuffix("course.xml")
        self.files = {name.removeprefix(root): data for name, data in files.items() if name.startswith(root)}
        self.read: set[str] = {"course.xml"}
        self.remarks: list[Remark] = []
        self.taken = 0

    def course(self) -> Course:
        pointer = _parse(self.files["course.xml"])
        node = self._definition(pointer, "course")
        chapters = tuple(self._chapter(child) for child in self._children(node, "chapter"))
        extra = tuple(self._extra_pages())
        self._say_what_was_not_reached(pointer.get("url_name", ""))
        static = {
            n.removeprefix("static/"): data for n, data in self.files.items() if n.startswith("static/")
        }
        return Course(
            key=f"{pointer.get('org', '')}-{pointer.get('course', '')}".strip("-"),
            title=node.get("display_name") or pointer.get("course") or "Untitled course",
            language=node.get("language") or "en",
            chapters=chapters,
            extra_pages=extra,
            static=static,
            remarks=tuple(self.remarks),
        )

    def _chapter(self, node: _Element) -> Chapter:
        sections = tuple(self._section(child) for child in self._children(node, "sequential"))
        return Chapter(_key(node), _title(node), sections)

    def _section(self, node: _Element) -> Section:
        units = tuple(self._unit(child) for child in self._children(node, "vertical"))
        return Section(_key(node), _title(node), node.get("graded") == "true", units)

    def _unit(self, node: _Element) -> Unit:
        return Unit(_key(node), _title(node), tuple(self._components(node)))

    def _children(self, node: _Element, tag: str) -> list[_Element]:
        """Children of the expected kind, followed to their files; others are told, never skipped unsaid."""
        found = []
        for child in node:
            if child.tag == tag:
                found.append(self._definition(child, tag))
            elif isinstance(child.tag, str) and child.tag not in ("wiki", "textbook", "course-wide-resource"):
                self.remarks.append(
                    Remark(f"{node.tag}/{_key(node)}", f"A {child.tag} stands where a {tag} belongs.")
                )
        return found

    def _components(self, node: _Element) -> list[Component]:
        found: list[Component] = []
        for child in node:
            if not isinstance(child.tag, str):
                continue
            whole = self._definition(child, str(child.tag))
            if whole.tag in CONTAINERS and len(whole):
                found += self._components(whole)
                self._tell_of_container(whole)
            else:
                found.append(self._component(whole))
        return found

    def _component(self, node: _Element) -> Component:
        key, title, tag = _key(node), _title(node), str(node.tag)
        if tag == "html":
            return Page(key, title, self._html(node))
        if tag == "problem":
            return read_problem(key, title, node)
        if tag == "video":
            return self._video(node)
        reason = REASONS.get(tag, f"A {tag} component is not native.")
        return Other(key, title, tag, _attributes(node) or text_of(node), reason)

    def _tell_of_container(self, node: _Element) -> None:
        count = node.get("max_count")
        drawn = f" {count} of them were drawn for each person;" if count else ""
        words = f"{_title(node)}:{drawn} all {len(node)} are shown, one after the other."
        self.remarks.append(Remark(f"{node.tag}/{_key(node)}", words))

    def _video(self, node: _Element) -> Video:
        sources = [child.get("src", "") for child in node.iter("source")]
        youtube = node.get("youtube_id_1_0")
        sources += [f"https://www.youtube.com/watch?v={youtube}"] if youtube else []
        listed = {t.get("language", ""): t.get("src", "") for t in node.iter("transcript") if t.get("src")}
        texts = {}
        for language, name in listed.items():
            data = self._take(f"static/{name}")
            if data is None:
                self.remarks.append(
                    Remark(f"video/{_key(node)}", f"Its transcript {name} is not in the export.")
                )
            else:
                texts[language] = data.decode("utf-8", "replace")
        return Video(_key(node), _title(node), tuple(dict.fromkeys(s for s in sources if s)), texts)

    def _html(self, node: _Element) -> str:
        name = node.get("filename")
        if not name:
            inner = "".join(str(etree.tostring(child, encoding="unicode", method="html")) for child in node)
            return (node.text or "") + inner
        data = self._take(f"html/{name}.html")
        if data is None:
            self.remarks.append(Remark(f"html/{name}.html", "This page's text is not in the export."))
            return ""
        return data.decode("utf-8", "replace")

    def _definition(self, node: _Element, tag: str) -> _Element:
        """OLX keeps a pointer `<tag url_name=…/>` in the parent and the definition in `tag/url_name.xml`."""
        name = node.get("url_name")
        data = self._take(f"{tag}/{name}.xml") if name and len(node) == 0 else None
        if data is None:
            if name and len(node) == 0 and len(node.attrib) == 1:
                self.remarks.append(
                    Remark(f"{tag}/{name}.xml", "The export points at this file and does not hold it.")
                )
            return node
        whole = _parse(data)
        whole.set("url_name", name or "")
        return whole

    def _extra_pages(self) -> list[Page]:
        """Static tabs, updates and handouts: pages beside the course tree."""
        named = [n for n in sorted(self.files) if n.split("/")[0] in ("tabs", "info") and n.endswith(".html")]
        pages = []
        for name in named:
            text = (self._take(name) or b"").decode("utf-8", "replace")
            if text.strip() and text.strip() not in ("<ol></ol>", "<ol/>"):
                pages.append(Page(name.removesuffix(".html").replace("/", "-"), self._tab_title(name), text))
        return pages

    def _tab_title(self, name: str) -> str:
        slug = name.split("/")[-1].removesuffix(".html")
        for path, data in self.files.items():
            if path.startswith("policies/") and path.endswith("policy.json"):
                return _tab_titles(data).get(slug) or slug
        return slug

    def _take(self, name: str) -> bytes | None:
        self.read.add(name)
        data = self.files.get(name)
        self.taken += max(len(data), PIECE) if data is not None else 0
        if self.taken > MOST_TAKEN:
            raise NotOlx("The course names its pieces more often than any real one.")
        return data

    def _say_what_was_not_reached(self, run: str) -> None:
        """Files outside the tree: settings are named once, unreferenced components one by one."""
        kinds = ("html", "problem", "video", "vertical", "sequential", "chapter", "drafts", *REASONS)
        for name in sorted(set(self.files) - self.read):
            top = name.split("/")[0]
            if top in kinds:
                self.remarks.append(
                    Remark(name, "Not reached from the course's tree, so no learner saw it; left out.")
                )
            elif top in ("policies", "about", "assets"):
                self.remarks.append(Remark(name, "A setting of the old platform; left out."))


def _tab_titles(policy: bytes) -> dict[str, str]:
    """Titles of static tabs by slug; none where the policy is not the shape we know."""
    try:
        tabs = [tab for course in json.loads(policy).values() for tab in course.get("tabs", [])]
        return {str(tab.get("url_slug")): str(tab.get("name") or "") for tab in tabs}
    except (ValueError, AttributeError, TypeError, RecursionError):
        return {}


def _parse(data: bytes) -> _Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
        remove_comments=True,
        huge_tree=False,
    )
    root = etree.fromstring(data, parser)
    if root is None:
        raise NotOlx("A file of the export is not XML.")
    return root


def _key(node: _Element) -> str:
    return node.get("url_name") or node.get("slug") or str(node.tag)


def _title(node: _Element) -> str:
    return " ".join((node.get("display_name") or "").split())


def _attributes(node: _Element) -> str:
    """Words kept in attributes (`data`, `question`, `answers`): JSON strings are read, markup is left for cleaning."""
    kept = [node.get(name, "") for name in ("question", "question_text", "data", "answers", "instructions")]
    return "\n".join(words for text in kept if text for words in _strings(text))


def _strings(text: str) -> list[str]:
    try:
        value = json.loads(text)
    except ValueError:
        return [text]
    found: list[str] = []
    waiting = [value]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, str) and " " in part.strip():
            found.append(part)
        elif isinstance(part, dict):
            waiting += list(part.values())
        elif isinstance(part, list):
            waiting += part
    return found
