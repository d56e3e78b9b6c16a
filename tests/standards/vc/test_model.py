"""The published documents of the VC Data Model 2.0 suite: the good ones are signed, the bad ones are refused."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from tequio_standards.strict import StrictError
from tequio_standards.vc import (
    JCS,
    RDFC,
    CredentialError,
    canonicalise,
    did_key,
    did_key_method,
    generate,
    pinned,
    resolve,
    sign,
    verify_proof,
)
from tequio_standards.vc.contexts import CREDENTIALS_V2
from tequio_standards.vc.model import refuse_wrong_credential, refuse_wrong_presentation
from tests.standards.vc import outside

pytestmark = pytest.mark.outside

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEY = generate(b"s" * 32)
FOLDER = outside.DATA / "w3c-vcdm2-input"
GOOD = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*-ok.json"))
BAD = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*-fail.json"))


WITHOUT_ISSUER = {"credential-no-issuer-fail.json", "credential-issuer-null-fail.json"}


def inject_issuer(document) -> None:
    """The suite leaves the issuer to whoever is tested."""
    issuer = document.setdefault("issuer", did_key(KEY.public))
    if isinstance(issuer, dict) and "id" not in issuer:
        issuer["id"] = did_key(KEY.public)


def issued(name: str):
    text = outside.path("w3c-vcdm2-input", *name.split("/")).read_text()
    document = json.loads(
        text.replace("PAST DATE", "2020-01-01T00:00:00Z").replace("FUTURE DATE", "2099-01-01T00:00:00Z")
    )
    if name.startswith(("credential", "names")) and name not in WITHOUT_ISSUER:
        inject_issuer(document)
    refuse = refuse_wrong_presentation if name.startswith("presentation") else refuse_wrong_credential
    refuse(document)
    document.pop("proof", None)
    return signed(document, JCS if "direction" in name else RDFC)


def signed(document, suite):
    contexts, method = outside.contexts().with_inline(), did_key_method(KEY.public)
    return sign(
        document, key=KEY, verification_method=method, created=NOW, cryptosuite=suite, contexts=contexts
    )


@pytest.mark.parametrize("name", GOOD)
def test_a_good_document_is_signed_and_verifies(name):
    contexts = outside.contexts().with_inline()
    found = verify_proof(issued(name), resolve=lambda method: resolve(method, {}), contexts=contexts)
    assert found.status == "ok", found.message


@pytest.mark.parametrize("name", BAD)
def test_a_bad_document_is_refused_before_it_is_signed(name):
    with pytest.raises((CredentialError, StrictError)):
        issued(name)


def test_the_lists_are_not_empty_where_the_data_is():
    outside.path("w3c-vcdm2-input")
    assert (len(GOOD), len(BAD)) > (50, 40)


def test_the_direction_of_a_text_is_signed_by_jcs_and_refused_by_rdf_which_would_drop_it():
    document = issued("names-and-descriptions/credential-name-language-direction-en-ok.json")
    document.pop("proof")
    with pytest.raises(CredentialError) as refused:
        signed(document, RDFC)
    assert refused.value.code == "unsigned_data"


def test_inline_contexts_are_for_test_suites_alone():
    document = {"@context": [CREDENTIALS_V2, {"degree": "https://x.example/degree"}], "degree": "PhD"}
    assert "x.example/degree" in canonicalise(document, contexts=pinned().with_inline())
    with pytest.raises(CredentialError):
        canonicalise(document)
