"""Foreign HTML becomes a fragment of ours: cleaned, headed from h2, pictures from the archive or told of."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

import nh3
from lxml import etree, html

from tequio.learning.content.markdown import PICTURE_SCHEME
from tequio.learning.content.pictures import MAX_BYTES, Picture, read_picture

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

TAGS = {
    *(
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "code",
        "dd",
        "del",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
    ),
    *(
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
    ),
    *("strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"),
}
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
# What plays elsewhere is never embedded (no request leaves a learner's page); it becomes a link that says so.
EMBEDS = ("iframe", "embed", "object", "video", "audio", "form")
DROPPED = ("script", "style", "link", "meta", "noscript", "template", "svg", "math")


@dataclass(slots=True)
class Cleaning:
    """One page on its way in: looks pictures up in `files`, gathers them and what has to be told."""

    files: Mapping[str, bytes]
    outside: Callable[[str], str]
    pictures: dict[str, Picture] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def fragment(self, text: str) -> str:
        """The cleaned fragment; `outside` words the link that stands in for what plays elsewhere."""
        root = html.fragment_fromstring(text or " ", create_parent="div")
        for node in list(root.iter()):
            self._one(node)
        _head_from_h2(root)
        _lists_in_items(root)
        inner = (root.text or "") + "".join(
            etree.tostring(child, encoding="unicode", method="html") for child in root
        )
        return nh3.clean(
            inner, tags=TAGS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel", "sha256"}
        ).strip()

    def _one(self, node: _Element) -> None:
        if not isinstance(node.tag, str):
            return
        if node.tag in DROPPED:
            self._drop(node)
        elif node.tag in EMBEDS:
            self._embed(node)
        elif node.tag == "img":
            self._picture(node)
        elif node.tag == "a":
            self._link(node)

    def _drop(self, node: _Element) -> None:
        if node.tag in ("script", "svg", "math"):
            self.remarks.append(f"Embedded code ({node.tag}) was left out.")
        _replace(node, None)

    def _embed(self, node: _Element) -> None:
        inner = node.find(".//source")
        address = node.get("src") or node.get("data") or (inner.get("src") if inner is not None else "") or ""
        self.remarks.append(
            f"Embedded content ({node.tag}) became a link: {address or 'without an address'}."
        )
        _replace(node, self._outside_link(address))

    def _outside_link(self, address: str) -> _Element | None:
        if not address.startswith(("http://", "https://", "//")):
            return None
        paragraph = etree.Element("p")
        link = etree.SubElement(
            paragraph, "a", href="https:" + address if address.startswith("//") else address
        )
        link.text = self.outside(_split(link.get("href", "")).hostname or address)
        return paragraph

    def _picture(self, node: _Element) -> None:
        address = node.get("src", "")
        picture = self._find(address)
        if picture is None:
            self.remarks.append(
                f"The picture {address[:120]} is not in the archive; its description is kept."
            )
            _replace(node, _description(node))
            return
        digest = self.keep(picture)
        alt = node.get("alt") or ""
        if not alt.strip():
            self.remarks.append(f"The picture {address[:120]} has no description.")
        node.attrib.clear()
        kept = {"src": PICTURE_SCHEME + digest, "alt": alt, "loading": "lazy"}
        kept |= {"width": str(picture.width), "height": str(picture.height)}
        for name, value in kept.items():
            node.set(name, value)

    def keep(self, picture: Picture) -> str:
        """Remember `picture` by its digest."""
        digest = hashlib.sha256(picture.data).hexdigest()
        self.pictures[digest] = picture
        return digest

    def _find(self, address: str) -> Picture | None:
        name = unquote(_split(address).path).split("/")[-1]
        for candidate in (name, name.replace(" ", "_"), name.split("@")[-1]):
            data = self.files.get(candidate)
            if data is not None and len(data) <= MAX_BYTES:
                return read_picture(data)
        return None

    def _link(self, node: _Element) -> None:
        address = (node.get("href") or "").strip()
        if address and not address.startswith(("http://", "https://", "mailto:", "tel:")):
            self.remarks.append(
                f"The link to {address[:120]} leads nowhere outside the old platform; its words are kept."
            )
            del node.attrib["href"]


def _split(address: str) -> SplitResult:
    """The parts of an address; none when it only looks like one, as `http://[x` does."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _description(node: _Element) -> _Element | None:
    words = (node.get("alt") or "").strip()
    if not words:
        return None
    kept = etree.Element("em")
    kept.text = words
    return kept


def _replace(node: _Element, other: _Element | None) -> None:
    """Put `other` (or nothing) where `node` stood; the text after it stays."""
    parent = node.getparent()
    if parent is None:
        return
    tail, node.tail = node.tail, None
    at = parent.index(node)
    parent.remove(node)
    if other is not None:
        other.tail = tail
        parent.insert(at, other)
    elif at == 0:
        parent.text = (parent.text or "") + (tail or "")
    else:
        parent[at - 1].tail = (parent[at - 1].tail or "") + (tail or "")


def _head_from_h2(root: _Element) -> None:
    """Whatever levels were used, the fragment's headings start at h2 and skip none."""
    heads = list(root.iter("h1", "h2", "h3", "h4", "h5", "h6"))
    used = sorted({str(node.tag) for node in heads})
    for node in heads:
        node.tag = f"h{min(2 + used.index(str(node.tag)), 6)}"


def _lists_in_items(root: _Element) -> None:
    """A list directly inside a list belongs to the item before it; browsers guess, screen readers miscount."""
    for inner in [node for node in root.iter("ol", "ul") if _tag_above(node) in ("ol", "ul")]:
        before = inner.getprevious()
        if before is None or before.tag != "li":
            before = etree.Element("li")
            inner.addprevious(before)
        inner.tail = None
        before.append(inner)


def _tag_above(node: _Element) -> str:
    parent = node.getparent()
    return "" if parent is None else str(parent.tag)
