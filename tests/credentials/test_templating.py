"""Kept by template, a credential comes out as the same bytes every time, and older ones stay as they were."""

from __future__ import annotations

import json

import pytest

from tequio.credentials import api, documents, keyfiles, templating
from tequio.credentials.models import Credential, Template
from tequio_standards import badges, vc
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db


def test_what_comes_out_is_what_the_general_path_signs(earned):
    row = Credential.objects.select_related("issuer_key").get()
    unsigned = {name: value for name, value in json.loads(api.document(earned.id)).items() if name != "proof"}
    key = row.issuer_key
    signed = vc.sign(
        unsigned, key=keyfiles.signer(key.uuid), verification_method=key.verification_method, created=NOON
    )
    assert badges.document_bytes(signed) == api.document(earned.id)


def test_learners_of_one_course_share_a_template(passed):
    names = ["Ana", 'Quote "and" \\ backslash', "ن و", "😀", "O\u2019Brien\u2028"]
    shown = [api.credential(api.award(attempt=passed(learner_name=name), now=NOON)) for name in names]

    assert Template.objects.count() == 1
    assert [view.learner_name for view in shown] == names
    for view in shown:
        assert api.verify(api.document(view.id), now=NOON).exit_code == 0


def test_a_credential_takes_few_bytes(earned):
    row = Credential.objects.get()
    assert row.document is None
    assert len(row.packed) < 400 < 4_000 < len(api.document(earned.id))


def test_one_from_before_templates_stays_byte_for_byte(earned):
    written = api.document(earned.id)
    Credential.objects.update(template=None, packed=None, document=written)

    assert api.document(earned.id) == written
    assert api.credential(earned.id).level is earned.level


def test_what_the_template_gets_wrong_is_never_released(passed, monkeypatch):
    def other_text(template, signed):
        return badges.render(template, signed).replace(b"Fern", b"Lern")

    monkeypatch.setattr("tequio_standards.badges.batch.render", other_text)
    with pytest.raises(badges.BatchMismatch):
        api.award(attempt=passed(), now=NOON)
    assert not Credential.objects.exists()


def test_the_document_names_the_credential_and_no_hole(earned):
    text = api.document(earned.id).decode()
    assert documents.credential_iri(earned.id) in text
    assert "\u27e6" not in text
    assert templating.document_of(Credential.objects.get()).decode() == text
