"""A feed's server on this computer, in a thread, which does wrong whatever a test wants it to."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from vrn_desktop.sync.download_limits import DownloadLimits

QUICK = DownloadLimits(
    connect_seconds=1,
    silence_seconds=0.2,
    request_seconds=5,
    page_bytes=200_000,
    file_bytes=200_000,
    total_bytes=1_000_000,
    pages=20,
    services=1_000,
    pauses=(0.4, 0.4),
    page_size=10,
)


class Asked:
    """One question; a rule answers it."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        self._handler = handler
        self.path = parts.path
        self.query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        self.headers = handler.headers

    @property
    def page(self) -> int:
        return int(self.query.get("page", "1"))

    def answer(
        self,
        body: bytes,
        status: int = 200,
        headers: dict[str, str] | None = None,
        *,
        claims: int | None = None,
    ) -> None:
        self._handler.send_response(status)
        for name, value in (headers or {}).items():
            self._handler.send_header(name, value)
        self._handler.send_header("Content-Length", str(len(body) if claims is None else claims))
        self._handler.end_headers()
        self._handler.wfile.write(body)
        if claims is not None:
            self._handler.close_connection = True

    def answer_json(self, document: object, **headers: str) -> None:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answer(json.dumps(document).encode(), headers=names)


Rule = Callable[[Asked], None]


class FeedServer:
    """`asked` lists paths with their queries; `rule` may be changed at any time."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/api"
        self.asked: list[str] = []
        self.rule: Rule = lambda asked: asked.answer(b"", 404)

    def times(self, words: str) -> int:
        return sum(words in path for path in self.asked)


@contextmanager
def feed_server() -> Iterator[FeedServer]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            served.asked.append(self.path)
            try:
                served.rule(Asked(self))
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as above
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A client that went away is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    served = FeedServer(server.server_port)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def service(number: int, **more: object) -> dict[str, object]:
    """An invented service as a feed gives it."""
    return {
        "id": f"s-{number:04}",
        "name": f"Invented service {number}",
        "status": "active",
        **more,
    }


def deep(number: int) -> dict[str, object]:
    return service(number, contacts=[{"phones": [{"number": "01632 960001"}]}])


def v3_pages(rows: list[dict[str, object]], size: int = 10) -> Rule:
    """A list in the envelope of version 3, with a detail call for every service."""

    def rule(asked: Asked) -> None:
        if not asked.path.endswith("/services"):
            wanted = asked.path.rpartition("/")[2]
            found = [row for row in rows if row["id"] == wanted]
            if found:
                asked.answer_json({**found[0], "schedules": [{"freq": "WEEKLY"}]})
            else:
                asked.answer(b"{}", 404)
            return
        start = (asked.page - 1) * size
        asked.answer_json(
            {
                "total_items": len(rows),
                "total_pages": -(-len(rows) // size),
                "page_number": asked.page,
                "size": size,
                "contents": rows[start : start + size],
            }
        )

    return rule


def v1_pages(rows: list[dict[str, object]], size: int = 10) -> Rule:
    """The same in the envelope of version 1, which says which page is the last."""

    def rule(asked: Asked) -> None:
        start = (asked.page - 1) * size
        part = rows[start : start + size]
        last = start + size >= len(rows)
        asked.answer_json(
            {"totalElements": len(rows), "number": asked.page, "last": last, "content": part}
        )

    return rule
