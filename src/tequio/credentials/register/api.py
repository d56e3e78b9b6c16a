"""The door of the register: certificates issued by an organisation, and the revocation log."""

from tequio.credentials.register.issued import Issued, codes_for, count_issued, issued, to_revoke
from tequio.credentials.register.revoked import Revoked, revocations

__all__ = ["Issued", "Revoked", "codes_for", "count_issued", "issued", "revocations", "to_revoke"]
