"""Related resources (VCDM 2.0 §5.3): each once, with a digest.

Nothing is fetched, so whether a digest fits is not known here: an issuer may say it, a verifier does not believe it.
"""

from __future__ import annotations

from typing import Any

from tequio_standards import vc

Json = dict[str, Any]  # Any: credentials are JSON


def refuse_wrong_resources(document: Json) -> None:
    """CredentialError for resources that are named wrongly."""
    value = document.get("relatedResource", [])
    resources = value if isinstance(value, list) else [value]
    if not all(isinstance(each, dict) for each in resources):
        raise _wrong("A related resource is an object.")
    named = [each.get("id") for each in resources]
    if not all(isinstance(name, str) and ":" in name for name in named):
        raise _wrong("A related resource needs an address as its id.")
    if len(set(named)) != len(named):
        raise _wrong("A related resource stands twice.")
    if not all("digestSRI" in each or "digestMultibase" in each for each in resources):
        raise _wrong("A related resource needs a digest.")


def refuse_unchecked_resources(document: Json) -> None:
    """CredentialError for a credential that names any: its digests cannot be checked without fetching."""
    if "relatedResource" in document:
        raise _wrong("Related resources are not fetched here, so not checked.")


def _wrong(message: str) -> vc.CredentialError:
    return vc.CredentialError("related_resource", message, pointer="/relatedResource")
