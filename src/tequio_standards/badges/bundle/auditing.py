"""Going through a bundle piece by piece, for whoever hands it on: what its signature alone does not tell."""

from collections.abc import Iterator

from tequio_standards.badges.bundle.values import Bundle, pattern_quads
from tequio_standards.badges.resolving import resolver
from tequio_standards.badges.status_lists import open_list
from tequio_standards.badges.template import template_from_bytes
from tequio_standards.badges.trust import CachedStatusList
from tequio_standards.strict import StrictError, load_json
from tequio_standards.vc import CredentialError, issuer_of, pinned, verify_proof


def audit_bundle(bundle: Bundle) -> tuple[str, ...]:
    """Every fault as a sentence; empty when each template, list, root and context is what it says it is."""
    return (*_templates(bundle), *_lists(bundle), *_roots(bundle), *_contexts(bundle))


def _templates(bundle: Bundle) -> Iterator[str]:
    for each in bundle.templates:
        try:
            fits = pattern_quads(template_from_bytes(each.body.encode("utf-8"))) == each.quads
        except (StrictError, CredentialError) as refused:
            yield f"Template {each.tag.hex()} cannot be used: {refused.message}"
            continue
        if not fits:
            yield f"The lines of template {each.tag.hex()} are not those of its body."


def _lists(bundle: Bundle) -> Iterator[str]:
    for url, kept in bundle.trust.status_lists.items():
        fault = _list(bundle, url, kept)
        if fault:
            yield f"The status list {url} is not to be used: {fault}"


def _list(bundle: Bundle, url: str, kept: CachedStatusList) -> str:
    try:
        issuer = issuer_of(load_json(kept.data, max_bytes=1_000_000))
        known = bundle.trust.issuers.get(issuer)
        opened = open_list(kept.data, issuer=issuer, keys=known.keys if known else None)
    except (StrictError, CredentialError) as refused:
        return refused.message
    return "" if opened.id == url else "it is the list of another address"


def _roots(bundle: Bundle) -> Iterator[str]:
    resolve = resolver(bundle.trust)
    for num, text in enumerate(bundle.log_roots, 1):
        try:
            found = verify_proof(load_json(text.encode("utf-8")), resolve=resolve)
        except (StrictError, CredentialError) as refused:
            yield f"Log root {num} cannot be read: {refused.message}"
            continue
        if found.verified is None or not found.issuer_bound:
            yield f"Log root {num} is not signed by its issuer: {found.message}"


def _contexts(bundle: Bundle) -> Iterator[str]:
    known = pinned()
    for url, text in bundle.contexts.items():
        try:
            same = url in known and load_json(text.encode("utf-8")) == known.document(url)
        except StrictError:
            same = False
        if not same:
            yield f"The context {url} is not the one that is known here."
