"""The paper: both sizes and languages, whatever the name; the signed document inside, once, byte for byte."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tequio.credentials import api
from tequio.credentials.names import breakable, printable, signable
from tequio.credentials.printed.drawing import DYES, band_svg, seal_svg
from tequio.credentials.printed.page import print_certificate
from tequio.credentials.printed.prose import bullets, hours_words
from tequio.credentials.printed.sheet import Order
from tequio.credentials.values import CredentialId
from tequio_standards.badges import Outcome
from tests.credentials.samples import NOON, view

HOSTILE = [
    "\"quotes\" and 'others'",
    '#panic("x") $x^2$ @ref <label> //c /*d*/ \\ \\u{41} #import',
    "]]] ) } ] #eval",
    "شيرين عبد الله",
    "עדן לוי",
    "Ana 😀👩🏽‍🚀",
    "李小龙",
    "a\u202eb\u0000c\u0085d\u2028e",
    "María de los Ángeles " * 14,
    "W" * 300,
]


def printed(name: str, *, size: str = "a4", language: str = "es", document: bytes = b"{}") -> PdfReader:
    with translation.override(language):
        order = Order(
            view=view(learner_name=signable(name)),
            size=size,
            language=language,
            address="https://hub.example.org/c/7K3MPQ2RX4TB",
        )
    return PdfReader(io.BytesIO(print_certificate(order, document=document)))


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_breaks_the_sheet_or_leaves_it(name):
    reader = printed(name)

    assert len(reader.pages) == 2
    assert "Seguridad digital y datos personales" in text_of(reader)


def test_a_name_is_text_and_never_source():
    said = text_of(printed('#panic("x") $x$ #text(red)[y]'))

    assert '#panic("x")' in said.replace("\n", " ").replace("“", '"').replace("”", '"')


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_any_text_can_be_a_name(name):
    assert printed(name)


@pytest.mark.parametrize("size", ["a4", "a5"])
@pytest.mark.parametrize(("language", "word"), [("es", "Certificado"), ("en", "Certificate")])
def test_each_size_has_a_face_and_a_back_in_each_language(size, language, word):
    reader = printed("Rosa Méndez", size=size, language=language)

    assert len(reader.pages) == 2
    assert word in reader.pages[0].extract_text()
    assert reader.trailer["/Root"]["/Lang"].startswith(language)


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_a_demo_says_so_on_both_sides(size):
    assert all("DEMO" in page.extract_text() for page in printed("Rosa", size=size).pages)


@pytest.mark.parametrize(
    "name", ["Maximiliano Alejandro Covarrubias-Etxeberria Tlatelpa Xochihua", "شيرين عبد الله الحسيني"]
)
@pytest.mark.parametrize("size", ["a4", "a5"])
def test_the_face_has_all_that_one_asks_whatever_the_name(size, name):
    face = printed(name, size=size).pages[0].extract_text()

    for said in ("Nodo Anáhuac", "certifica que", "Seguridad digital", "L1 · Practicado", "7K3M-PQ2R-X4TB"):
        assert said in face
    assert "LO QUE NO SIGNIFICA" in face


def test_the_large_paper_lies_across_and_the_small_one_stands():
    across, upright = (printed("Rosa", size=size).pages[0].mediabox for size in ("a4", "a5"))

    assert (round(across.width), round(across.height)) == (842, 595)
    assert (round(upright.width), round(upright.height)) == (420, 595)


@pytest.mark.django_db
def test_paper_printed_after_revoking_says_so(earned, cast):
    api.revoke(credential=earned.id, reason="Wrong name.", by=cast.actor("ernesto"), now=NOON)

    reader = PdfReader(io.BytesIO(api.pdf(earned.id, language="en")))
    assert "REVOKED on" in text_of(reader)


def test_it_is_tagged_and_archival():
    root = printed("Rosa").trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>3</pdfaid:part>" in metadata
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


@pytest.mark.django_db
@pytest.mark.parametrize("size", ["a4", "a5"])
def test_exactly_one_attachment_and_it_is_the_signed_document(earned, size):
    reader = PdfReader(io.BytesIO(api.pdf(earned.id, language="en", size=size)))

    (attached,) = reader.attachment_list
    assert attached.name == "credential.json"
    assert attached.content == api.document(earned.id)


@pytest.mark.django_db
def test_the_paper_verifies_like_the_document(earned):
    report = api.verify(api.pdf(earned.code, language="es"), now=NOON + timedelta(minutes=1))

    assert report.outcome is Outcome.OK


def test_signable_names_keep_what_people_write_and_drop_what_deceives():
    assert signable("  José\u0301  Pérez\n") == "José\u0301 Pérez".replace("e\u0301", "é")
    assert signable("Ana\u202eNoel") == "AnaNoel"
    assert signable("می‌خواهم") == "می‌خواهم"  # the joiner inside Persian words stays
    assert len(signable("x" * 900)) == 300


def test_printable_shows_a_box_for_what_no_font_has():
    assert printable("Ana 李 “ñ”") == "Ana ▯ “ñ”"


def test_only_very_long_words_may_be_broken():
    assert breakable("María Hernández") == "María Hernández"
    assert breakable("W" * 40).replace("\u200b", "") == "W" * 40


def test_the_cloth_is_the_courses_and_the_seal_is_the_certificates():
    one, other = view(), view(id=CredentialId(UUID(int=7)))

    assert band_svg(one) == band_svg(other)
    assert seal_svg(one) != seal_svg(other)
    assert band_svg(one) != band_svg(view(course_key="rain-water"))


@pytest.mark.parametrize("size", ["a4", "a5"])
def test_the_paper_is_light_enough_for_a_slow_line(size):
    order = Order(view=view(), size=size, language="es", address="https://hub.example.org/c/7K3MPQ2RX4TB")

    assert len(print_certificate(order, document=b"{}")) < 80_000


def test_paper_and_page_are_dyed_alike():
    css = (Path(__file__).resolve().parents[2] / "src/tequio/web/static/tequio.css").read_text("utf-8")
    daylight = css.partition("@media")[0]

    for dye, colour in DYES.items():
        name = "cotton" if dye == "o" else f"dye-{dye}"
        assert f"--{name}: {colour};" in daylight


@pytest.mark.parametrize(
    ("markdown", "points"),
    [
        ("- one\n- **two** words", ("one", "two words")),
        ("plain\ntext\n\nanother", ("plain text", "another")),
        ("1. a [link](http://x)\n   goes on\n2. b", ("a link goes on", "b")),
        ("", ()),
    ],
)
def test_markdown_lists_become_plain_points(markdown, points):
    assert bullets(markdown) == points


def test_hours_are_said():
    with translation.override("en"):
        assert hours_words("PT1H") == "1 hour of learning"
        assert hours_words("PT2H30M") == "2 hours of learning 30 minutes"
        assert hours_words("P3W") == "P3W"
