"""A real Chromium against a real server of the central office, for every test that looks at pages.

A test module takes the fixtures by `from tests.central.browser import *`'s named members:
`chromium`, `served`, `page`. What the browser complains about fails the test that caused it.
"""

import os
import socket
import threading
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    sync_playwright,
)
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.routing import BaseRoute

from installer.test_programs import CHROMIUM
from tests.central.office_clock import OfficeClock
from tests.central.office_people import (
    FIRST_CODE,
    QUICK_GUESSES,
    QUICK_KEYS,
    add_person,
    repeating_bytes,
    session_token,
)
from vrn_desktop.central.accounts.first_start import FirstStart
from vrn_desktop.central.accounts.open_id import Provider
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.schema import create_schema
from vrn_desktop.central.web.central_app import build_app
from vrn_desktop.central.web.central_office import CentralOffice
from vrn_desktop.central.web.visit import cookie_name

NOT_HERE = "needs Chromium"
PATIENCE_MS = 15_000


@dataclass(frozen=True, kw_only=True)
class ServedOffice:
    """A running central office on an SQLite file, with a clock of its own."""

    office: CentralOffice
    clock: OfficeClock

    @property
    def engine(self) -> Engine:
        return self.office.engine

    @property
    def address(self) -> str:
        return self.office.address

    def sign_in(self, context: BrowserContext, name: str, *roles: Role) -> str:
        """Have an invented person signed in, in this browser; their id."""
        person_id = add_person(self.engine, self.clock, name, roles)
        token = session_token(self.engine, self.clock, person_id, self.office.draw)
        context.add_cookies(
            [{"name": cookie_name(self.office), "value": token, "url": self.address}]
        )
        return person_id


@contextmanager
def served_app(app: Starlette, listening: socket.socket) -> Generator[None, None, None]:
    """The program behind a socket for as long as the block lasts."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off", ws="none"))
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listening]}, name="office", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()


def free_socket() -> socket.socket:
    """A socket that already listens: whoever connects waits until the server takes over."""
    listening = socket.create_server(("127.0.0.1", 0))
    listening.listen(64)
    return listening


@contextmanager
def served_office(
    folder: Path,
    beside: Callable[[CentralOffice], Sequence[BaseRoute]] = lambda _: (),
    *,
    keys_required: bool = True,
    first_start: bool = False,
    provider: Provider | None = None,
) -> Generator[ServedOffice, None, None]:
    """An office with nothing in it yet, answering on a free port of this machine."""
    engine = open_database(f"sqlite:///{folder / 'central.db'}")
    create_schema(engine)
    clock = OfficeClock()
    with free_socket() as listening:
        office = CentralOffice(
            engine=engine,
            clock=clock,
            draw=repeating_bytes(),
            ring=KeyRing(engine, clock, QUICK_KEYS),
            rules=SignInRules(cost=QUICK_GUESSES, keys_required=keys_required),
            first_start=FirstStart.with_code(FIRST_CODE) if first_start else None,
            provider=provider,
            address=f"http://localhost:{listening.getsockname()[1]}",
        )
        with served_app(build_app(office, beside(office)), listening):
            yield ServedOffice(office=office, clock=clock)
    engine.dispose()


def started_chromium() -> Generator[Browser, None, None]:
    """One browser, without a window."""
    program = CHROMIUM.place()
    if program is None:
        pytest.skip(NOT_HERE)
    as_root = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=as_root)
        yield browser
        browser.close()


def complaints_of(page: Page) -> list[str]:
    """What the browser will complain about on this page: errors, and what the policy forbids."""
    complaints: list[str] = []

    def heard(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", heard)

    def answered(response: Response) -> None:
        if response.status >= 500:
            complaints.append(f"{response.status} at {response.url}")

    page.on("response", answered)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def without_refusals(complaints: Iterable[str]) -> list[str]:
    """Complaints less the browser's own line about a page that answered with an error on purpose."""
    return [line for line in complaints if "Failed to load resource" not in line]


@pytest.fixture(scope="module")
def chromium() -> Generator[Browser, None, None]:
    """One browser for the tests of a module."""
    yield from started_chromium()


@pytest.fixture
def served(tmp_path: Path) -> Generator[ServedOffice, None, None]:
    """A running office with nothing in it yet."""
    with served_office(tmp_path) as office:
        yield office


@pytest.fixture
def page(chromium: Browser, served: ServedOffice) -> Generator[Page, None, None]:
    """A page in a browser of its own; the test fails on anything the browser complains about."""
    context = chromium.new_context(base_url=served.address, locale="en-GB")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    complaints = complaints_of(page)
    yield page
    context.close()
    assert without_refusals(complaints) == []
