"""Somebody who holds an invented store file open: keys, a signature and a header's memory, no vault."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from db.opening import open_store
from db.sql_store import SqlStore
from vrn_desktop.application.ports.vault import AuditAnchor, HeaderNote, StoreKeys
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SIGNING_KEY = Ed25519PrivateKey.from_private_bytes(b"invented signing key, 32 bytes..")
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"another invented key of 32 bytes")
ASH = PractitionerId("ash")


@dataclass
class TickingClock:
    """A clock that moves one second each time it is looked at."""

    now: datetime = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def keys_in(folder: Path, number: int = 1, *, epoch: int = 1, key: bytes = b"k" * 32) -> StoreKeys:
    path = folder / f"store-{number:04d}.db"
    return StoreKeys(number=number, path=path, epoch=epoch, key=key, salt=key[:16])


@dataclass
class InventedHolder:
    """What `open_store` needs of an unlocked vault."""

    store: StoreKeys
    anchor: AuditAnchor = field(default_factory=AuditAnchor)
    generation: int = 1
    backup_mac_key: bytes = b"m" * 32
    notes: tuple[HeaderNote, ...] = ()
    header_copy: bytes = b"an invented header copy " * 40
    signing_key: Ed25519PrivateKey = SIGNING_KEY
    person_id: PractitionerId = ASH

    @property
    def person(self) -> Practitioner:
        return Practitioner(
            id=self.person_id,
            name="Ash Sample",
            role=Role.PRACTITIONER,
            trained=True,
            signing_key=self.public_key,
        )

    @property
    def public_key(self) -> bytes:
        return self.signing_key.public_key().public_bytes_raw()

    def sign(self, data: bytes) -> bytes:
        return self.signing_key.sign(data)

    def open(self) -> SqlStore:
        return open_store(self, TickingClock())
