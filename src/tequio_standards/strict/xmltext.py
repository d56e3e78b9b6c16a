"""XML read without entities, network or DTD, and no deeper than said."""

import re

from lxml import etree

from tequio_standards.strict.errors import Malformed, TooDeep, TooLarge, Unsafe

# Only what stands before the root element: a CDATA section may well quote a page with its DOCTYPE.
_DOCTYPE = re.compile(
    rb"(?:[\xef\xbb\xbf\xfe\xff\s]|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE[^>\[]*(?P<declares>\[)?",
    re.IGNORECASE | re.DOTALL,
)


def open_xml(
    data: bytes, *, max_bytes: int = 4_000_000, max_depth: int = 100, allow_doctype: bool = False
) -> etree._Element:
    """The root element; a StrictError for a DOCTYPE, an entity, too many bytes or levels, or broken markup.

    `allow_doctype` lets a bare `<!DOCTYPE …>` pass (drawing programs write it), never one that declares something.
    """
    if len(data) > max_bytes:
        raise TooLarge(f"The text has {len(data)} bytes; at most {max_bytes} are read.")
    found = _DOCTYPE.match(data.replace(b"\0", b""))  # UTF-16 writes every other byte as NUL
    if found and (not allow_doctype or found["declares"]):
        raise Unsafe("A document type (DOCTYPE, ENTITY) is not allowed.")
    root = _parse(data)
    if root.getroottree().docinfo.internalDTD is not None and not found:  # in an encoding not read above
        raise Unsafe("A document type (DOCTYPE, ENTITY) is not allowed.")
    _refuse_depth(root, max_depth)
    return root


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise Malformed(f"Not XML: {cause}.") from cause


def _refuse_depth(root: etree._Element, max_depth: int) -> None:
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > max_depth:
            raise TooDeep(f"Nested deeper than {max_depth} levels.")
        level = [child for element in level for child in element]
