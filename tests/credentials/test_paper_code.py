"""The code on paper: as large as a cheap phone can read, else the short link; and it is read off bad pictures."""

from __future__ import annotations

import io
import random

import pytest
import segno

from tequio.credentials import api, awarding, printing
from tequio.credentials.bundles import api as bundles
from tequio.credentials.printed.drawing import MOST_VERSION, paper_qr_svg
from tequio.credentials.printed.sheet import Order, sheet
from tequio_standards import badges
from tests.credentials.samples import NOON, view

Image = pytest.importorskip("PIL.Image", reason="pillow draws the pictures (pip install --group dev)")
ImageFilter = pytest.importorskip("PIL.ImageFilter")
zxing = pytest.importorskip("zxingcpp", reason="zxing-cpp reads them (pip install --group dev)")

PAGE = "https://hub.example.org/es/verify/offline/"
LONG_PAGE = "https://certificados.universidad-abierta.example.mx/es/verify/offline/"
LONG_NAME = 50
NAMES = {
    "short": "Ana Ruiz",
    "usual": "María Fernanda Hernández Ixtlilxóchitl",
    "long": "Maximiliano Alejandro Covarrubias-Etxeberria Tlatelpa Xochihua",
    "right to left": "شيرين عبد الله الحسيني",
    "four bytes": "李小龙 😀 𝒜na",
    "quotes": 'Ana "la Jefa" O\'Neill \\ <b>',
}


@pytest.fixture
def code_of(passed):
    """The code of a certificate in a name."""
    return lambda name: bundles.paper_code(awarding.award(attempt=passed(learner_name=name), now=NOON))


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
@pytest.mark.parametrize("page", [PAGE, LONG_PAGE], ids=["short address", "long address"])
def test_the_whole_certificate_fits_a_code_of_version_12(code_of, name, page):
    code = code_of(name)
    if page == LONG_PAGE and len(name) > LONG_NAME:
        assert paper_qr_svg(page, code) == ""  # 64 bytes of host and 62 of name: the short link, as below
        return
    smallest = segno.make(badges.qr_segments(page, code), error="m", boost_error=False, micro=False)

    assert smallest.version <= MOST_VERSION
    assert paper_qr_svg(page, code)


@pytest.mark.django_db
def test_a_name_of_three_hundred_letters_is_too_much_and_the_short_link_stands_alone(code_of):
    """300 letters of two bytes take 600 of the 287 bytes that version 12-M holds; finer modules would not be read."""
    order = Order(
        view=view(),
        size="a4",
        language="es",
        address="https://h.example/c/X",
        page=PAGE,
        code=code_of("Ñ" * 300),
    )
    said = sheet(order)

    assert not said["qr_whole"]
    assert "https://h.example/c/X" in said["qr_says"]


def picture(code: str, *, modules_px: int = 6):
    drawn = segno.make(badges.qr_segments(PAGE, code), error="m", version=MOST_VERSION, boost_error=False)
    out = io.BytesIO()
    drawn.save(out, kind="png", scale=modules_px, border=4)
    return Image.open(io.BytesIO(out.getvalue())).convert("L")


def noisy(image, much=40):
    """Seeded, so that a failure can be had again."""
    dice = random.Random(7)
    shaken = bytes(min(255, max(0, round(each + dice.gauss(0, much)))) for each in image.tobytes())
    return Image.frombytes("L", image.size, shaken)


DEGRADED = {
    "as drawn": lambda image: image,
    "blurred": lambda image: image.filter(ImageFilter.GaussianBlur(2.4)),
    "noisy": noisy,
    "black and white": lambda image: image.filter(ImageFilter.GaussianBlur(1.8)).point(
        lambda each: 255 if each > 150 else 0
    ),
    "turned by two degrees": lambda image: image.rotate(
        2, expand=True, fillcolor=255, resample=Image.BILINEAR
    ),
    "small": lambda image: image.resize([side // 2 for side in image.size], Image.BILINEAR),
    "dim": lambda image: image.point(lambda each: 70 + each // 4),
    "all of it": lambda image: noisy(
        image.filter(ImageFilter.GaussianBlur(1.2)).rotate(
            -2, expand=True, fillcolor=255, resample=Image.BILINEAR
        ),
        much=25,
    ),
}


@pytest.mark.django_db
@pytest.mark.parametrize("degrade", DEGRADED.values(), ids=DEGRADED)
def test_the_code_is_read_off_bad_pictures(code_of, degrade):
    code = code_of(NAMES["usual"])

    (found,) = zxing.read_barcodes(degrade(picture(code)))
    assert found.text == PAGE + code


@pytest.mark.django_db
def test_the_printed_sheet_carries_it_with_the_page_in_its_own_language(earned, monkeypatch):
    orders = []
    monkeypatch.setattr(printing, "print_certificate", lambda order, *, document: orders.append(order) or b"")
    api.pdf(earned.id, language="en")

    (order,) = orders
    assert (order.page, order.code) == (PAGE.replace("/es/", "/en/"), bundles.paper_code(earned.id))
    assert sheet(order)["qr_whole"]
