"""Every state of a certificate has its own word and its own sentence, at the desk and on its own page."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from tequio.credentials import api, keyfiles
from tequio.credentials.advice import VERDICTS
from tequio.credentials.models import Credential, IssuerKey
from tequio.kit import clock
from tequio.web.verify.pages.sentences import WORDS
from tequio_standards import vc
from tests.credentials.samples import NOON

pytestmark = pytest.mark.django_db
NAME = "María Fernanda Hernández Ixtlilxóchitl"
CAN = "puede hacer esto: Seguridad digital y datos personales. Lo emitió Nodo Anáhuac el 23 de noviembre de 2026."


@pytest.fixture(autouse=True)
def _noon():
    cache.clear()
    with clock.frozen_at(NOON):
        yield


@pytest.fixture
def real(cast, earned):
    """The same, but of an issuer that is no demo."""
    IssuerKey.objects.update(demo=False)
    resign(earned, demonstration=None)
    return api.credential(earned.id)


def resign(view, **changes):
    document = json.loads(api.document(view.id)) | changes
    unsigned = {name: value for name, value in document.items() if value is not None and name != "proof"}
    key = IssuerKey.objects.get()
    signed = vc.sign(
        unsigned, key=keyfiles.signer(key.uuid), verification_method=key.verification_method, created=NOON
    )
    keep(view, signed)


def keep(view, document):
    """As if the hub held these bytes."""
    written = json.dumps(document).encode()
    Credential.objects.filter(uuid=view.id).update(template=None, packed=None, document=written)


def hand_in(client, view, *, language="es", **fields):
    file = SimpleUploadedFile("credential.json", api.document(view.id))
    return said(client.post(f"/{language}/verify/", {"file": file, **fields}))


def own_page(client, view, language="es"):
    return said(client.get(f"/{language}/certificates/{view.code}/"))


def said(response) -> tuple[str, str, str]:
    """The verdict's code, its word, and the one sentence."""
    page = unescape(response.content.decode())
    found = re.search(
        r'data-verdict="(\w+)">\s*<strong><svg.*?</svg> (.*?)</strong>\s*<p class="says"[^>]*>(.*?)</p>',
        page,
        re.DOTALL,
    )
    return found[1], found[2], found[3]


def test_a_valid_one_says_who_can_do_what_and_that_it_stands(client, real):
    answer = ("genuine", "Válido", f"{NAME} {CAN} Nada se cambió y hoy es válido.")

    assert hand_in(client, real) == answer
    assert own_page(client, real) == answer


def test_a_demo_says_the_same_and_that_it_certifies_nothing(client, earned):
    code, word, sentence = own_page(client, earned)

    assert (code, word) == ("genuine_demo", "DEMO: solo es un ejemplo")
    assert sentence.endswith("Nada se cambió. Pero es un ejemplo y no certifica nada.")
    assert hand_in(client, earned)[2] == sentence


def test_a_revoked_one_says_who_took_it_back_when_and_why(client, cast, real):
    api.revoke(credential=real.id, reason="El nombre estaba mal.", by=cast.actor("ernesto"), now=NOON)
    answer = (
        "revoked",
        "Revocado",
        "Nodo Anáhuac retiró este certificado el 23 de noviembre de 2026. Ya no vale.",
    )

    assert hand_in(client, real) == answer
    assert own_page(client, real) == answer
    page = client.get(f"/es/certificates/{real.code}/").content.decode()
    assert "Motivo: El nombre estaba mal." in page
    assert "REVOCADO" in page
    assert "<textarea" not in page


def test_an_expired_one_says_when_its_time_ended(client, real):
    ends = NOON + timedelta(days=1)
    resign(real, validUntil=vc.moment_text(ends))
    Credential.objects.filter(uuid=real.id).update(valid_until=ends)
    with clock.frozen_at(NOON + timedelta(days=2)):
        code, word, sentence = own_page(client, real)
        assert hand_in(client, real) == (code, word, sentence)

    assert (code, word) == ("expired", "Vencido")
    assert sentence == "Era auténtico, pero su plazo terminó el 24 de noviembre de 2026."


def test_an_unknown_issuer_is_neither_believed_nor_accused(client, earned):
    IssuerKey.objects.update(did="did:web:elsewhere.example")

    assert hand_in(client, earned) == (
        "issuer_unknown",
        "Emisor desconocido",
        "Aquí nadie conoce a quien emitió esto. Puede ser real o no.",
    )


def test_a_changed_one_says_so_and_shows_nothing_of_it(client, earned):
    document = json.loads(api.document(earned.id))
    document["credentialSubject"]["name"] = "Mallory"
    keep(earned, document)

    assert hand_in(client, earned)[:2] == ("tampered", "Alterado")
    assert NAME not in hand_in(client, earned)[2]


def test_an_unreadable_one_is_one_line_of_failure_and_one_of_silence(client, issuer):
    file = SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\xe0" + b"x" * 99)
    response = client.post("/es/verify/", {"file": file})
    page = response.content.decode()

    assert said(response)[:2] == ("unreadable", "No se puede leer")
    assert "Parece una foto." in page
    assert page.count('class="word bad"') == 1
    assert page.count('class="word note"') == 1
    assert "JSON:" not in page
    assert 'lang="en"' not in page.partition("</header>")[2]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("HERNANDEZ IXTLILXOCHITL MARIA FERNANDA", "genuine"),
        ("Fernanda Hernández", "genuine"),
        ("Rosa Méndez López", "name_differs"),
    ],
)
def test_a_name_on_a_document_is_compared(client, real, written, code):
    assert hand_in(client, real, name=written)[0] == code


def test_another_name_says_that_and_no_more(client, real):
    file = SimpleUploadedFile("credential.json", api.document(real.id))
    response = client.post("/es/verify/", {"file": file, "name": "Rosa Méndez López"})
    page = response.content.decode()

    assert said(response)[1:] == ("Otro nombre", "Este certificado no está a nombre de quien escribiste.")
    assert NAME not in page
    assert "Rosa Méndez" not in page
    assert "Seguridad digital" not in page.partition("</header>")[2]


def test_another_name_never_hides_that_it_was_revoked(client, cast, real):
    api.revoke(credential=real.id, reason="Mal.", by=cast.actor("ernesto"), now=NOON)

    assert hand_in(client, real, name="Rosa Méndez")[0] == "revoked"


def test_a_code_with_a_name_is_answered_at_the_desk(client, real):
    response = client.post("/es/verify/", {"code": real.code, "name": NAME.upper()})

    assert said(response)[0] == "genuine"
    assert "Es el nombre que está en el certificado." in response.content.decode()


def test_a_code_alone_leads_to_the_certificate(client, earned):
    response = client.post("/es/verify/", {"code": f" {earned.code.lower()} "})

    assert response["Location"] == f"/es/certificates/{earned.code}/"


def test_somebody_elses_document_under_our_address_is_not_told_as_ours(client, real):
    from tequio.credentials.values import SignedFacts
    from tequio.web.verify.own import own_certificate

    facts = api.explain(api.verify(api.document(real.id), now=NOON), now=NOON).facts
    forged = {name: getattr(facts, name) for name in SignedFacts.__slots__} | {
        "issuer_did": "did:web:x.example"
    }

    assert own_certificate(facts, now=NOON).id == real.id
    assert own_certificate(SignedFacts(**forged), now=NOON) is None


def test_every_verdict_has_a_word_in_both_languages():
    assert set(WORDS) == set(VERDICTS)
    for language in ("es", "en"):
        with translation.override(language):
            assert all(str(word) for word in WORDS.values())
