"""The throw-away server on a line of this machine, plain or with a certificate that it signs for itself."""

from __future__ import annotations

import json
import ssl
import tempfile
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from tequio.kit.errors import Refused
from tequio.site.conformance.desk import MOST_BYTES, Desk, refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

LOOPBACK: Final = frozenset({"127.0.0.1", "::1", "localhost"})


class NotThisMachine(Refused):
    """The server has keys that everybody knows, so nobody else may reach it."""

    code = "not_loopback"


def open_server(
    host: str,
    port: int,
    *,
    tls: bool,
    now: Callable[[], datetime],
    contexts: Mapping[str, bytes] | None = None,
) -> ThreadingHTTPServer:
    """A server that answers once `serve_forever` runs; NotThisMachine for any host but this one."""
    if host not in LOOPBACK:
        raise NotThisMachine(f"{host} is not this machine. The keys of this server are known to everybody.")
    server = ThreadingHTTPServer((host, port), _handler(now))
    server.daemon_threads = True
    if tls:
        server.socket = _certified(now()).wrap_socket(server.socket, server_side=True)
    address = f"{'https' if tls else 'http'}://{host}:{server.server_address[1]}"
    server.desk = Desk(address, contexts)  # type: ignore[attr-defined]  # handlers find it on their server
    server.address = address  # type: ignore[attr-defined]
    return server


def _handler(now: Callable[[], datetime]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 30

        def do_GET(self) -> None:
            self._reply("GET", b"")

        def do_POST(self) -> None:
            size = self.headers.get("Content-Length", "")
            if not size.isdigit() or int(size) > MOST_BYTES:
                self.close_connection = True
                self._send(*_packed(413, refusal(413, "too_large", "The request is too large.").body))
                return
            self._reply("POST", self.rfile.read(int(size)))

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            """Nobody reads along."""

        def _reply(self, method: str, body: bytes) -> None:
            reply = self.server.desk.answer(method, self.path, body, now=now())  # type: ignore[attr-defined]
            self._send(*_packed(reply.status, reply.body))

        def _send(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


def _packed(status: int, body: object) -> tuple[int, bytes]:
    return status, json.dumps(body, ensure_ascii=False).encode()


def _certified(now: datetime) -> ssl.SSLContext:
    """A certificate for this machine, good for a day; its key is gone when the server is."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    names = [x509.DNSName("localhost"), *(x509.IPAddress(ip_address(each)) for each in ("127.0.0.1", "::1"))]
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "server.pem"
        path.touch(mode=0o600)
        path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + made.public_bytes(serialization.Encoding.PEM)
        )
        context.load_cert_chain(path)
    return context
