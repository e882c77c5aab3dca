"""The real central office over real HTTPS on this computer, and a person at its pages without a browser."""

import re
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx2
import uvicorn

from tests.central.office_clock import OfficeClock
from tests.central.office_people import add_person, repeating_bytes, session_token
from tests.sync.centre_server import invented_proof
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.office.group_commit import GroupCommit
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.passphrase_seal import LEAST
from vrn_desktop.central.store.database import open_database
from vrn_desktop.central.store.schema import create_schema
from vrn_desktop.central.web.central_app import build_app
from vrn_desktop.central.web.central_office import CentralOffice
from vrn_desktop.central.web.intake_routes import IntakeDesk, intake_routes
from vrn_desktop.central.web.visit import cookie_name
from vrn_desktop.sync.centre_line import HttpsCentreLine

KEYS = "harbour thimble velvet meadow"
WHO = "Ada Example"
_FORM_WORD = re.compile(r'name="form_word" value="([0-9a-f]{64})"')
Files = list[tuple[str, tuple[str, bytes]]]


@dataclass(frozen=True)
class PersonAtTheOffice:
    """Somebody with the role intake, signed in; reads pages and sends their forms."""

    client: httpx2.Client

    def read(self, page: str) -> str:
        """A page's text."""
        answer = self.client.get(page)
        assert answer.status_code == 200, (page, answer.status_code)
        return answer.text

    def send(
        self, page: str, to: str, said: Mapping[str, str], files: Files | None = None
    ) -> httpx2.Response:
        """A form of a page, with the word that the page put into it."""
        found = _FORM_WORD.search(self.read(page))
        assert found, f"{page} has no form"
        form = {"form_word": found[1], **said}
        return self.client.post(to, data=form, files=files, follow_redirects=True)


@dataclass(frozen=True)
class ServedCentre:
    """One office; `proof` holds the certificate that this computer's line is told to trust."""

    office: CentralOffice
    clock: OfficeClock
    person_id: str
    client: httpx2.Client
    proof: Path

    @property
    def person(self) -> PersonAtTheOffice:
        """Signed in just now: a moved clock ends a session."""
        token = session_token(self.office.engine, self.clock, self.person_id, self.office.draw)
        self.client.cookies = httpx2.Cookies({cookie_name(self.office): token})
        return PersonAtTheOffice(self.client)

    def line(self) -> HttpsCentreLine:
        """The desktop's way to it, through TLS as everywhere."""
        return HttpsCentreLine(context=lambda: ssl.create_default_context(cafile=str(self.proof)))


@contextmanager
def served_centre(folder: Path, clock: OfficeClock) -> Iterator[ServedCentre]:
    """`vrn-central serve` as it puts itself together, with a clock of the test and quick passphrases."""
    proof = folder / "invented.pem"
    proof.write_bytes(invented_proof())
    engine = open_database(f"sqlite:///{folder / 'central.db'}")
    create_schema(engine)
    with ExitStack() as open_now:
        open_now.callback(engine.dispose)
        listening = open_now.enter_context(socket.create_server(("127.0.0.1", 0)))
        office = CentralOffice(
            engine=engine,
            clock=clock,
            draw=repeating_bytes(),
            address=f"https://127.0.0.1:{listening.getsockname()[1]}",
            ring=KeyRing(engine, clock, LEAST),
        )
        office.ring.found(KEYS, who=WHO)
        messages = open_now.enter_context(GroupCommit(office.reception.take_in))
        desk = IntakeDesk(messages=messages, keys=office.key_arrivals, engine=engine)
        open_now.enter_context(_answering(build_app(office, intake_routes(desk)), listening, proof))
        client = open_now.enter_context(
            httpx2.Client(
                base_url=office.address,
                verify=ssl.create_default_context(cafile=str(proof)),
                trust_env=False,
            )
        )
        yield ServedCentre(
            office=office,
            clock=clock,
            person_id=add_person(engine, clock, WHO, [Role.INTAKE]),
            client=client,
            proof=proof,
        )


@contextmanager
def _answering(app: object, listening: socket.socket, proof: Path) -> Iterator[None]:
    config = uvicorn.Config(
        app,  # type: ignore[arg-type]  # uvicorn's own type of an application is narrower
        log_level="error",
        lifespan="off",
        ws="none",
        ssl_certfile=str(proof),
        ssl_keyfile=str(proof),
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(
        target=server.run, kwargs={"sockets": [listening]}, name="centre", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()
