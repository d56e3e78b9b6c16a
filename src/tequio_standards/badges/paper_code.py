"""The code printed on a certificate: the whole credential in the fragment of a web address.

A browser never sends the fragment, so whoever scans asks nobody: the page that opens rebuilds the credential from its
template and checks the real signature. The letters are those of Base45 (RFC 9285) that a fragment carries unchanged:
a QR code packs two of them into eleven bits.
"""

from typing import Final

from tequio_standards.vc import CredentialError

LETTERS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-."  # 41: three letters hold 16 bits and hardly more
_VALUES: Final = {letter: value for value, letter in enumerate(LETTERS)}
_BASE: Final = len(LETTERS)
PREFIX: Final = "#T1"
MOST_LETTERS: Final = 4_000


def paper_code(packed: bytes) -> str:
    """The fragment for a packed credential, with its `#`."""
    pairs = [packed[num : num + 2] for num in range(0, len(packed), 2)]
    return PREFIX + "".join(_group(int.from_bytes(pair, "big"), len(pair) + 1) for pair in pairs)


def read_paper_code(text: str) -> bytes:
    """The packed credential in a fragment or in a whole address; CredentialError `malformed` for anything else."""
    _, mark, body = text.strip().rpartition(PREFIX)
    if not mark or not body or len(body) > MOST_LETTERS or len(body) % 3 == 1:
        raise CredentialError("malformed", "This is not the code of a certificate.")
    return b"".join(_bytes(body[num : num + 3]) for num in range(0, len(body), 3))


def qr_segments(page: str, code: str) -> tuple[str, str]:
    """The address in two parts, which a QR writer packs each its own way: the page as bytes, the code as letters."""
    return page + code[:1], code[1:]


def _group(number: int, count: int) -> str:
    letters = ""
    for _ in range(count):
        number, rest = divmod(number, _BASE)
        letters = LETTERS[rest] + letters
    return letters


def _bytes(letters: str) -> bytes:
    number = 0
    for letter in letters:
        if letter not in _VALUES:
            raise CredentialError(
                "malformed", "The code of the certificate holds a letter that it never has."
            )
        number = number * _BASE + _VALUES[letter]
    if number >= 1 << 8 * (len(letters) - 1):
        raise CredentialError("malformed", "The code of the certificate was misread.")
    return number.to_bytes(len(letters) - 1, "big")
