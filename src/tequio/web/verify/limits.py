"""How often one address may ask for work, and how much it may send at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.cache import cache
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from tequio.web.asking import address_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpRequest

A_MINUTE = {"verify": 30, "certificate": 120, "pdf": 30}


def within_limit(request: HttpRequest, what: str, *, now: datetime) -> bool:
    """Count one more; False once this address asked too often in this minute."""
    key = f"limit:{what}:{address_of(request)}:{now:%Y%m%d%H%M}"
    cache.add(key, 0, timeout=120)
    return cache.incr(key) <= A_MINUTE[what]


class CappedUpload(FileUploadHandler):
    """Lets a file pass up to a size; a larger one is read off the line and thrown away, so nothing fills up."""

    def __init__(self, request: HttpRequest, most_bytes: int) -> None:
        super().__init__(request)
        self.most_bytes = most_bytes
        self.too_large = False

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start + len(raw_data) > self.most_bytes:
            self.too_large = True
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Keeping the file is the next handler's work."""
