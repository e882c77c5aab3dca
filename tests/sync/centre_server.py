"""A centre's server on this computer, over HTTPS or HTTP, that does wrong whatever a test wants it to."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from threading import Event, Thread

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID


class PostedMessage:
    """One message as it arrived; a rule answers it."""

    def __init__(self, handler: BaseHTTPRequestHandler, body: bytes) -> None:
        self.path = handler.path
        self.body = body
        self.headers = handler.headers
        self.handler = handler

    def answer(
        self,
        body: bytes,
        status: int = 200,
        kind: str = "application/octet-stream",
        *,
        claims: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.handler.send_response(status)
        self.handler.send_header("Content-Type", kind)
        for name, value in (headers or {}).items():
            self.handler.send_header(name, value)
        self.handler.send_header("Content-Length", str(len(body) if claims is None else claims))
        self.handler.end_headers()
        self.handler.wfile.write(body)
        self.handler.close_connection = True


Rule = Callable[[PostedMessage], None]


class CentreServer:
    """`arrived` are the bodies it was sent; `over` tells rules that go on for ever to end."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.arrived: list[PostedMessage] = []
        self.over = Event()
        self.rule: Rule = lambda posted: posted.answer(b"", 404)


@contextmanager
def centre_server(proof: Path | None = None) -> Iterator[CentreServer]:
    """Over HTTPS with a certificate and key in a file, else over plain HTTP."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            posted = PostedMessage(self, body)
            served.arrived.append(posted)
            try:
                served.rule(posted)
            except OSError:  # the other side went away, which some tests are about
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's own name
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that does not trust us goes away in the middle of greeting."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    scheme = "http"
    if proof is not None:
        scheme = "https"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(proof)
        server.socket = context.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    served = CentreServer(f"{scheme}://127.0.0.1:{server.server_port}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        served.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


@cache
def invented_proof() -> bytes:
    """A certificate of this computer and its key, signed by itself, for an hour before and after now."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "invented centre")])
    now = datetime.now(UTC)  # noqa: TID251 - TLS looks at the real clock
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return private + certificate.public_bytes(Encoding.PEM)
