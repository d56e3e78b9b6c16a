"""Bringing in a course: the report comes first, nothing is written before, and nobody confirms another's upload."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.core.files.uploadedfile import SimpleUploadedFile

from tequio.kit import clock, jobs, work
from tequio.learning import api as learning
from tequio.web.operate import importing
from tests.cast import sign_in

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
EXPORT = Path(__file__).resolve().parents[4] / "shared" / "data" / "courses" / "mitx-grading.tar.gz"


@pytest.fixture
def desk(cast, client, _today):
    """Marisol's browser."""
    return sign_in(client, cast.marisol)


@pytest.fixture
def export() -> bytes:
    if not EXPORT.exists():
        pytest.skip("the courses beside the repository are not here")
    return EXPORT.read_bytes()


def upload(browser, data: bytes):
    return browser.post("/en/operate/import/", {"file": SimpleUploadedFile("course.tar.gz", data)})


def left(settings) -> list[Path]:
    folder = settings.DATA / "uploads"
    return list(folder.iterdir()) if folder.exists() else []


@pytest.mark.outside
def test_the_report_lists_every_piece_and_nothing_is_written(desk, export):
    page = desk.get(upload(desk, export)["Location"]).context["page"]
    steps, _items = page.counts
    listed = [row for group in page.groups for row in group.rows if row.kind == "Step"]
    assert len(listed) == steps.native + steps.fallback + steps.lost > 0
    assert learning.catalogue() == ()


@pytest.mark.outside
def test_a_confirmed_import_is_a_preview_and_leaves_no_upload(cast, desk, export, settings):
    report = upload(desk, export)["Location"]
    errand = desk.post(report)["Location"]
    jobs.run_waiting()
    (card,) = learning.catalogue(organisation=cast.a.id)
    assert card.preview
    assert desk.get(errand).context["page"].way.href == f"/en/courses/{card.key}/"
    assert left(settings) == []
    assert desk.get(report).status_code == 404


@pytest.mark.outside
def test_nobody_ever_confirms_anothers_upload(cast, desk, export, client):
    report = upload(desk, export)["Location"]
    assert sign_in(client, cast.leticia).post(report).status_code == 404
    assert sign_in(client, cast.rosa).post(report).status_code == 403
    assert learning.catalogue() == ()


@pytest.mark.outside
def test_confirmed_twice_it_is_imported_once(desk, export):
    report = upload(desk, export)["Location"]
    assert desk.post(report)["Location"] == desk.post(report)["Location"]
    assert jobs.run_waiting() == 1


def cancelled_at(phase: str, monkeypatch):
    """Somebody presses Cancel just when the import says that it comes to `phase`."""
    for name in ("step", "last"):
        told = getattr(work._Row, name)

        def pressed(self, at, *args, told=told):
            if at == phase:
                work.cancel(self._work, now=clock.now())
            return told(self, at, *args)

        monkeypatch.setattr(work._Row, name, pressed)


@pytest.mark.outside
@pytest.mark.parametrize("phase", ["read", "turn", "compile", "keep", "publish"])
def test_cancelled_at_any_phase_it_leaves_no_row_and_the_upload(desk, export, settings, monkeypatch, phase):
    errand = desk.post(upload(desk, export)["Location"])["Location"]
    cancelled_at(phase, monkeypatch)
    before = rows()
    jobs.run_waiting()
    assert desk.get(errand).context["page"].ended.word == "Cancelled"
    assert (rows(), learning.catalogue(), len(left(settings))) == (before, (), 1)


def rows() -> dict[str, int]:
    """How many rows each table of the house has."""
    ours = [model for model in apps.get_models() if model._meta.app_label in django_settings.OUR_APPS]
    return {model.__name__: model.objects.count() for model in ours}


@pytest.mark.outside
def test_what_a_cancelled_import_left_is_named_by_nobody_and_serves_the_next(cast, desk, export, monkeypatch):
    report = upload(desk, export)["Location"]
    with monkeypatch.context() as pressed:
        desk.post(report)
        cancelled_at("publish", pressed)
        jobs.run_waiting()
    desk.post(report)
    jobs.run_waiting()
    assert len(learning.catalogue(organisation=cast.a.id)) == 1


@pytest.mark.outside
def test_an_upload_that_is_gone_is_said_in_the_askers_language(desk, export, settings):
    errand = desk.post(upload(desk, export)["Location"])["Location"]
    left(settings)[0].unlink()
    jobs.run_waiting()
    assert desk.get(errand).context["page"].ended.text.startswith("This upload is no longer kept.")


@pytest.mark.parametrize("data", [b"", b"not an archive", b"PK\x03\x04 broken"])
def test_what_cannot_be_read_is_named_and_not_kept(desk, data, settings):
    response = upload(desk, data)
    assert response.status_code == 400
    assert 'href="#id_file"' in response.content.decode()
    assert left(settings) == []


def test_a_large_file_is_thrown_away_unread(desk, monkeypatch, settings):
    monkeypatch.setattr(importing, "MOST_BYTES", 1000)
    response = upload(desk, bytes(200_000))
    assert response.status_code == 400
    assert "tequio import" in response.content.decode()
    assert left(settings) == []


def test_a_form_from_elsewhere_is_refused(cast, _today):
    from django.test import Client

    browser = sign_in(Client(enforce_csrf_checks=True), cast.marisol)
    assert upload(browser, b"x").status_code == 403


def test_a_forged_token_leads_nowhere(desk):
    assert desk.get("/en/operate/import/eyJmaWxlIjoiLi4vdGVxdWlvLnNxbGl0ZTMifQ:x:y/").status_code == 404
