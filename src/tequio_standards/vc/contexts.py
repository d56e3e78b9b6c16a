"""The JSON-LD contexts a verifier has at hand, each with its hash. Nothing is ever fetched."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from tequio_standards.strict import load_json
from tequio_standards.vc.errors import CredentialError

CREDENTIALS_V2: Final = "https://www.w3.org/ns/credentials/v2"
DATA_INTEGRITY_V2: Final = "https://w3id.org/security/data-integrity/v2"
OPEN_BADGES: Final = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
OPEN_BADGES_EXTENSIONS: Final = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
TEQUIO_V1: Final = "https://tequio.org/contexts/v1"

_FOLDER = Path(__file__).parent / "contexts"


class Contexts:
    """An allow-list: address → the document behind it. A credential that names any other context is refused."""

    def __init__(self, documents: Mapping[str, bytes], *, inline: bool = False) -> None:
        self._documents = dict(documents)
        self.inline = inline

    def __contains__(self, url: object) -> bool:
        return url in self._documents

    # Any: a context is a JSON document.
    def document(self, url: str) -> Any:
        """A fresh copy, since PyLD writes into what it is given."""
        if url not in self._documents:
            raise CredentialError("context_unknown", f"The context {url} is not one of the pinned ones.")
        return load_json(self._documents[url])

    def with_more(self, documents: Mapping[str, bytes]) -> "Contexts":
        """The same list and some more; for tests and for hubs that pin further ones."""
        return Contexts({**self._documents, **documents}, inline=self.inline)

    def with_inline(self) -> "Contexts":
        """The same list, and contexts inside documents too. For outside test suites only: they can rename terms."""
        return Contexts(self._documents, inline=True)

    def urls(self) -> Iterable[str]:
        """Every address on the list."""
        return self._documents.keys()


@cache
def pinned() -> Contexts:
    """The contexts that ship with this package; a file that does not match its hash is refused."""
    index = load_json((_FOLDER / "index.json").read_bytes())
    return Contexts({url: _read(entry["file"], entry["sha256"]) for url, entry in index.items()})


def _read(name: str, sha256: str) -> bytes:
    data = (_FOLDER / name).read_bytes()
    if hashlib.sha256(data).hexdigest() != sha256:
        raise RuntimeError(f"The pinned context {name} was changed; restore it from the release.")
    return data
