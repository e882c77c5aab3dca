"""The keys of sites, as the intake looks them up: who may still send, and who may not any more."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, bindparam, select

from vrn_desktop.central.office.answers import IntakeRefusal
from vrn_desktop.central.office.key_pair import KEPT_AFTER
from vrn_desktop.central.office.message_state import DeviceState
from vrn_desktop.central.store.site_tables import DEVICES
from vrn_desktop.exchange.sealed_message import EnrolledDevice

_BY_FINGERPRINT = select(
    DEVICES.c.public, DEVICES.c.site, DEVICES.c.state, DEVICES.c.ended_at
).where(DEVICES.c.fingerprint == bindparam("device"))

_ENROLLED_ONCE = (DeviceState.APPROVED, DeviceState.REPLACED, DeviceState.REVOKED)


class NoLongerEnrolledError(Exception):
    """The key was enrolled once; what it signs is not taken any more."""

    refusal = IntakeRefusal.REVOKED


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDevices:
    """Looks each key up once in one transaction."""

    connection: Connection
    now: datetime
    any_state: bool = False
    """For what was received before a key was revoked and is opened only now."""

    def lookup(self) -> Callable[[str], EnrolledDevice | None]:
        """The lookup that checking a message's cover asks for; it raises NoLongerEnrolledError."""
        seen: dict[str, EnrolledDevice | None] = {}

        def device(fingerprint: str) -> EnrolledDevice | None:
            if fingerprint not in seen:
                seen[fingerprint] = self._device(fingerprint)
            return seen[fingerprint]

        return device

    def _device(self, fingerprint: str) -> EnrolledDevice | None:
        row = self.connection.execute(_BY_FINGERPRINT, {"device": fingerprint}).one_or_none()
        if row is None or row.state not in _ENROLLED_ONCE:
            return None
        if not self.any_state and not self._still_sends(row.state, row.ended_at):
            raise NoLongerEnrolledError
        return EnrolledDevice(site=row.site, public=row.public)

    def _still_sends(self, state: str, ended_at: datetime | None) -> bool:
        """A replaced key's messages were drawn and sealed before; they come the same bytes as ever."""
        if state == DeviceState.REPLACED and ended_at is not None:
            return self.now < ended_at + KEPT_AFTER
        return state == DeviceState.APPROVED
