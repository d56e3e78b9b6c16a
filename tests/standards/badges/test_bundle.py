"""A bundle is believed whole and signed by its hub, or not at all; past its time it vouches for nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tequio_standards.badges import Outcome, State, pack, paper_code, render
from tequio_standards.badges.bundle import (
    BundleRefused,
    audit_bundle,
    check_with_bundle,
    parse_bundle,
    reading,
)
from tequio_standards.vc.status import Bits
from tests.standards.badges.bundles import (
    LASTS,
    OTHER_TEMPLATE,
    TEMPLATE,
    VALUES,
    bundle,
    forgeries,
    impostures,
    self_contradictions,
    trusted,
)
from tests.standards.badges.templates import signer, template, with_name
from tests.standards.badges.world import INDEX, NOW, status_list

SIGNED = signer(TEMPLATE).sign(VALUES)
CREDENTIAL = render(TEMPLATE, SIGNED)
PAPER = ("https://hub.example/es/verify/offline/" + paper_code(pack(TEMPLATE, SIGNED))).encode()
FORGERIES, IMPOSTURES = tuple(forgeries()), tuple(impostures())
SELF_CONTRADICTIONS = tuple(self_contradictions())
KINDS = pytest.mark.parametrize("handed_in", [CREDENTIAL, PAPER], ids=["document", "paper"])


@KINDS
def test_with_a_bundle_a_genuine_certificate_is_genuine(handed_in):
    report = check_with_bundle(handed_in, bundle=parse_bundle(bundle(), against=trusted()), at=NOW)

    assert report.outcome is Outcome.OK


@pytest.mark.parametrize(("name", "data"), FORGERIES, ids=[name for name, _ in FORGERIES])
def test_what_the_hub_did_not_sign_is_refused(name, data):
    with pytest.raises(BundleRefused) as refused:
        parse_bundle(data)
    assert refused.value.code == "bundle_signature"


@pytest.mark.parametrize(("name", "data"), IMPOSTURES, ids=[name for name, _ in IMPOSTURES])
def test_another_hubs_bundle_is_refused_by_whoever_knows_the_hub(name, data):
    assert parse_bundle(data)
    with pytest.raises(BundleRefused):
        parse_bundle(data, against=trusted())


@pytest.mark.parametrize(("name", "data"), SELF_CONTRADICTIONS, ids=[name for name, _ in SELF_CONTRADICTIONS])
def test_the_audit_names_what_does_not_fit_inside(name, data):
    assert audit_bundle(parse_bundle(data))


def test_the_audit_is_silent_about_a_good_bundle():
    assert audit_bundle(parse_bundle(bundle())) == ()


def test_a_list_of_another_address_never_makes_a_certificate_good():
    (data,) = (data for name, data in SELF_CONTRADICTIONS if name == "lists swapped")
    report = check_with_bundle(CREDENTIAL, bundle=parse_bundle(data), at=NOW)

    assert report.check("status").code == "status_untrusted"
    assert report.outcome is Outcome.UNKNOWN


@KINDS
def test_past_its_time_a_bundle_calls_nothing_genuine(handed_in):
    known = parse_bundle(bundle())
    report = check_with_bundle(handed_in, bundle=known, at=NOW + LASTS + timedelta(seconds=1))

    assert report.check("status").state is State.STALE
    assert (report.outcome, report.check("status").code) == (Outcome.UNKNOWN, "bundle_stale")


@KINDS
def test_what_was_revoked_stays_revoked_in_a_bundle_past_its_time(handed_in):
    known = parse_bundle(bundle(trusted(status=status_list(raised=(INDEX,)))))

    for at in (NOW, NOW + 2 * LASTS):
        assert check_with_bundle(handed_in, bundle=known, at=at).check("status").code == "revoked"


def test_a_changed_name_on_paper_is_found():
    changed = signer(TEMPLATE).sign(with_name(TEMPLATE, VALUES, "Mariana Hernández"))
    forged = paper_code(pack(TEMPLATE, changed)[:-64] + SIGNED.signature).encode()
    report = check_with_bundle(forged, bundle=parse_bundle(bundle()), at=NOW)

    assert report.check("proof").code == "proof_invalid"
    assert report.document is None


def test_a_paper_of_a_course_that_is_newer_than_the_bundle_is_not_called_bad():
    _, values = template(name="Otra cosa")
    code = paper_code(pack(OTHER_TEMPLATE, signer(OTHER_TEMPLATE).sign(values))).encode()
    report = check_with_bundle(code, bundle=parse_bundle(bundle()), at=NOW)

    assert (report.outcome, report.check("proof").code) == (Outcome.UNKNOWN, "template_unknown")


def test_a_paper_that_was_misread_is_unreadable():
    report = check_with_bundle(PAPER[:-5], bundle=parse_bundle(bundle()), at=NOW)

    assert report.outcome is Outcome.UNREADABLE


def test_a_bundle_too_large_is_not_even_read(monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 1_000)
    with pytest.raises(BundleRefused, match="at most 1000"):
        parse_bundle(bundle())


def test_a_full_list_packs_small():
    one_in_twenty = tuple(range(0, 131_072, 20))
    assert len(Bits.of(one_in_twenty)) == 131_072
    assert len(bundle(trusted(status=status_list(raised=one_in_twenty)))) < 40_000
