"""An open issuer and credentials to look at."""

from tests.credentials.issuing import earned, issuer, passed

__all__ = ["earned", "issuer", "passed"]
