"""Results from elsewhere become credentials that anyone can check, and that say how little was observed."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import timedelta

import pytest

from tequio.credentials import api, keyfiles, log
from tequio.credentials.batches import api as batches
from tequio.credentials.batches import keeping
from tequio.credentials.events import BatchIssued
from tequio.credentials.keys import api as key_api
from tequio.credentials.models import Achievement, Award, Batch, Credential, StatusEntry, StatusList, Template
from tequio.credentials.standing import api as standing
from tequio.credentials.values import Level
from tequio.kit.errors import NotAllowed
from tequio.records import api as records
from tequio_standards import badges, vc
from tequio_standards.xapi import verbs
from tests.cast import EVERYBODY
from tests.credentials.batches.conftest import HOSTILE
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db


def documents():
    return [api.document(row.uuid) for row in Credential.objects.order_by("pk")]


def test_every_row_becomes_a_credential_that_verifies(hand_in):
    hand_in()
    for document in documents():
        assert api.verify(document, now=NOON).exit_code == 0


def test_the_names_are_as_written_and_composed(hand_in):
    hand_in()
    names = [json.loads(document)["credentialSubject"]["name"] for document in documents()]
    assert names == [*HOSTILE[:5], "Nguy\u1ec5n Thi"]


def test_it_is_byte_for_byte_what_the_general_path_signs(hand_in):
    hand_in()
    row = Credential.objects.select_related("issuer_key").first()
    written = api.document(row.uuid)
    unsigned = {name: value for name, value in json.loads(written).items() if name != "proof"}
    method = row.issuer_key.verification_method
    signed = vc.sign(
        unsigned, key=keyfiles.signer(row.issuer_key.uuid), verification_method=method, created=NOON
    )
    assert badges.document_bytes(signed) == written


def test_nothing_was_observed_so_the_level_is_l0(hand_in):
    hand_in()
    view = api.credential(Credential.objects.first().uuid)
    assert view.level is Level.L0
    assert view.vector.compact() == "I0 S0 A0 M0 Q0 E0 T1"
    assert "did not see the person study" in view.does_not_mean["en"]


def test_the_document_says_where_the_results_come_from(hand_in, tmp_path):
    hand_in()
    said = json.loads(documents()[0])
    (evidence,) = said["evidence"]
    digest = hashlib.sha256((tmp_path / "results.csv").read_bytes()).digest()
    assert evidence["id"] == "ni:///sha-256;" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert 'Campus "Obra"' in evidence["narrative"]
    assert "source" not in said["credentialSubject"]


def test_a_score_is_the_other_platforms_and_not_ours(hand_in):
    hand_in()
    said = json.loads(documents()[1])["credentialSubject"]
    assert said["result"][0]["value"] == "1"
    described = said["achievement"]["resultDescription"][0]
    assert described["valueMax"] == "20"
    assert "requiredValue" not in described
    assert api.credential(Credential.objects.order_by("pk")[1].uuid).score == "1/20"


def test_each_language_and_score_has_one_template(hand_in):
    hand_in(
        text="name,finished,score,of,language\n"
        + "".join(
            f"Ana,2026-01-02,{score},{language}\n"
            for score in ("3,4", "7,8", ",")
            for language in ("es", "en")
            for _ in "ab"
        )
    )
    assert Template.objects.count() == 6
    assert Credential.objects.count() == 12


def test_the_same_course_again_is_the_same_achievement(hand_in):
    hand_in()
    hand_in(["Somebody Else"])
    assert Achievement.objects.count() == 1
    assert Batch.objects.count() == 2


def test_the_same_file_twice_is_refused(hand_in):
    hand_in()
    with pytest.raises(batches.BatchRefused, match="2026-11-23"):
        hand_in()
    assert Credential.objects.count() == len(HOSTILE)


def test_its_signatures_are_entries_of_the_log_in_order(hand_in, cast):
    hand_in()
    assert [row.log_num for row in Credential.objects.order_by("pk")] == list(range(len(HOSTILE)))
    assert log.audit(cast.a.id) == (len(HOSTILE), "")


def test_a_small_batch_stands_among_others(hand_in):
    hand_in()
    assert StatusList.objects.count() == 2
    assert StatusList.objects.get(purpose="revocation").entries == len(HOSTILE)
    assert StatusEntry.objects.filter(can_suspend=True).count() == len(HOSTILE)


def test_the_ledger_and_the_outbox_hear_of_it_once(hand_in, cast, published):
    batch = hand_in()
    said = [kept.statement for kept in records.statements(store=cast.a.id)]
    assert [one.verb for one in said] == [verbs.ISSUED]
    assert said[0].object.id == f"https://hub.example.org/batches/{batch}"
    (event,) = [one for one in published if isinstance(one, BatchIssued)]
    assert event.credentials == len(HOSTILE)


@pytest.fixture
def published(monkeypatch):
    told = []
    monkeypatch.setattr(keeping.events, "publish", told.append)
    return told


def test_only_an_officer_of_the_issuer_may(hand_in, cast):
    for who in [who for who in EVERYBODY if who != "ernesto"]:
        with pytest.raises(NotAllowed):
            hand_in(by=cast.actor(who))


def test_a_name_of_the_batch_can_be_corrected(hand_in, ernesto):
    hand_in()
    first = Credential.objects.order_by("pk").first()
    fresh = standing.correct(
        credential=first.uuid, learner_name="Ana Pool Uk", reason="Misspelt.", by=ernesto, now=NOON
    )
    said = json.loads(api.document(fresh))
    assert said["credentialSubject"]["name"] == "Ana Pool Uk"
    assert said["evidence"] == json.loads(api.document(first.uuid))["evidence"]
    assert api.verify(api.document(fresh), now=NOON).exit_code == 0


def test_its_certificate_can_be_opened_and_printed(hand_in):
    hand_in()
    row = Credential.objects.first()
    assert api.chain(row.code, now=NOON).view.level is Level.L0
    assert api.pdf(row.uuid, language="es").startswith(b"%PDF")


def test_an_award_keeps_only_what_is_its_own(hand_in):
    hand_in()
    award = Award.objects.first()
    assert award.evidence == {}
    assert sorted(award.facts) == ["finished_at", "language", "learner_name", "score"]


def test_a_key_replaced_while_the_file_was_read_signs_as_of_its_first_moment(hand_in, cast):
    key_api.rotate(organisation=cast.a.id, now=NOON + timedelta(minutes=1))
    hand_in()
    for document in documents():
        assert api.verify(document, now=NOON + timedelta(hours=1)).check("proof").code == "proof_ok"


def test_a_name_like_a_formula_stands_as_text_in_the_table(hand_in, ernesto):
    which = hand_in(["＝A1 Pool", "Ana Pool"])
    assert [row[2] for row in batches.table(which, by=ernesto)] == ["'＝A1 Pool", "Ana Pool"]
