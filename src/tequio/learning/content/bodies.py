"""Reads the Markdown and the pictures that lie in a module's folder."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tequio.learning.content import markdown
from tequio.learning.content.fields import SLUG
from tequio.learning.content.module_file import WITH_ITEMS
from tequio.learning.content.pictures import MAX_BYTES, Picture, read_picture
from tequio.learning.content.yamltext import read_text
from tequio.learning.values import Blob

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tequio.learning.content.module_file import ModuleFile, StepLine
    from tequio.learning.content.problems import Problems

HTML = "text/html; charset=utf-8"


@dataclass(slots=True)
class Bodies:
    """One module's folder while it is read: the blobs it gives and the files that were used."""

    folder: Path
    place: str  # the folder's path inside the course
    languages: Sequence[str]
    problems: Problems
    blobs: dict[str, Blob] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def read(self, step: StepLine, module: ModuleFile) -> tuple[dict[str, str], tuple[str, ...]]:
        """The step's body by language (digests), and the digests of the pictures it shows."""
        if not SLUG.fullmatch(step.info.key):  # told already; such a key could name a file elsewhere
            return {}, ()
        names = {language: f"{step.info.key}.{language}.md" for language in self.languages}
        there = {language: name for language, name in names.items() if (self.folder / name).is_file()}
        if there or step.info.kind not in WITH_ITEMS:
            for language in names.keys() - there.keys():
                self.problems.add(
                    module.file, step.line, "missing-file", path=f"{self.place}/{names[language]}"
                )
        shown: dict[str, Picture] = {}
        body = {language: self._fragment(name, shown) for language, name in there.items()}
        return body, tuple(sorted(shown))

    def _fragment(self, name: str, shown: dict[str, Picture]) -> str:
        """The digest of the fragment that one Markdown file becomes."""
        self.used.add(name)
        file = f"{self.place}/{name}"
        text = read_text(self.folder / name, file, self.problems)
        if text is not None and not text.strip():
            self.problems.add(file, 1, "empty")
        reading = markdown.Pass(self._find, shown=shown)
        html = markdown.render(text or "", reading)
        for notice in reading.notices:
            self.problems.add(file, notice.line + 1, notice.code, **dict(notice.values))
        return self._keep(Blob(html.encode(), HTML))

    def _find(self, path: str) -> tuple[str, Picture] | str:
        """The picture at `path` with its digest, or the code of what is wrong with it."""
        if "://" in path or path.startswith("//"):
            return "picture-web"
        if "/" in path or "\\" in path or path.startswith("."):
            return "picture-out"
        found = self.folder / path
        if not found.is_file():
            return "picture-missing"
        self.used.add(path)
        picture = read_picture(found.read_bytes()) if found.stat().st_size <= MAX_BYTES else None
        if picture is None:
            return "picture-kind"
        return self._keep(Blob(picture.data, picture.media_type)), picture

    def _keep(self, blob: Blob) -> str:
        digest = hashlib.sha256(blob.data).hexdigest()
        self.blobs[digest] = blob
        return digest

    def report_unused(self) -> None:
        """Every file of the folder that no step reads."""
        for path in sorted(self.folder.iterdir()):
            if path.name not in self.used and path.name != "module.yaml" and not path.name.startswith("."):
                self.problems.add(
                    f"{self.place}/{path.name}", 1, *_unused(path), path=path.name, text=_stem(path)
                )


def _unused(path: Path) -> tuple[str]:
    if path.suffix == ".md":
        return ("orphan-body",)
    return (
        ("orphan-picture",) if path.suffix in (".png", ".jpg", ".jpeg", ".webp", ".gif") else ("stray-file",)
    )


def _stem(path: Path) -> str:
    return path.name.split(".")[0] if path.suffix == ".md" else path.name
