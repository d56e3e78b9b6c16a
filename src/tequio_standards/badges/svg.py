"""Baked SVG (OB 3.0 §5.3.2): the credential as the text of one `openbadges:credential` element."""

import re
from typing import Final

from lxml import etree

from tequio_standards.strict import open_xml
from tequio_standards.vc import CredentialError

NAMESPACE: Final = "https://purl.imsglobal.org/ob/v3p0"
_TAG: Final = f"{{{NAMESPACE}}}credential"
_NOT_IN_CDATA = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|(?<=]])>")


def bake_svg(image: bytes, credential: bytes) -> bytes:
    """`image` with `credential` inside, in the place of any it had."""
    root = _open(image)
    for old in root.findall(f".//{_TAG}"):
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    element = etree.Element(_TAG, nsmap={"openbadges": NAMESPACE})
    element.text = etree.CDATA(_NOT_IN_CDATA.sub(_as_json_escape, credential.decode("utf-8")))
    root.insert(0, element)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def extract_svg(image: bytes) -> bytes:
    """The one credential in an SVG."""
    found = _open(image).findall(f".//{_TAG}")
    if not found:
        raise CredentialError("no_credential", "The picture carries no credential.")
    if len(found) > 1:
        raise CredentialError("ambiguous_container", "The picture carries more than one credential.")
    jwt, text = found[0].get("verify"), (found[0].text or "").strip()
    if jwt and text:
        raise CredentialError("ambiguous_container", "The picture carries a credential in two forms.")
    return (jwt or text).encode("utf-8")


def _open(image: bytes) -> etree._Element:
    return open_xml(image, max_bytes=5_000_000, allow_doctype=True)


def _as_json_escape(found: re.Match[str]) -> str:
    """These stand in JSON only inside a text, where an escape means the same."""
    return f"\\u{ord(found[0]):04x}"
