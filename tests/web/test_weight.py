"""What a learner pays: bytes on the wire, requests, no fonts. Budgets of STYLE 37; headers are counted too."""

import re
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.web.learn.pages_of import COURSE

pytestmark = pytest.mark.django_db
KIB = 1024
HEADERS = 600  # bytes of answer headers, rounded up from what Granian sends
PAGES = (
    "/es/",
    "/es/courses/",
    COURSE,
    f"{COURSE}modules/spot-fraud/",
    f"{COURSE}modules/spot-fraud/signs/",
    f"{COURSE}modules/spot-fraud/practice/",
)


def assets_of(html: str) -> list[str]:
    """Everything that the page makes the browser fetch."""
    tags = re.findall(r"<(?:link|script|img|source)\b[^>]*>", html)
    return sorted({found for tag in tags for found in re.findall(r'(?:href|src)="(/[^"]+)"', tag)})


def size_of(asset: str) -> int:
    """As WhiteNoise sends it: the .br beside it when there is one."""
    name = asset.removeprefix("/static/")
    path = finders.find(f"{name}.br") or finders.find(name)
    assert path, f"{asset} is not there"
    with Path(path).open("rb") as file:
        return len(file.read())


def cold(address: str) -> tuple[int, list[str], int]:
    answer = Client(headers={"accept-encoding": "br"}).get(address)
    assert answer.status_code == 200
    html = brotli.decompress(answer.content).decode()
    assets = assets_of(html)
    bytes_ = len(answer.content) + sum(size_of(asset) for asset in assets) + HEADERS * (1 + len(assets))
    return bytes_, assets, len(answer.content)


@pytest.mark.parametrize("address", PAGES)
def test_a_cold_page_stays_within_the_budget(course, address):
    bytes_, assets, html = cold(address)
    assert bytes_ <= 20 * KIB
    assert html <= 14 * KIB
    assert 1 + len(assets) <= 4
    assert not [asset for asset in assets if asset.endswith((".woff", ".woff2", ".ttf"))]


def test_the_check_itself_is_light_too(learner):
    page = learner.get(learner.post(f"{COURSE}check/")["Location"])
    assert len(brotli.compress(page.content, quality=5)) <= 14 * KIB
    assert 1 + len(assets_of(page.content.decode())) <= 4


def test_the_script_keeps_its_own_budget(course):
    from tequio.web.assets import address

    built = re.findall(r"/static/built/app\.\w+\.js", address("app.js"))
    assert all(size_of(found) <= 5 * KIB for found in built)
