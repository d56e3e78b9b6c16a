"""XML from strangers."""

from __future__ import annotations

import time

import pytest

from tequio_standards.strict import Malformed, TooDeep, TooLarge, Unsafe, open_xml

LAUGHS = (
    b'<!DOCTYPE l [<!ENTITY a "haha">'
    + b"".join(
        b'<!ENTITY a%d "%s">' % (num, b"&a%d;" % (num - 1) * 10 if num else b"&a;" * 10) for num in range(12)
    )
    + b"]>"
)


@pytest.mark.parametrize(
    "data",
    [
        LAUGHS + b"<x>&a11;</x>",
        LAUGHS + b'<x y="&a11;"/>',
        b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>',
        b'<!DOCTYPE x SYSTEM "http://evil.example/x.dtd"><x/>',
        b'<?xml version="1.0"?>\n<!-- <x> -->\n<!doctype x><x/>',
        '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16"),
    ],
)
def test_document_types_are_refused_quickly(data):
    begun = time.process_time()
    with pytest.raises((Unsafe, Malformed)):
        open_xml(data)
    assert time.process_time() - begun < 0.5


def test_a_doctype_quoted_in_cdata_is_only_text():
    assert open_xml(b"<x><![CDATA[<!DOCTYPE html>]]></x>").text == "<!DOCTYPE html>"


def test_an_unknown_entity_is_refused():
    with pytest.raises(Malformed):
        open_xml(b"<x>&nbsp;</x>")


@pytest.mark.parametrize("data", [b"", b"<x>", b"text", b"<x/><y/>", b"\x00", b"<x>\x00</x>"])
def test_what_is_not_xml_is_refused(data):
    with pytest.raises(Malformed):
        open_xml(data)


def test_depth_is_limited_exactly():
    assert open_xml(b"<x>" * 100 + b"</x>" * 100).tag == "x"
    with pytest.raises(TooDeep):
        open_xml(b"<x>" * 101 + b"</x>" * 101)
    with pytest.raises((TooDeep, Malformed)):
        open_xml(b"<x>" * 100_000 + b"</x>" * 100_000)


def test_size_is_limited():
    with pytest.raises(TooLarge):
        open_xml(b"<x>" + b" " * 5_000_000 + b"</x>")


def test_utf16_without_a_document_type_is_read():
    assert open_xml('<?xml version="1.0" encoding="utf-16"?><x>é</x>'.encode("utf-16")).text == "é"
