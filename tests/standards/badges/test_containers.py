"""Pictures and papers that carry a credential: exactly one, or none is taken."""

from __future__ import annotations

import time
import zlib

import pytest

from tequio_standards.badges import bake_png, bake_svg, check_credential, extract
from tequio_standards.badges.extract import jwt_in
from tequio_standards.strict import StrictError
from tequio_standards.vc import CredentialError
from tests.standards.badges.attacks import odd_document
from tests.standards.badges.carriers import PNG, SVG, chunk, pdf
from tests.standards.badges.world import NOW, to_bytes, trust, world
from tests.standards.vc import outside

DATA = world().data
HOSTILE = to_bytes(odd_document("Zoë ]]> <b>&amp; \u0085\u2028 😀 \ufffe"))


def refused(data: bytes) -> str:
    with pytest.raises((CredentialError, StrictError)) as error:
        extract(data)
    return error.value.code


@pytest.mark.parametrize("credential", [DATA, HOSTILE])
@pytest.mark.parametrize(
    "baked",
    [lambda data: bake_png(PNG, data), lambda data: bake_svg(SVG, data), lambda data: pdf(("c.json", data))],
)
def test_what_goes_in_comes_out_and_verifies(baked, credential):
    report = check_credential(baked(credential), trust=trust(), at=NOW)
    assert report.exit_code == 0, report.deciding


def test_baking_again_replaces_what_was_there():
    assert extract(bake_png(bake_png(PNG, b"{}"), DATA)) == DATA
    assert extract(bake_svg(bake_svg(SVG, b"{}"), DATA)) == DATA


@pytest.mark.parametrize("kind", [b"iTXt", b"tEXt", b"zTXt"])
def test_two_credentials_in_one_png_are_ambiguous(kind):
    second = chunk(kind, b"openbadgecredential\0\0\0\0\0{}")
    assert (
        refused(bake_png(PNG, DATA).replace(chunk(b"IEND", b""), second + chunk(b"IEND", b"")))
        == "ambiguous_container"
    )


def test_two_credentials_in_one_svg_are_ambiguous():
    one = bake_svg(SVG, DATA)
    element = b'<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">{}</openbadges:credential>'
    assert refused(one.replace(b"</svg>", b"<g>" + element + b"</g></svg>")) == "ambiguous_container"


def test_a_credential_in_two_forms_is_ambiguous():
    assert (
        refused(
            bake_svg(SVG, DATA).replace(b"<openbadges:credential", b'<openbadges:credential verify="eyJ"', 1)
        )
        == "ambiguous_container"
    )


def test_two_credentials_in_one_pdf_are_ambiguous():
    assert refused(pdf(("a.json", DATA), ("b.json", DATA))) == "ambiguous_container"
    assert refused(pdf(("a.json", DATA), ("b.txt", b" \n{}"))) == "ambiguous_container"
    assert refused(pdf(("a.json", DATA), ("b.txt", b"eyJhbGciOiJub25lIn0.e30."))) == "ambiguous_container"


def test_other_attachments_do_no_harm():
    assert extract(pdf(("a.json", DATA), ("notes.txt", b"hello"), ("logo.png", PNG))) == DATA


@pytest.mark.parametrize("data", [PNG, SVG, pdf(), pdf(("a.txt", b"hello"))])
def test_without_a_credential_it_says_so(data):
    assert refused(data) == "no_credential"


@pytest.mark.parametrize(
    "wrap", [lambda jwt: jwt, lambda jwt: bake_png(PNG, jwt), lambda jwt: bake_svg(SVG, jwt)]
)
def test_a_jwt_is_found_in_every_container(wrap):
    jwt = b"eyJhbGciOiJFUzI1NiJ9.e30.x"
    assert jwt_in(extract(wrap(jwt))) == jwt.decode()


