"""Open Badges we build: nothing nameless, nothing undefined, nothing empty."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tequio_standards.badges import (
    CONTEXTS,
    ProfileSpec,
    build_achievement,
    build_credential,
    clean_text,
)
from tequio_standards.badges.form import refuse_wrong_form
from tequio_standards.vc import canonicalise
from tests.standards.badges.world import DID, SPEC

FULL = replace(
    SPEC,
    image="https://hub.example/badge.png",
    description="x",
    source=ProfileSpec(id="https://hub.example/orgs/other", name="Otra"),
    supersedes="https://hub.example/credentials/0",
    achievement=replace(
        SPEC.achievement,
        creator=ProfileSpec(
            id="https://hub.example/orgs/c",
            name="C",
            email="c@hub.example",
            image="https://hub.example/c.png",
        ),
        image="https://hub.example/a.png",
        field_of_study="0611",
        participation="online",
        assessment_type="exam",
        quality_assurance="self review",
        prerequisites="none",
        stackability="none",
    ),
)


def _nodes(value):
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from _nodes(child)
    elif isinstance(value, list):
        for child in value:
            yield from _nodes(child)


@pytest.mark.parametrize("spec", [SPEC, FULL])
def test_every_node_has_an_address_and_nothing_is_blank_when_signed(spec):
    document = build_credential(spec)
    assert all("id" in node for node in _nodes(document))
    assert "_:" not in canonicalise(document)
    refuse_wrong_form(document)


def test_nothing_empty_is_written():
    for node in _nodes(build_credential(SPEC)):
        assert not [key for key, value in node.items() if value in (None, "", [], {})]


def test_the_assurance_is_inside_what_is_signed():
    written = canonicalise(build_credential(SPEC))
    assert '<https://tequio.org/vocab/v1#level> "L1"' in written
    assert (
        '<https://tequio.org/vocab/v1#supervision> "0"^^<http://www.w3.org/2001/XMLSchema#integer>' in written
    )
    assert '<https://tequio.org/vocab/v1#demonstration> "true"' in written
    assert '<https://tequio.org/vocab/v1#notionalHours> "PT1H"' in written


def test_a_serious_credential_carries_no_demonstration_mark():
    assert "demonstration" not in build_credential(replace(SPEC, demonstration=False))


def test_results_point_at_their_description():
    subject = build_credential(SPEC)["credentialSubject"]
    assert subject["result"][0]["resultDescription"] == subject["achievement"]["resultDescription"][0]["id"]


def test_one_status_is_an_object_and_two_are_a_list():
    (place,) = SPEC.status
    assert isinstance(build_credential(SPEC)["credentialStatus"], dict)
    two = replace(SPEC, status=(place, replace(place, purpose="suspension")))
    assert len(build_credential(two)["credentialStatus"]) == 2


def test_names_are_normalised_and_cleaned_when_issuing():
    document = build_credential(replace(SPEC, subject_name="Mari\u0301a\u0000 \u0007Lo\u0301pez\ufffe"))
    assert document["credentialSubject"]["name"] == "Mar\u00eda L\u00f3pez"
    assert clean_text("a\nb\tc\u0085\ud800😀") == "a\nb\tc😀"


def test_the_achievement_can_be_published_by_itself():
    document = build_achievement(SPEC.achievement)
    assert document["@context"] == list(CONTEXTS)
    assert document["id"] == SPEC.achievement.id
    assert "_:" not in canonicalise(document)


def test_the_issuer_is_a_profile_with_a_country():
    issuer = build_credential(SPEC)["issuer"]
    assert (issuer["id"], issuer["address"]["addressCountryCode"]) == (DID, "MX")
