"""What every page of the central office can reach: its database, clock, address and rules of sign-in."""

from dataclasses import dataclass, field
from typing import cast
from urllib.parse import urlsplit

from sqlalchemy import Engine
from starlette.requests import Request

from vrn_desktop.central.accounts.first_start import FirstStart
from vrn_desktop.central.accounts.open_id import Provider
from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes
from vrn_desktop.central.accounts.security_keys import KeyPlace
from vrn_desktop.central.accounts.sign_in_rules import SignInRules
from vrn_desktop.central.clock import Clock
from vrn_desktop.central.office.enrolment import Enrolment
from vrn_desktop.central.office.key_arrivals import KeyArrivals
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.reception import Reception
from vrn_desktop.central.shipped_tables import table_packs
from vrn_desktop.central.store.stored_site_numbers import StoredSiteNumbers


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralOffice:
    """One office as one process serves it."""

    engine: Engine
    clock: Clock
    draw: RandomBytes
    """The operating system's random source."""
    address: str
    """Where people open it, such as `https://counts.example.org`; security keys are bound to it."""
    ring: KeyRing
    """The keys that messages are opened and answered with."""
    rules: SignInRules = field(default_factory=SignInRules)
    first_start: FirstStart | None = None
    """The code that was printed when the program was started and nobody was on the list yet."""
    provider: Provider | None = None
    """The organisation's own sign-in, if there is one."""

    @property
    def is_https(self) -> bool:
        """Whether people reach it over an encrypted connection."""
        return self.address.startswith("https://")

    @property
    def key_place(self) -> KeyPlace:
        """What security keys are bound to."""
        return KeyPlace(address=self.address)

    @property
    def enrolment(self) -> Enrolment:
        """The office's side of enrolling sites."""
        return Enrolment(engine=self.engine, ring=self.ring, clock=self.clock)

    @property
    def reception(self) -> Reception:
        """The door for messages that were brought on a stick."""
        return Reception(engine=self.engine, ring=self.ring, clock=self.clock, packs=table_packs())

    @property
    def key_arrivals(self) -> KeyArrivals:
        """The door for keys that were brought on a stick."""
        return KeyArrivals(engine=self.engine, clock=self.clock)

    @property
    def site_numbers(self) -> StoredSiteNumbers:
        """The noisy numbers in use."""
        return StoredSiteNumbers(self.engine)

    @property
    def host(self) -> str:
        """Host and port as browsers name them."""
        return urlsplit(self.address).netloc


def office_of(request: Request) -> CentralOffice:
    """The office that serves this request."""
    return cast("CentralOffice", request.app.state.office)
