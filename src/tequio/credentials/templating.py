"""Credentials kept by template: a few hundred bytes each, and always the same document from them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tequio.credentials import keyfiles
from tequio.credentials.models import IssuerKey, Template
from tequio_standards import badges, vc
from tequio_standards.badges.batch import recheck

if TYPE_CHECKING:
    from datetime import datetime

    from tequio.credentials.models import Achievement, Credential
    from tequio_standards.badges import SignedValues

Json = dict[str, Any]  # a credential is JSON that others extend


def sign(
    unsigned: Json, *, achievement: Achievement, key: IssuerKey, now: datetime
) -> tuple[Template, bytes, bytes]:
    """Sign by template and check the outcome by the general path: the template, the packed form, the signature."""
    template, values = badges.template_of(unsigned)
    signer = badges.TemplateSigner(
        template,
        key=keyfiles.signer(key.uuid),
        verification_method=key.verification_method,
        created=now,
    )
    signed = signer.sign(values)
    recheck(signer, signed, num=0, public=vc.public_key(key.multibase))
    row = keep(template, achievement, now)
    return row, badges.pack(template, signed), signed.signature


def keep(template: badges.Template, achievement: Achievement, now: datetime) -> Template:
    """The row of a template; kept once, whoever signs by it."""
    fresh = {
        "organisation_id": achievement.organisation_id,
        "achievement": achievement,
        "body": badges.template_to_bytes(template),
        "created_at": now,
    }
    row, _new = Template.objects.get_or_create(digest=template.id, defaults=fresh)
    return row


def document_of(row: Credential) -> bytes:
    """The signed document, byte for byte as it was signed."""
    if row.template is None:
        return bytes(row.document or b"")
    template = compiled(row.template)
    return badges.render(template, _unpacked(row, template))


def paper_code(row: Credential) -> str:
    """All of the credential as the fragment of an address; empty for one of before there were templates."""
    return badges.paper_code(bytes(row.packed)) if row.packed else ""


def compiled(row: Template) -> badges.Template:
    """The template, ready to use."""
    return _compiled(row.digest, bytes(row.body))


@lru_cache(maxsize=128)
def _compiled(digest: str, body: bytes) -> badges.Template:
    return badges.template_from_bytes(body)


def _unpacked(row: Credential, template: badges.Template) -> SignedValues:
    known = {badges.template_tag(template.id): template}
    return badges.unpack(
        bytes(row.packed or b""), templates=known, methods=[row.issuer_key.verification_method]
    )
