"""Serving over HTTP until somebody stops it: a bound socket first, then uvicorn on it."""

import argparse
import signal
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from vrn_desktop.central.commands.command_trouble import CommandError

MOST_CONNECTIONS = 500
_KEPT_OPEN_SECONDS = 20
_LAST_ANSWERS_SECONDS = 15
_LONGEST_HEADER = 16 * 1024


def add_listening_options(parser: argparse.ArgumentParser, port: int) -> None:
    """Where a program listens; this machine alone, unless it is told otherwise."""
    parser.add_argument("--host", default="127.0.0.1", help="listen at this address (127.0.0.1)")
    parser.add_argument("--port", type=int, default=port, help=f"listen at this port ({port})")


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens there.

    Raises:
        CommandError: the port is taken, or the address is not this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's delay on: 40 ms on every answer, measured.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(256)
    except (OSError, OverflowError) as error:
        listening.close()
        raise CommandError(
            f"Nothing can listen at {host} port {port}: it is in use, or not this machine's. "
            "Choose another with --port."
        ) from error
    return listening


def address_of(listening: socket.socket) -> str:
    """Where a browser on this machine finds it; security keys work at a name, never at bare numbers."""
    host, port = listening.getsockname()[:2]
    if host == "127.0.0.1":
        return f"http://localhost:{port}"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def behind_proxy(app: ASGIApp, proxies: str | None) -> ASGIApp:
    """Know who comes by what these proxies say, so that tries are counted for each network address.

    Args:
        app: what is served.
        proxies: their addresses, with commas between; whatever anybody else says is not believed,
            nor what somebody wrote into the header before a proxy added its line.
    """
    if not proxies:
        return app
    return ProxyHeadersMiddleware(app, proxies)  # type: ignore[arg-type, return-value]  # two spellings of ASGI


def serve_until_stopped(
    app: ASGIApp, listening: socket.socket, started: Callable[[], None]
) -> None:
    """Answer until the process is asked to stop; answers under way are finished.

    Nothing is logged about who asked for what: times and addresses are facts about sites too.
    """
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, _stops_quietly)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        lifespan="off",
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=_KEPT_OPEN_SECONDS,
        timeout_graceful_shutdown=_LAST_ANSWERS_SECONDS,
        h11_max_incomplete_event_size=_LONGEST_HEADER,
        proxy_headers=False,
    )
    started()
    uvicorn.Server(config).run(sockets=[listening])


def _stops_quietly(_number: int, _frame: object) -> None:
    """Uvicorn has finished by now; what is open is closed by those who opened it."""
