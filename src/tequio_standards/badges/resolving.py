"""From a verification method to its key, by what the verifier trusts; a did:key speaks for itself."""

from tequio_standards.badges.trust import Trust
from tequio_standards.vc import CredentialError, PublicKey, did_of, resolve
from tequio_standards.vc.did import Registry
from tequio_standards.vc.verifying import Resolve


def resolver(trust: Trust) -> Resolve:
    """The `resolve` of `verify_proof` for everybody in `trust`."""
    return key_finder(trust.registry())


def key_finder(registry: Registry) -> Resolve:
    """A key that a known issuer does not list is an error, not merely unknown."""

    def find(method: str) -> PublicKey | None:
        key = resolve(method, registry)
        if key is None and did_of(method) in registry:
            raise CredentialError("key_not_listed", "The key is not one of the issuer's published keys.")
        return key

    return find
