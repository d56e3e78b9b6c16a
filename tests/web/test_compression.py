"""Text goes out small, in what the browser can read."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from tequio.web.compression import compressed

WORDS = "un poco de texto que se repite " * 40


def sent(accepted: str, response: HttpResponse | None = None) -> HttpResponse:
    request = RequestFactory().get("/", headers={"accept-encoding": accepted})
    return compressed(request, response or HttpResponse(WORDS))


def test_brotli_is_preferred():
    answer = sent("gzip, deflate, br")
    assert answer["Content-Encoding"] == "br"
    assert brotli.decompress(answer.content).decode() == WORDS
    assert answer["Content-Length"] == str(len(answer.content))


def test_plain_http_browsers_get_gzip():
    answer = sent("gzip, deflate")
    assert answer["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.content).decode() == WORDS


@pytest.mark.parametrize("accepted", ["", "identity", "br;q=0, gzip;q=0"])
def test_who_reads_neither_gets_it_plain(accepted):
    assert sent(accepted).content.decode() == WORDS


def test_caches_are_told_that_it_varies():
    assert "Accept-Encoding" in sent("")["Vary"]


def test_short_or_binary_or_streamed_answers_are_left_alone():
    assert not sent("br", HttpResponse("short")).has_header("Content-Encoding")
    assert not sent("br", HttpResponse(WORDS, content_type="image/png")).has_header("Content-Encoding")
    assert not sent("br", StreamingHttpResponse([WORDS])).has_header("Content-Encoding")


def test_what_is_compressed_already_is_left_alone():
    done = HttpResponse(WORDS, headers={"Content-Encoding": "gzip"})
    assert sent("br", done).content.decode() == WORDS


def test_a_strong_etag_becomes_weak():
    assert sent("br", HttpResponse(WORDS, headers={"ETag": '"abc"'}))["ETag"] == 'W/"abc"'