def test_json_is_no_jwt_and_a_jwt_that_hides_something_is_named_as_such():
    assert jwt_in(DATA) is None
    for jwt in (b"eyJ.e30.x~eyJ", b"eyJ.a.b.c.d"):
        with pytest.raises(CredentialError) as error:
            jwt_in(jwt)
        assert error.value.code == "jwt_not_checked"


@pytest.mark.parametrize(
    "data",
    [
        PNG[:-5],
        PNG[:20],
        PNG.replace(b"IDAT", b"IDAX"),
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 12,
        PNG[:33] + chunk(b"iTXt", b"openbadgecredential\0\0\0") + PNG[33:],
        PNG[:33] + chunk(b"tEXt", b"openbadgecredential\0{}") + PNG[33:],
        PNG[:33] + chunk(b"iTXt", b"openbadgecredential\0\1\0\0\0notzlib") + PNG[33:],
        b"<svg",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n" + b"x" * 5_000,
        pdf(("c.json", DATA))[:-300],
    ],
)
def test_damaged_containers_are_refused(data):
    assert refused(data) in {"malformed", "no_credential"}


def test_a_packed_credential_in_a_png_is_read_up_to_a_limit():
    head = b"openbadgecredential\0\1\0\0\0"
    assert extract(PNG[:33] + chunk(b"iTXt", head + zlib.compress(DATA)) + PNG[33:]) == DATA
    assert (
        refused(PNG[:33] + chunk(b"iTXt", head + zlib.compress(bytes(2_000_000))) + PNG[33:]) == "too_large"
    )


def test_an_svg_with_entities_is_not_opened():
    assert refused(b'<!DOCTYPE svg [<!ENTITY x "y">]>' + SVG) == "unsafe"


def test_containers_have_a_limit():
    assert refused(PNG + b"\0" * 5_000_000) == "too_large"


def test_a_mojibake_credential_does_not_verify():
    twisted = DATA.decode("utf-8").encode("utf-8").decode("latin-1").encode("utf-8")
    assert check_credential(bake_png(PNG, twisted), trust=trust(), at=NOW).exit_code == 1


@pytest.mark.outside
@pytest.mark.parametrize("name", ["simple-json.png", "simple-json.svg"])
def test_the_published_baked_badges_are_read(name):
    import json

    found = json.loads(extract(outside.path("1edtech", "ob30", name).read_bytes()))
    assert found["type"] == ["VerifiableCredential", "OpenBadgeCredential"]


@pytest.mark.outside
@pytest.mark.parametrize("name", ["simple-jwt.png", "simple-jwt.svg", "simple.jwt"])
def test_the_published_jwt_badges_are_recognised(name):
    jwt = jwt_in(extract(outside.path("1edtech", "ob30", name).read_bytes()))
    assert jwt is not None
    assert jwt.count(".") == 2


def hand_made(*objects: bytes, same: int = 0) -> bytes:
    """A PDF of these objects; the last one is listed under `same` more numbers."""
    out, places = b"%PDF-1.7\n", []
    for num, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (num, body)
    places += places[-1:] * same
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    end = b"trailer << /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(out))
    return out + head + table + end


def packed_attachments(count: int, size: int) -> bytes:
    packed = zlib.compress(bytes(size), 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%b\nendstream" % (len(packed), packed)
    pairs = ((b"<< /EF << /F %d 0 R >> >>" % (2 * n + 3), stream) for n in range(count))
    return hand_made(b"<< /Type /Catalog >>", *(part for pair in pairs for part in pair))


@pytest.mark.parametrize(
    "data",
    [
        packed_attachments(3, 70_000_000),
        packed_attachments(60, 3_900_000),
        hand_made(b"<< /Type /Catalog >>", b"[%b]" % (b"1 " * 20_000), same=19_000),
    ],
    ids=["large parts", "many parts", "one part under many numbers"],
)
def test_a_pdf_that_blows_up_is_refused_in_time(data):
    began = time.perf_counter()
    assert refused(data) == "too_complex"
    assert time.perf_counter() - began < 3
