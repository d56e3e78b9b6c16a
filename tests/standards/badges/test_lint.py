"""The sixteen elements in ours, in others' and in no credential at all."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tequio_standards.badges import AlignmentSpec, build_credential
from tequio_standards.badges.lint import MANDATORY, Element, lint
from tequio_standards.badges.lint_advice import ADVICE
from tests.standards.badges.attacks import at as reached
from tests.standards.badges.world import NOW, SPEC
from tests.standards.vc import outside

FULL = build_credential(
    replace(
        SPEC,
        achievement=replace(
            SPEC.achievement,
            participation="En línea",
            assessment_type="Comprobación final",
            quality_assurance="Revisado por tres personas",
            prerequisites="Ninguno",
            stackability="Suma a la ruta digital",
            alignments=(
                *SPEC.achievement.alignments,
                AlignmentSpec(
                    target_name="EQF 3", target_url="http://data.europa.eu/snb/eqf/3", target_framework="EQF"
                ),
            ),
        ),
    )
)
ACHIEVEMENT = ("credentialSubject", "achievement")


def rows(document=FULL, at=NOW):
    return {row.element: row for row in lint(document, at=at)}


def changed(path, **change):
    document = copy.deepcopy(FULL)
    reached(document, path).update(change)
    return rows(document)


def without(path, name):
    document = copy.deepcopy(FULL)
    del reached(document, path)[name]
    return rows(document)


def test_a_full_credential_says_all_sixteen_and_where():
    found = rows()
    assert list(found) == list(Element)
    assert [row.element for row in found.values() if row.presence != "present"] == []
    assert found[Element.TITLE].where == ("/credentialSubject/achievement/name",)
    assert sum(row.mandatory for row in found.values()) == 11


@pytest.mark.parametrize(
    ("path", "name", "element"),
    [
        (("credentialSubject",), "id", Element.LEARNER),
        (ACHIEVEMENT, "name", Element.TITLE),
        (("issuer",), "address", Element.COUNTRY),
        (("issuer",), "name", Element.AWARDING_BODY),
        (ACHIEVEMENT, "notionalHours", Element.WORKLOAD),
        (ACHIEVEMENT, "alignment", Element.LEVEL),
        (ACHIEVEMENT, "participationForm", Element.PARTICIPATION),
        (ACHIEVEMENT, "qualityAssurance", Element.QUALITY),
        (ACHIEVEMENT, "prerequisites", Element.PREREQUISITES),
        ((), "assurance", Element.SUPERVISION),
        (("credentialSubject",), "result", Element.GRADE),
        (ACHIEVEMENT, "stackability", Element.STACKABILITY),
    ],
)
def test_what_is_left_out_is_absent_and_a_mandatory_one_is_advised(path, name, element):
    row = without(path, name)[element]
    assert row.presence == "absent"
    assert (f"{element}_missing" in row.advice) == (element in MANDATORY)


@pytest.mark.parametrize(
    ("path", "change", "element", "code"),
    [
        (("credentialSubject",), {"id": "mailto:ana@example.org"}, Element.LEARNER, "learner_in_clear"),
        (
            ("credentialSubject",),
            {"identifier": [{"type": "IdentityObject", "hashed": True, "identityHash": "sha256$00"}]},
            Element.LEARNER,
            "learner_hash_unsalted",
        ),
        (ACHIEVEMENT, {"name": "Licenciatura en redes"}, Element.TITLE, "title_promises_degree"),
        (("issuer", "address"), {"addressCountryCode": "Mexico"}, Element.COUNTRY, "country_not_iso"),
        (("credentialSubject",), {"source": FULL["issuer"]}, Element.AWARDING_BODY, "assessor_is_issuer"),
        ((), {"awardedDate": "2030-01-01T00:00:00Z"}, Element.DATE, "date_in_future"),
        ((), {"validUntil": "2020-01-01T00:00:00Z"}, Element.DATE, "date_order"),
        (ACHIEVEMENT, {"notionalHours": "P60M"}, Element.WORKLOAD, "workload_months"),
        (ACHIEVEMENT, {"alignment": [{"targetName": "x"}]}, Element.OUTCOMES, "outcomes_without_address"),
        (("evidence", 0), {"id": "https://x.example/file"}, Element.FURTHER, "evidence_not_hashed"),
        (
            ("credentialSubject", "result", 0),
            {"resultDescription": ""},
            Element.GRADE,
            "grade_without_description",
        ),
        (ACHIEVEMENT, {"resultDescription": []}, Element.GRADE, "grade_without_scale"),
    ],
)
def test_what_could_be_better_has_its_code(path, change, element, code):
    assert code in changed(path, **change)[element].advice


@pytest.mark.parametrize(
    ("path", "change", "element"),
    [
        (ACHIEVEMENT, {"name": 7}, Element.TITLE),
        ((), {"awardedDate": "yesterday", "validFrom": 7}, Element.DATE),
        (ACHIEVEMENT, {"notionalHours": "one hour"}, Element.WORKLOAD),
        (("issuer", "address"), {"addressCountryCode": ["", 5]}, Element.COUNTRY),
    ],
)
def test_what_cannot_be_read_is_neither_present_nor_absent(path, change, element):
    assert changed(path, **change)[element].presence == "unreadable"


def test_a_level_is_a_claim_until_somebody_signs_for_it():
    assert rows()[Element.LEVEL].advice == ("level_claimed",)
    assert rows()[Element.QUALITY].advice == ("quality_self_declared",)


def test_a_date_that_was_in_the_future_then_is_said_so():
    assert "date_in_future" in rows(at=NOW - timedelta(days=31))[Element.DATE].advice


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "credentialSubject",
                    "achievement",
                    "issuer",
                    "result",
                    "alignment",
                    "id",
                    "name",
                    "evidence",
                ]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(_json)
def test_any_json_has_sixteen_rows_and_only_known_codes(document):
    found = lint(document, at=NOW)
    assert len(found) == 16
    assert {code for row in found for code in row.advice} <= ADVICE.keys()


def test_every_code_of_a_mandatory_element_has_its_sentence():
    assert {f"{element}_missing" for element in MANDATORY} <= ADVICE.keys()


@pytest.mark.outside
def test_published_badges_are_read_and_lack_what_they_lack():
    document = json.loads(outside.path("1edtech", "ob30", "complete.json").read_bytes())
    found = rows(document)
    assert found[Element.TITLE].presence == "present"
    assert found[Element.PARTICIPATION].presence == "absent"
    assert sum(row.presence == "present" for row in found.values()) >= 10
