"""The officer's pages for results from elsewhere: nothing is written before the preview is confirmed."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tequio.credentials.models import Batch, Credential
from tequio.kit import jobs, work
from tests.cast import EVERYBODY

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
SAID = {
    "platform": "Campus Obra",
    "title": "Lectura de planos",
    "summary": "Lee planos de obra.",
    "outcomes": "Lee un plano.\nMide a escala.",
    "hours": "20",
    "language": "es",
}
GOOD = 'name,finished,score,of\nAna Pool Uc,2026-03-31,18,20\n"Pech, José",2026-03-30,,\n'


def bring(house, text=GOOD, name="ernesto", **changes):
    file = SimpleUploadedFile("resultados.csv", text.encode())
    return house.browser(name).post("/es/govern/batches/new/", SAID | changes | {"file": file})


def test_the_preview_shows_the_first_rows_and_writes_nothing(house):
    page = house.browser("ernesto").get(bring(house)["Location"]).context["page"]
    assert (page.rows, [row.name for row in page.first]) == (2, ["Ana Pool Uc", "Pech, José"])
    assert not Batch.objects.exists()


def test_confirming_issues_it_as_long_work(house):
    browser = house.browser("ernesto")
    asked = browser.post(bring(house)["Location"])
    assert "/operate/work/" in asked["Location"]
    jobs.run_waiting()
    text = browser.get(asked["Location"]).content.decode()
    assert "/es/govern/batches/" in text
    (line,) = browser.get("/es/govern/batches/").context["page"].batches
    assert (line.title, line.rows, line.by) == ("Lectura de planos", 2, "Ernesto Palma")
    codes = b"".join(browser.get(line.codes).streaming_content).decode("utf-8-sig").splitlines()
    assert Credential.objects.filter(award__batch__isnull=False, code=codes[1].split(",")[0]).exists()


def test_each_line_that_is_wrong_is_said(house):
    browser = house.browser("ernesto")
    where = bring(house, "name,finished\n,2026-01-01\nAna,x\n")["Location"]
    assert [one.line for one in browser.get(where).context["page"].problems] == [2, 3]
    assert browser.post(where).status_code == 400
    assert not work.Work.objects.exists()


def test_the_same_file_twice_is_said_before_anybody_confirms(house):
    browser = house.browser("ernesto")
    browser.post(bring(house)["Location"])
    jobs.run_waiting()
    assert browser.get(bring(house)["Location"]).context["page"].trouble


def test_a_form_with_gaps_says_which(house):
    text = house.browser("ernesto").post("/es/govern/batches/new/", {}).content.decode()
    for name in ("file", *SAID):
        assert f'href="#id_{name}"' in text, name
    assert bring(house, hours="mil").status_code == 400


def test_nobody_types_a_level(house):
    text = house.browser("ernesto").get("/es/govern/batches/new/").content.decode()
    assert 'name="level"' not in text
    where = bring(house, "name,finished,level\nAna,2026-01-01,L4\n", level="L4")["Location"]
    assert house.browser("ernesto").get(where).context["page"].problems


def test_an_upload_leads_back_only_whoever_brought_it(house):
    where = bring(house)["Location"]
    for name in sorted({*EVERYBODY} - {"ernesto"}):
        assert house.browser(name).get(where).status_code in (302, 403, 404), name
