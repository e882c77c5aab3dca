"""Ends an exchange when its time is over, even where a server sends one byte now and then for ever."""

import socket
import ssl
from contextlib import suppress
from threading import Timer
from typing import Self

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool


class LineWatch:
    """While it is entered, every line that was opened is cut after so many seconds.

    A library's own limits begin again with every byte that comes in. `connected` says whether a
    server was there and, over TLS, proved who it is: from then on the message may have left.
    """

    def __init__(self, seconds: float) -> None:
        self.connected = False
        self._timer = Timer(seconds, self._cut)
        self._timer.daemon = True
        self._lines: list[socket.socket] = []
        self._over = False

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        for line in self._lines:
            line.close()

    def opened(self, line: socket.socket) -> None:
        """Watch over a line; a second handle reaches it whatever is laid over the first."""
        self._lines.append(line.dup())
        if self._over:
            self._cut()

    def _cut(self) -> None:
        self._over = True
        for line in tuple(self._lines):
            with suppress(OSError):  # it is closed already
                line.shutdown(socket.SHUT_RDWR)


def watched_pools(proxy: str, context: ssl.SSLContext, watch: LineWatch) -> urllib3.PoolManager:
    """Connections whose lines are watched, over a proxy where one is named."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            line = super()._new_conn()
            watch.opened(line)
            return line

        def connect(self) -> None:
            super().connect()
            watch.connected = True

    class Proven(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            line = super()._new_conn()
            watch.opened(line)
            return line

        def connect(self) -> None:
            super().connect()
            watch.connected = True

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class ProvenPool(HTTPSConnectionPool):
        ConnectionCls = Proven

    pools = (
        urllib3.ProxyManager(proxy, ssl_context=context)
        if proxy
        else urllib3.PoolManager(ssl_context=context)
    )
    pools.pool_classes_by_scheme = {"http": PlainPool, "https": ProvenPool}
    return pools
