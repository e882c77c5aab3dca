"""A site that counts with an invented centre: the real use cases over a store in memory, and weather on the way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from tests.counts_without_network import counts_without_network
from tests.fake_store import FakeStore
from tests.invented_centre import InventedCentre
from tests.invented_services import PRIYA, FixedClock
from vrn_desktop.application.long_work import Where
from vrn_desktop.application.ports.counts import Answer, KeyAnswer
from vrn_desktop.application.sync_views import SendingOutcome
from vrn_desktop.domain.counts_sent import LedgerEntry
from vrn_desktop.domain.errors import (
    LeftWithoutAnswerError,
    NoConnectionError,
    RefusedByOfficeError,
)
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.exchange.enrolment import read_request
from vrn_desktop.exchange.errors import MessageRefusedError
from vrn_desktop.exchange.message_keys import fingerprint


class Weather(Enum):
    """How the network is when one message is sent."""

    FINE = "fine"
    NONE = "none"
    LOST_ANSWER = "lost_answer"
    """The message arrives; its answer does not."""
    FORGED = "forged"
    """Something answers with a receipt that it signed itself."""
    KEPT = "kept"
    """The intake keeps it; the office that reads it is closed."""


@dataclass
class CentreInReach:
    """A `CentreLine` that leads to a centre in memory; `weather` is asked at every message."""

    centre: InventedCentre
    weather: Callable[[], Weather] = lambda: Weather.FINE
    forger: InventedCentre = field(default_factory=InventedCentre)
    tried: list[bytes] = field(default_factory=list)

    def post(self, address: str, raw: bytes) -> Answer:
        """One message, in the weather of the moment."""
        self.tried.append(raw)
        weather = self.weather()
        if weather is Weather.NONE:
            raise NoConnectionError("nobody there")
        if weather is Weather.FORGED:
            return Answer(receipt=self.forger.take(raw)[1])
        try:
            _, receipt = self.centre.take(raw)
        except MessageRefusedError as error:
            raise RefusedByOfficeError(error.reason) from error
        if weather is Weather.LOST_ANSWER:
            raise LeftWithoutAnswerError("no answer")
        return Answer(receipt=None if weather is Weather.KEPT else receipt)

    def post_key(self, address: str, raw: bytes) -> KeyAnswer:
        """A request waits for somebody's yes; a rotation is in force at once."""
        if self.weather() is not Weather.FINE:
            raise NoConnectionError("nobody there")
        if raw.startswith(b"VRNROT1"):
            self.centre.rotate(raw)
            return KeyAnswer.IN_FORCE
        is_approved = fingerprint(read_request(raw).device) in self.centre.devices
        return KeyAnswer.IN_FORCE if is_approved else KeyAnswer.WAITS


@dataclass
class InventedSite:
    """One laptop and the person at it; `line.weather` says how the network is."""

    centre: InventedCentre = field(default_factory=InventedCentre)
    person: Practitioner = PRIYA
    store: FakeStore = field(default_factory=FakeStore)
    clock: FixedClock = field(default_factory=FixedClock)
    site: str = "S001"
    first_id: int = 1

    def __post_init__(self) -> None:
        self.line = CentreInReach(self.centre)
        self.line.forger.devices = self.centre.devices
        self.line.forger.signer = type(self.centre.signer).from_private(bytes(range(32)))
        self.restart()

    @property
    def practitioner(self) -> Practitioner:
        """Who is signed in."""
        return self.person

    def restart(self) -> None:
        """Everything that is not in the file is forgotten."""
        self.first_id += 1000
        self.sync = counts_without_network(self, self.clock, line=self.line, first_id=self.first_id)

    def enrol(self, **offered: object) -> "InventedSite":
        """The whole way: offer, key, six words that agree, the centre's yes."""
        self.sync.begin_enrolment(self.centre.offer(self.site, **offered))  # type: ignore[arg-type]  # passed on as named
        request = self.sync.request_file()
        assert self.sync.overview().words == self.centre.words_for(request)
        self.centre.approve(request)
        self.sync.words_agree()
        return self

    def go_to(self, when: datetime) -> None:
        """Move the clock here and the calendar there."""
        self.clock.now = when
        self.centre.day = when.date()

    def send(self, *, asked_for: bool = False) -> SendingOutcome:
        """One round, one piece after another; says nothing about threads."""
        steps = self.sync.send(lambda _done, _of: True, asked_for=asked_for)
        try:
            while True:
                assert isinstance(next(steps), Where)
        except StopIteration as ended:
            outcome: SendingOutcome = ended.value
            return outcome

    def ledger(self) -> tuple[LedgerEntry, ...]:
        """Every message, the oldest first."""
        return tuple(reversed(self.sync.overview().ledger))
