"""Signing by template gives the bytes of the general path, whatever the learner is called."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio_standards.badges import ResultSpec, StatusSpec, build_credential, check_credential, clean_text
from tequio_standards.badges.batch import BatchMismatch, picks, sign_batch
from tequio_standards.badges.holes import Hole, HoleKind
from tequio_standards.badges.template import (
    compile_template,
    document_bytes,
    template_from_bytes,
    template_of,
    template_to_bytes,
)
from tequio_standards.badges.template_signing import SignedValues, render
from tequio_standards.strict import StrictError
from tequio_standards.vc import CredentialError, sign
from tests.standards.badges.templates import LEARNERS, METHOD, NAMES, signer, template, with_name
from tests.standards.badges.world import NOW, OURS, SPEC, trust

TEMPLATE, VALUES = template()
SIGNER = signer(TEMPLATE)


def _general(spec) -> bytes:
    signed = sign(build_credential(spec), key=OURS, verification_method=METHOD, created=NOW)
    return document_bytes(signed)


@pytest.mark.parametrize(("what", "name"), list(NAMES.items()))
def test_a_hostile_name_signs_like_on_the_general_path(what, name):
    rendered = render(TEMPLATE, SIGNER.sign(with_name(TEMPLATE, VALUES, name)))

    assert rendered == _general(replace(LEARNERS, subject_name=name)), what
    assert check_credential(rendered, trust=trust(), at=NOW).exit_code == 0


_texts = st.text(min_size=1, max_size=40).filter(lambda text: clean_text(text) != "")
_moments = st.integers(31_536_000, 13_000_000_000).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@settings(max_examples=150, deadline=None)
@given(_texts, _texts, st.uuids(), st.uuids(), st.uuids(), _moments, _moments, st.integers(0, 131_071))
@pytest.mark.slow
def test_any_values_sign_like_on_the_general_path(name, score, one, two, three, begins, ends, index):
    spec = replace(
        LEARNERS,
        id=f"https://hub.example/credentials/{one}",
        subject_id=two.urn,
        subject_name=name,
        valid_from=begins,
        valid_until=ends,
        results=(replace(LEARNERS.results[0], value=score),),
        evidence=(replace(LEARNERS.evidence[0], id=three.urn),),
        status=(StatusSpec(url="https://hub.example/status/nodo/7", index=index),),
    )
    values = (
        *(str(one), str(two), name),
        *(each.strftime("%Y-%m-%dT%H:%M:%SZ") for each in (begins, ends, LEARNERS.awarded_at)),
        *(VALUES[6], score, str(three), "7", str(index)),
    )
    assert render(TEMPLATE, SIGNER.sign(values)) == _general(spec)


def test_values_that_decide_the_order_of_lines_are_sorted_anew():
    """Subject and evidence are both `urn:uuid:`, so either may come first."""
    low, high = str(UUID(int=1)), str(UUID(int=2**128 - 1))
    for subject, evidence in ((low, high), (high, low), (low, low)):
        spec = replace(
            LEARNERS,
            subject_id=f"urn:uuid:{subject}",
            evidence=(replace(LEARNERS.evidence[0], id=f"urn:uuid:{evidence}"),),
        )
        again, values = template_of(build_credential(spec))
        assert again.id == TEMPLATE.id
        assert render(TEMPLATE, SIGNER.sign(values)) == _general(spec)


def test_two_results_with_one_value_and_two_lists_stay_apart():
    results = tuple(ResultSpec(key=key, name=key, value="3") for key in "ab")
    places = tuple(
        StatusSpec(url=f"https://hub.example/status/{num}", index=7, purpose=purpose)
        for num, purpose in ((1, "revocation"), (2, "suspension"))
    )
    compiled, values = template(results=results, status=places)
    spec = replace(LEARNERS, results=results, status=places)
    assert render(compiled, signer(compiled).sign(values)) == _general(spec)


def test_an_id_without_a_uuid_and_a_did_as_subject_are_whole_holes():
    spec = replace(SPEC, subject_id="did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")
    compiled, values = template_of(build_credential(spec))
    assert [hole.kind for hole in compiled.holes[:2]] == [HoleKind.ADDRESS, HoleKind.ADDRESS]
    assert render(compiled, signer(compiled).sign(values)) == _general(spec)


def test_a_learner_with_the_credentials_own_address_is_refused():
    compiled, values = template_of(build_credential(replace(SPEC, subject_id="did:key:z6Mk")))
    with pytest.raises(CredentialError) as refused:
        signer(compiled).sign((values[0], values[0], *values[2:]))
    assert refused.value.code == "unsigned_data"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (0, "6f2f5c4e"),
        (0, '6f2f5c4e-0b1d-4c8e-9a51-3f6c1d0e7a42> <urn:x> "y" .\n<urn:z'),
        (0, "6F2F5C4E-0B1D-4C8E-9A51-3F6C1D0E7A42"),
        (2, ""),
        (2, "\x00"),
        (2, "x" * 2_001),
        (3, "2026-02-30T00:00:00Z"),
        (3, "2026-02-20T00:00:00+01:00"),
        (3, "2026-02-20T00:00:00Z\n"),
        (9, "01"),
        (9, "-1"),
        (9, "١"),
    ],
)
def test_a_value_of_another_kind_is_refused_before_signing(place, value):
    with pytest.raises(CredentialError):
        SIGNER.sign((*VALUES[:place], value, *VALUES[place + 1 :]))
    with pytest.raises(CredentialError):
        SIGNER.sign(VALUES[1:])


def test_equal_credentials_of_two_learners_share_one_template():
    again, values = template(subject_name="Ana", valid_from=NOW - timedelta(days=3))
    assert (again.id, again.holes) == (TEMPLATE.id, TEMPLATE.holes)
    assert values != VALUES


def test_values_by_key_come_in_the_order_of_the_holes():
    by_key = {hole.key: value for hole, value in reversed(list(zip(TEMPLATE.holes, VALUES, strict=True)))}
    assert TEMPLATE.row(by_key) == VALUES
    for wrong in ({**by_key, "extra": "x"}, {"name": "Ana"}):
        with pytest.raises(CredentialError):
            TEMPLATE.row(wrong)


def test_a_template_is_compiled_once():
    assert template(subject_name="Ana")[0] is TEMPLATE
    assert template_from_bytes(template_to_bytes(TEMPLATE)) is TEMPLATE


def test_a_published_template_is_read_back_and_signs_alike():
    again = compile_template(json.loads(template_to_bytes(TEMPLATE))["document"], TEMPLATE.holes)
    assert again.id == TEMPLATE.id
    assert render(again, signer(again).sign(VALUES)) == render(TEMPLATE, SIGNER.sign(VALUES))


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"format":2}', b'{"format":1,"holes":[7],"document":{}}']
)
def test_what_is_no_template_is_refused(data):
    with pytest.raises((CredentialError, StrictError)):
        template_from_bytes(data)


def _holed(change):
    pattern = json.loads(json.dumps(TEMPLATE.pattern))
    change(pattern)
    return pattern


@pytest.mark.parametrize(
    "change",
    [
        lambda pattern: pattern["issuer"].update(id="⟦name⟧"),
        lambda pattern: pattern["credentialSubject"].update(type=["AchievementSubject", "⟦name⟧"]),
        lambda pattern: pattern["credentialSubject"]["achievement"]["criteria"].pop("id"),
        lambda pattern: pattern.update(awardedDate="⟦other⟧"),
        lambda pattern: pattern.update(degree="⟦name⟧"),
        lambda pattern: pattern["credentialSubject"].update(name="Ana"),
    ],
)
def test_a_hole_where_nothing_can_be_signed_safely_is_refused_when_compiled(change):
    with pytest.raises(CredentialError):
        compile_template(_holed(change), TEMPLATE.holes)


def test_a_text_that_looks_like_a_hole_in_the_fixed_part_is_refused():
    with pytest.raises(CredentialError):
        template(name="⟦name⟧")


def test_a_batch_is_released_with_its_first_last_and_some_verified():
    rows = [with_name(TEMPLATE, VALUES, f"Ana {num}") for num in range(150)]
    batch = sign_batch(SIGNER, rows, public=OURS.public, seed=b"seed")
    assert len(batch.signed) == 150
    assert {0, 149} <= set(batch.rechecked)
    assert sign_batch(SIGNER, [], public=OURS.public, seed=b"seed").signed == ()


def test_about_one_in_a_hundred_is_drawn_and_another_seed_draws_others():
    drawn = picks(20_000, b"one")
    assert 120 < len(drawn) < 280
    assert drawn != picks(20_000, b"two")


@pytest.mark.parametrize("bad", [0, 1])
def test_one_mismatch_stops_the_batch(bad):
    class Failing:
        count = -1

        def sign(self, message):
            self.count += 1
            return bytes(64) if self.count == bad else OURS.sign(message)

    broken = type(SIGNER)(TEMPLATE, key=Failing(), verification_method=METHOD, created=NOW)
    with pytest.raises(BatchMismatch) as stopped:
        sign_batch(broken, [VALUES, VALUES], public=OURS.public, seed=b"")
    assert stopped.value.num == bad


def test_values_of_another_template_are_not_rendered():
    signed = SIGNER.sign(VALUES)
    other, _ = template(description="other")
    with pytest.raises(CredentialError):
        render(other, signed)
    with pytest.raises(CredentialError):
        render(TEMPLATE, SignedValues(signed.template, VALUES, METHOD, signed.created, b""))


def test_a_hole_knows_how_it_is_written():
    assert Hole("name", HoleKind.TEXT).mark == "⟦name⟧"


def test_a_learner_may_be_called_like_a_hole():
    compiled, values = template(subject_name="Rosa ⟦id⟧")

    assert compiled.id == TEMPLATE.id
    rendered = render(compiled, signer(compiled).sign(values))
    assert rendered == _general(replace(LEARNERS, subject_name="Rosa ⟦id⟧"))


def test_a_mark_in_the_name_hides_none_in_the_fixed_part():
    with pytest.raises(CredentialError):
        template(subject_name="⟦id⟧", name="⟦name⟧")
