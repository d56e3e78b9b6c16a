"""Signing many at once, released only after some were checked again by the general path.

The first, the last and a random one in a hundred are rendered, read back and verified like a stranger's credential.
One mismatch stops the batch: nothing of it is handed out.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from tequio_standards.badges.template_signing import SignedValues, TemplateSigner, render
from tequio_standards.strict import load_json
from tequio_standards.vc import Contexts, CredentialError, PublicKey, verify_proof

ONE_IN: Final = 100


@dataclass(frozen=True, slots=True)
class Batch:
    """A released batch. `rechecked` are the places that the general path verified."""

    signed: tuple[SignedValues, ...]
    rechecked: tuple[int, ...]


class BatchMismatch(CredentialError):
    """The general path does not agree with the template: release nothing, and look at credential `num`."""

    def __init__(self, num: int, reason: str) -> None:
        super().__init__("batch_mismatch", f"Credential {num} of the batch was not verified: {reason}")
        self.num = num


def sign_batch(
    signer: TemplateSigner,
    rows: Iterable[Sequence[str]],
    *,
    public: PublicKey,
    seed: bytes,
    contexts: Contexts | None = None,
) -> Batch:
    """Sign every row; `seed` is fresh randomness, so that nobody knows beforehand which are checked again."""
    signed = tuple(signer.sign(row) for row in rows)
    rechecked = picks(len(signed), seed)
    for num in rechecked:
        recheck(signer, signed[num], num=num, public=public, contexts=contexts)
    return Batch(signed, rechecked)


def picks(count: int, seed: bytes) -> tuple[int, ...]:
    """The first, the last, and one in a hundred by the hash of seed and place."""
    return tuple(num for num in range(count) if is_picked(num, count, seed))


def is_picked(num: int, count: int, seed: bytes) -> bool:
    """Whether place `num` of `count` is checked again; each can be asked by itself, so that many may sign at once."""
    if num in (0, count - 1):
        return True
    digest = hashlib.blake2b(num.to_bytes(8, "big"), digest_size=8, key=seed[:64]).digest()
    return int.from_bytes(digest, "big") % ONE_IN == 0


def recheck(
    signer: TemplateSigner,
    signed: SignedValues,
    *,
    num: int,
    public: PublicKey,
    contexts: Contexts | None = None,
) -> None:
    """Verify one by the general path, from its bytes; BatchMismatch otherwise."""
    document = load_json(render(signer.template, signed))
    result = verify_proof(document, resolve=lambda _method: public, contexts=contexts)
    if result.status != "ok":
        raise BatchMismatch(num, result.message)
    unsigned = {key: value for key, value in document.items() if key != "proof"}
    if unsigned != signer.template.document(signed.values):
        raise BatchMismatch(num, "its text does not say what its values say.")
