"""What every page of the central office can reach: its database, clock, address and rules of sign-in."""

from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from sqlalchemy import Engine
from starlette.requests import Request

from vrn_desktop.central.accounts.secrets_kept_hashed import RandomBytes
from vrn_desktop.central.clock import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class CentralOffice:
    """One office as one process serves it."""

    engine: Engine
    clock: Clock
    draw: RandomBytes
    """The operating system's random source."""
    address: str
    """Where people open it, such as `https://counts.example.org`; security keys are bound to it."""
    keys_required: bool = True
    """Whether a passphrase alone lets nobody in."""

    @property
    def is_https(self) -> bool:
        """Whether people reach it over an encrypted connection."""
        return self.address.startswith("https://")

    @property
    def host(self) -> str:
        """Host and port as browsers name them."""
        return urlsplit(self.address).netloc


def office_of(request: Request) -> CentralOffice:
    """The office that serves this request."""
    return cast("CentralOffice", request.app.state.office)
