"""Reading what a page says, as a browser would."""

from __future__ import annotations

import re
from html import unescape

COURSE = "/es/courses/digital-safety/"


def text_of(response) -> str:
    """The words of the page, without tags, blanks made one."""
    html = response.content.decode()
    body = re.sub(r"<(style|script)\b.*?</\1>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def hrefs_of(response) -> list[str]:
    return [unescape(found) for found in re.findall(r'href="([^"]+)"', response.content.decode())]


def fields_of(response) -> list[str]:
    """Names of the fields that hold answers, in order, each once."""
    return list(dict.fromkeys(re.findall(r'name="(item-[^"]+)"', response.content.decode())))
