"""Short forms: bytes, values and credential stand for each other, and the code on paper stays small."""

from __future__ import annotations

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from tequio_standards.badges import check_credential
from tequio_standards.badges.compact import pack, template_tag, unpack
from tequio_standards.badges.paper_code import paper_code, qr_segments, read_paper_code
from tequio_standards.badges.template_signing import render
from tequio_standards.vc import CredentialError
from tests.standards.badges.templates import METHOD, NAMES, signer, template, with_name
from tests.standards.badges.world import NOW, trust

TEMPLATE, VALUES = template()
SIGNER = signer(TEMPLATE)
SIGNED = SIGNER.sign(VALUES)
HELD = {template_tag(TEMPLATE.id): TEMPLATE}
PAGE = "https://hub.universidad-abierta.example.mx/es/verify/"


def _unpack(data: bytes):
    return unpack(data, templates=HELD, methods=["did:web:x.example#z", METHOD])


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_the_short_form_gives_the_same_credential_byte_for_byte(name):
    signed = SIGNER.sign(with_name(TEMPLATE, VALUES, name))
    again = _unpack(pack(TEMPLATE, signed))
    assert again == signed
    assert render(TEMPLATE, again) == render(TEMPLATE, signed)


def test_the_code_on_paper_rebuilds_a_credential_whose_signature_is_genuine():
    address = PAGE + paper_code(pack(TEMPLATE, SIGNED))
    rebuilt = render(TEMPLATE, _unpack(read_paper_code(address)))
    assert check_credential(rebuilt, trust=trust(), at=NOW).exit_code == 0


def test_a_changed_name_in_the_code_is_a_forgery():
    packed = pack(TEMPLATE, SIGNED).replace("María".encode(), b"Mariox")
    report = check_credential(render(TEMPLATE, _unpack(packed)), trust=trust(), at=NOW)
    assert report.check("proof").code == "proof_invalid"


@pytest.mark.parametrize(
    "name",
    [
        "Ana Ruiz",
        "María Guadalupe Hernández de la Cruz y Villaseñor-Ñandú",
        "مريم عبد الرحمن بنت محمد الفاسي",
    ],
)
def test_the_code_fits_a_qr_code_of_version_12_m(name):
    code = paper_code(pack(TEMPLATE, SIGNER.sign(with_name(TEMPLATE, VALUES, name))))
    drawn = segno.make(qr_segments(PAGE, code), error="m", boost_error=False, micro=False)
    assert drawn.version <= 12


@pytest.mark.parametrize("place", range(0, 160, 7))
def test_a_damaged_short_form_never_raises_anything_else_and_never_passes(place):
    packed = bytearray(pack(TEMPLATE, SIGNED))
    packed[place] ^= 0x41
    try:
        rebuilt = render(TEMPLATE, _unpack(bytes(packed)))
    except CredentialError:
        return
    assert check_credential(rebuilt, trust=trust(), at=NOW).exit_code == 1


def test_a_short_form_that_is_cut_or_goes_on_is_refused():
    packed = pack(TEMPLATE, SIGNED)
    for data in (b"", packed[:-1], packed + b"\0", b"\2" + packed[1:], packed[:90]):
        with pytest.raises(CredentialError):
            _unpack(data)


def test_a_padded_number_is_a_second_way_to_write_and_is_refused():
    packed = pack(TEMPLATE, SIGNED)
    padded = packed[:-68] + b"\x81\x00" + packed[-67:]  # the list's number is 1
    assert packed[-68] == 1
    with pytest.raises(CredentialError, match="padded"):
        _unpack(padded)


def test_an_unknown_template_and_an_unknown_key_are_told_apart():
    packed = pack(TEMPLATE, SIGNED)
    with pytest.raises(CredentialError) as unknown:
        unpack(packed, templates={}, methods=[METHOD])
    with pytest.raises(CredentialError) as keyless:
        unpack(packed, templates=HELD, methods=[])
    assert (unknown.value.code, keyless.value.code) == ("template_unknown", "key_not_available")


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_survive_the_letters(data):
    code = paper_code(data)
    assert read_paper_code(PAGE + code) == data
    assert not set(code[1:]) - set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-.")


@pytest.mark.parametrize(
    "text", ["", "#T1", "#T1A", "#T1AAAA", "#T1...", "#T1aaa", "#T1 AA", "#T2AAA", "#T1" + "A" * 4_002]
)
def test_what_is_no_code_is_refused(text):
    with pytest.raises(CredentialError):
        read_paper_code(text)
