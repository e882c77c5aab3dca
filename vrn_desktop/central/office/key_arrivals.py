"""Keys as they come from sites, by network or by file: a request that waits, or a rotation in force at once."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, Engine

from vrn_desktop.central.clock import Clock
from vrn_desktop.central.office import key_rows
from vrn_desktop.central.office.device_rows import (
    add_device,
    device_row,
    end_device,
    is_offered,
    keys_waiting,
)
from vrn_desktop.central.office.message_state import DeviceState
from vrn_desktop.central.store.database import judging
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.exchange.enrolment import read_request, read_rotation
from vrn_desktop.exchange.errors import MessageRefusedError, Refusal
from vrn_desktop.exchange.message_keys import fingerprint

LARGEST_KEY_FILE = 600
MOST_WAITING = 5
"""Keys that may wait for one site; more would only hide the right one from whoever compares words."""

REQUEST_BEGINS = b"VRNKEY1\n"


class KeyStanding(StrEnum):
    """What the site that sent a key may count on."""

    IN_FORCE = "in_force"
    WAITS = "waits"
    """Somebody at the centre has yet to hear the six words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyArrivals:
    """The door for keys; the same file twice is answered alike and changes nothing."""

    engine: Engine
    clock: Clock

    def take(self, raw: bytes) -> KeyStanding:
        """Take a `.vrnkey` or `.vrnnewkey` file's bytes.

        Raises:
            MessageRefusedError: form, version, signature; a site or centre not known here; a key that
                was revoked or refused; or too many keys that wait for this site.
        """
        if raw.startswith(REQUEST_BEGINS):
            return self._request(raw)
        return self._rotation(raw)

    def _request(self, raw: bytes) -> KeyStanding:
        request = read_request(raw)
        with judging(self.engine) as connection:
            known = device_row(connection, fingerprint(request.device))
            if known is not None:
                return standing_of(known.state)
            ours = request.centre in key_rows.signer_fingerprints(connection)
            if not ours or not is_offered(connection, request.site):
                raise MessageRefusedError(
                    Refusal.UNKNOWN_SENDER, "this office has offered this site no place"
                )
            if keys_waiting(connection, request.site) >= MOST_WAITING:
                raise MessageRefusedError(
                    Refusal.UNKNOWN_SENDER, "too many keys wait for this site: ask the office"
                )
            add_device(
                connection,
                public=request.device,
                site=request.site,
                state=DeviceState.WAITING,
                now=self.clock(),
            )
        return KeyStanding.WAITS

    def _rotation(self, raw: bytes) -> KeyStanding:
        with self.engine.connect() as looking:  # what is no key keeps no message waiting
            rotation = read_rotation(raw, lambda device: may_rotate(looking, device))
        with judging(self.engine) as connection:
            old, new = device_row(connection, rotation.old), fingerprint(rotation.new)
            if old is not None and old.state == DeviceState.REPLACED and old.replaced_by == new:
                return KeyStanding.IN_FORCE
            is_in_force = old is not None and old.state == DeviceState.APPROVED
            if old is None or not is_in_force or device_row(connection, new) is not None:
                raise MessageRefusedError(
                    Refusal.UNKNOWN_SENDER, "the old key is not in force, or the new one is known"
                )
            now = self.clock()
            end_device(connection, rotation.old, DeviceState.REPLACED, now, replaced_by=new)
            add_device(
                connection,
                public=rotation.new,
                site=old.site,
                state=DeviceState.APPROVED,
                now=now,
            )
            about = f"{old.site} {rotation.old} {new}"
            write_down(connection, at=now, who="the site", act="key_replaced", about=about)
        return KeyStanding.IN_FORCE


def may_rotate(connection: Connection, device: str) -> bytes | None:
    """The key that may name its successor; one that has done so may say it again."""
    row = device_row(connection, device)
    if row is None or row.state not in (DeviceState.APPROVED, DeviceState.REPLACED):
        return None
    return bytes(row.public)


def standing_of(state: str) -> KeyStanding:
    """What a key's state means for its site.

    Raises:
        MessageRefusedError: it was refused or revoked.
    """
    if state in (DeviceState.APPROVED, DeviceState.REPLACED):
        return KeyStanding.IN_FORCE
    if state == DeviceState.WAITING:
        return KeyStanding.WAITS
    raise MessageRefusedError(
        Refusal.UNKNOWN_SENDER, "this key was refused or revoked: enrol this site again"
    )
