"""The guard: what is never opened, and what is opened once it is judged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tequio.credentials.fetching.connecting import Answer
from tequio.credentials.fetching.fetcher import LIMITS, Fetcher, Purpose
from tequio.credentials.fetching.keeping import CopyFolder
from tequio.credentials.fetching.pacing import Pace
from tequio.credentials.fetching.refusals import SENTENCES, FetchRefused, Why
from tests.credentials.fetching.attacks import ADDRESSES, LINKS, REDIRECTS

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
GOOD = "https://hub.example.net/did.json"
PUBLIC = "93.184.215.14"


class Net:
    """A network of one host that notes what it was asked for."""

    def __init__(self, *answers, resolves=(PUBLIC,)):
        self.answers, self.resolves, self.asked, self.looked_up = list(answers), resolves, [], []

    def fetcher(self, **more):
        more = {"hosts": None, "pace": Pace(), **more}
        return Fetcher(resolve=self._resolve, ask=self._ask, **more)

    def _resolve(self, host, seconds):
        self.looked_up.append(host)
        return self.resolves.pop(0) if isinstance(self.resolves, list) else self.resolves

    def _ask(self, link, address, *, most_bytes, seconds):
        self.asked.append((link.url, address, most_bytes))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer


def refusal(fetcher, link=GOOD, purpose=Purpose.DID_DOCUMENT, now=NOW):
    with pytest.raises(FetchRefused) as refused:
        fetcher.fetch(link, purpose, now=now)
    assert refused.value.code == "egress_denied"
    return refused.value.why


@pytest.mark.parametrize("link", LINKS.values(), ids=LINKS)
def test_a_strange_link_is_refused_before_any_name_is_looked_up(link):
    net = Net(Answer(200, b"secret"))

    refusal(net.fetcher(), link)

    assert not net.looked_up
    assert not net.asked


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_a_name_that_leads_inside_is_not_connected_to(address):
    net = Net(Answer(200, b"secret"), resolves=(address,))

    assert refusal(net.fetcher()) is Why.ADDRESS
    assert not net.asked


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_one_inner_address_among_public_ones_is_enough_to_refuse(address):
    net = Net(Answer(200, b"secret"), resolves=(PUBLIC, address))

    assert refusal(net.fetcher()) is Why.ADDRESS


@pytest.mark.parametrize("location", REDIRECTS.values(), ids=REDIRECTS)
def test_a_redirect_never_leads_off_the_host(location):
    net = Net(Answer(302, location=location))

    refusal(net.fetcher())

    assert {url.split("/")[2] for url, _address, _most in net.asked} == {"hub.example.net"}
    assert len(net.asked) <= 4


def test_a_name_that_changes_between_two_requests_is_judged_again():
    rebinding = [(PUBLIC,), ("127.0.0.1",)]
    net = Net(Answer(302, location="/again"), Answer(200, b"secret"), resolves=rebinding)

    assert refusal(net.fetcher()) is Why.ADDRESS
    assert [address for _url, address, _most in net.asked] == [PUBLIC]


def test_the_address_connected_to_is_the_one_that_was_judged():
    net = Net(Answer(200, b"{}"))

    net.fetcher().fetch(GOOD, Purpose.DID_DOCUMENT, now=NOW)

    assert net.asked == [(GOOD, PUBLIC, 1_000_000)]
    assert net.looked_up == ["hub.example.net"]


def test_a_host_that_is_not_listed_is_not_asked():
    net = Net(Answer(200, b"{}"))

    assert refusal(net.fetcher(hosts=frozenset({"other.example.net"}))) is Why.NOT_LISTED
    assert not net.looked_up


def test_this_machine_is_asked_only_where_that_was_said():
    net = Net(Answer(200, b"{}"), resolves=("127.0.0.1",))
    link = "http://127.0.0.1:8765/x"

    assert net.fetcher(loopback=True).fetch(link, Purpose.CREDENTIAL, now=NOW).data == b"{}"
    assert refusal(net.fetcher(loopback=False), link) is Why.SCHEME


def test_even_then_no_other_private_address_is():
    net = Net(Answer(200, b"{}"), resolves=("10.0.0.1",))

    assert refusal(net.fetcher(loopback=True), "http://localhost/x") is Why.ADDRESS


def test_even_then_a_public_name_does_not_lead_to_this_machine():
    net = Net(Answer(200, b"{}"), resolves=("127.0.0.1",))

    assert refusal(net.fetcher(loopback=True)) is Why.ADDRESS


def test_a_status_list_may_be_larger_than_the_rest():
    assert LIMITS[Purpose.STATUS_LIST].most_bytes == 4_000_000
    assert LIMITS[Purpose.DID_DOCUMENT].most_bytes == LIMITS[Purpose.CREDENTIAL].most_bytes == 1_000_000


def test_a_host_is_asked_so_often_in_a_minute_and_no_more():
    fetcher = Net(Answer(200, b"{}")).fetcher(pace=Pace(most=3))
    for _time in range(3):
        fetcher.fetch(GOOD, Purpose.DID_DOCUMENT, now=NOW)

    assert refusal(fetcher) is Why.PACE
    fetcher.fetch("https://other.example.net/x", Purpose.DID_DOCUMENT, now=NOW)
    fetcher.fetch(GOOD, Purpose.DID_DOCUMENT, now=NOW + timedelta(minutes=1))


def test_a_fresh_copy_saves_the_way_and_says_how_old_it_is(tmp_path):
    net = Net(Answer(200, b"first"), Answer(200, b"second"))
    fetcher = net.fetcher(copies=CopyFolder(tmp_path))
    fetcher.fetch(GOOD, Purpose.DID_DOCUMENT, now=NOW)

    soon = fetcher.fetch(GOOD, Purpose.DID_DOCUMENT, now=NOW + timedelta(minutes=50))
    later = fetcher.fetch(GOOD, Purpose.DID_DOCUMENT, now=NOW + timedelta(minutes=70))

    assert (soon.data, soon.fetched_at) == (b"first", NOW)
    assert (later.data, later.fetched_at) == (b"second", NOW + timedelta(minutes=70))


def test_an_old_copy_is_better_than_none_and_does_not_pass_for_new(tmp_path):
    net = Net(Answer(200, b"first"), FetchRefused(Why.LINE))
    fetcher = net.fetcher(copies=CopyFolder(tmp_path))
    fetcher.fetch(GOOD, Purpose.STATUS_LIST, now=NOW)

    assert fetcher.fetch(GOOD, Purpose.STATUS_LIST, now=NOW + timedelta(days=9)).fetched_at == NOW


def test_a_credential_is_never_kept(tmp_path):
    fetcher = Net(Answer(200, b"of a person")).fetcher(copies=CopyFolder(tmp_path / "copies"))

    fetcher.fetch(GOOD, Purpose.CREDENTIAL, now=NOW)

    assert not (tmp_path / "copies").exists()


def test_every_reason_has_a_sentence():
    assert set(SENTENCES) == set(Why)


def test_the_attacks_are_many():
    assert len(LINKS) + len(ADDRESSES) + len(REDIRECTS) >= 90
