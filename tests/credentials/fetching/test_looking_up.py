"""Looking up what a check lacks: never more than needed, and never so that an unknown issuer turns green."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tequio.credentials.fetching.connecting import Answer
from tequio.credentials.fetching.fetcher import Fetcher
from tequio.credentials.fetching.looking_up import look_up, names_it
from tequio.credentials.fetching.pacing import Pace
from tequio_standards import vc
from tequio_standards.badges import CachedStatusList, IssuerInfo, Outcome, Trust, check_credential
from tequio_standards.vc.status import status_entry
from tests.standards.badges.world import NOW, OURS, signed, status_list, to_bytes, world

DID, LIST_URL = "did:web:issuer.net", "https://issuer.net/status/1"
OURS_WAS = world().document
BARE = {name: value for name, value in OURS_WAS.items() if name != "proof"}
DOCUMENT = signed(
    {
        **BARE,
        "issuer": {**BARE["issuer"], "id": DID},
        "credentialStatus": status_entry(url=LIST_URL, index=7),
    },
    did=DID,
)
KEYS = (vc.KeyPeriod(OURS.multibase),)
LIST = status_list(did=DID, url=LIST_URL)
KNOWN = Trust({DID: IssuerInfo({"es": "Known"}, KEYS)}, name="ours")
NET = {
    LIST_URL: LIST,
    vc.did_web_url(DID): json.dumps(vc.did_web_document(DID, KEYS)).encode(),
}


@pytest.fixture
def asked():
    return []


@pytest.fixture
def fetcher(asked):
    def ask(link, address, *, most_bytes, seconds):
        asked.append(link.url)
        return Answer(200, NET[link.url]) if link.url in NET else Answer(404)

    return Fetcher(hosts=None, pace=Pace(), resolve=lambda host, seconds: ("93.184.215.14",), ask=ask)


def seen(fetcher, document=DOCUMENT, trust=None):
    trust, told = look_up(to_bytes(document), trust=trust or Trust(), at=NOW, now=NOW, fetcher=fetcher)
    return check_credential(to_bytes(document), trust=trust, at=NOW), told


def test_an_unknown_issuer_is_looked_up_and_stays_unknown(fetcher, asked):
    report, told = seen(fetcher)

    assert report.check("proof").code == "proof_ok"
    assert report.check("status").code == "status_good"
    assert report.check("issuer_known").code == "issuer_unknown"
    assert (report.outcome, report.exit_code) == (Outcome.UNKNOWN, 3)
    assert asked == [each.url for each in told]
    assert all(each.fetched_at == NOW for each in told)


def test_nothing_is_asked_when_everything_is_at_hand(fetcher, asked):
    assert (
        seen(fetcher, trust=replace(KNOWN, status_lists={LIST_URL: CachedStatusList(LIST, NOW)}))[0].outcome
        is Outcome.OK
    )
    assert not asked


def test_of_a_known_issuer_only_the_missing_list_is_asked(fetcher, asked):
    report, _told = seen(fetcher, trust=KNOWN)

    assert report.outcome is Outcome.OK
    assert set(asked) == {LIST_URL}


def test_a_forged_document_makes_nobody_fetch_its_lists(fetcher, asked):
    forged = {**DOCUMENT, "validFrom": "2020-01-01T00:00:00Z"}

    seen(fetcher, forged, trust=KNOWN)
    seen(fetcher, forged)

    assert set(asked) <= {vc.did_web_url(DID)}


def test_no_link_that_names_the_certificate_is_asked():
    document = {"id": "https://hub.example.net/credentials/2f1c9d9e-6a6e"}

    assert names_it("https://hub.example.net/status/2f1c9d9e-6a6e", document)
    assert names_it("https://hub.example.net/status/1?who=2f", document)
    assert not names_it("https://hub.example.net/status/1", document)


def test_a_document_of_another_did_gives_no_keys(fetcher, monkeypatch):
    other = json.dumps(vc.did_web_document("did:web:other.net", KEYS)).encode()
    monkeypatch.setitem(NET, vc.did_web_url(DID), other)

    assert seen(fetcher)[0].check("proof").code == "key_not_available"


def test_a_host_that_does_not_answer_is_told(fetcher):
    proof = {**DOCUMENT["proof"], "verificationMethod": "did:web:nobody.net#key"}
    other = {**DOCUMENT, "issuer": "did:web:nobody.net", "proof": proof}

    _report, told = seen(fetcher, other)

    assert [(each.url, each.fetched_at) for each in told] == [
        ("https://nobody.net/.well-known/did.json", None)
    ]
    assert told[0].refused
