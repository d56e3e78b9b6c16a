"""The wallet: kept byte for byte, checked at each look, seen by its owner only, and never weighed."""

from __future__ import annotations

import ast
import json
from datetime import timedelta
from pathlib import Path

import pytest

from tequio import credentials
from tequio.credentials import api
from tequio.credentials.revoking import revoke
from tequio.credentials.wallet import api as wallets
from tequio.credentials.wallet import keeping
from tequio.kit.errors import NotAllowed, NotFound
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db
OLDER = b'{"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "badge": "https://x.example/1"}'


@pytest.fixture
def tomas(cast):
    return cast.actor("tomas")


def bring(data, by, name="badge.json", now=NOON):
    return wallets.bring(data=data, name=name, by=by, now=now)


def look(which, by, now=NOON):
    return wallets.brought(which=which, by=by, now=now)


def test_a_credential_comes_back_byte_for_byte(earned, tomas):
    data = api.document(earned.id)
    assert wallets.brought_file(which=bring(data, tomas), by=tomas) == ("badge.json", data)


def test_a_picture_is_kept_as_it_is(earned, tomas):
    from tequio_standards.badges import bake_svg

    svg = bake_svg(b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', api.document(earned.id))
    assert look(bring(svg, tomas), tomas).verdict.code == "genuine_demo"


def test_it_is_checked_anew_at_each_look(earned, tomas, cast):
    which = bring(api.document(earned.id), tomas)
    assert look(which, tomas).verdict.code == "genuine_demo"

    revoke(credential=earned.id, reason="Wrong person.", by=cast.actor("ernesto"), now=NOON)
    assert look(which, tomas, NOON + timedelta(minutes=1)).verdict.code == "revoked"


def test_one_that_was_changed_is_kept_and_said_to_be(earned, tomas):
    forged = json.dumps(json.loads(api.document(earned.id)) | {"name": "Medicine"}).encode()
    found = look(bring(forged, tomas), tomas)

    assert found.verdict.code == "tampered"
    assert found.verdict.facts is None


def test_an_open_badge_2_has_no_verdict(earned, tomas):
    assert look(bring(OLDER, tomas), tomas).verdict is None


def test_a_picture_with_an_open_badge_2_has_none_either(earned, tomas):
    png = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x10iTXtopenbadges\x00https://x.example"
    assert look(bring(png, tomas), tomas).verdict is None


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"hello"])
def test_what_holds_no_credential_is_refused(earned, tomas, data):
    with pytest.raises(wallets.WalletRefused):
        bring(data, tomas)


def test_a_large_file_is_refused(earned, tomas):
    with pytest.raises(wallets.WalletRefused):
        bring(OLDER + b" " * wallets.MOST_FILE_BYTES, tomas)


def test_there_is_room_for_so_many_and_the_same_one_counts_once(earned, tomas, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_FILES", 2)
    first = bring(OLDER, tomas)
    bring(OLDER + b" ", tomas)

    assert bring(OLDER, tomas) == first
    with pytest.raises(wallets.WalletRefused):
        bring(OLDER + b"  ", tomas)


def test_a_deleted_one_is_gone(earned, tomas):
    which = bring(OLDER, tomas)
    wallets.discard(which=which, by=tomas)

    assert wallets.wallet(by=tomas, now=NOON) == ()


@pytest.mark.parametrize("who", ["rosa", "marisol", "ernesto", "joaquin", "ines"])
def test_nobody_else_sees_takes_or_deletes_it(earned, tomas, cast, who):
    which, other = bring(OLDER, tomas), cast.actor(who)
    for act in (look, lambda which, by: wallets.discard(which=which, by=by)):
        with pytest.raises(NotFound):
            act(which, other)
    assert wallets.wallet(by=other, now=NOON) == ()


def test_a_stranger_has_no_wallet(earned, cast):
    with pytest.raises(NotAllowed):
        bring(OLDER, cast.actor("nobody"))


def test_a_files_name_cannot_turn_the_page_around(earned, tomas):
    which = bring(OLDER, tomas, name="bad\u202e\x00gpj.json")
    assert look(which, tomas).name == "badgpj.json"


def test_nothing_that_weighs_evidence_knows_of_the_wallet():
    root = Path(credentials.__file__).parent
    for name in ("gathering.py", "evidence.py", "rules.py", "awarding.py", "signing.py"):
        names = {
            node.module or ""
            for node in ast.walk(ast.parse((root / name).read_text("utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
        assert not [one for one in names if "wallet" in one or "vouching" in one], name
