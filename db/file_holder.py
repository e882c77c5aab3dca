"""The part of an unlocked vault that the file's keeper needs: keys, a signature, the header's memory."""

from typing import Protocol

from vrn_desktop.application.ports.vault import AuditAnchor, HeaderNote, StoreKeys
from vrn_desktop.domain.practitioner import Practitioner


class FileHolder(Protocol):
    """Whoever holds the file open; `UnlockedVault` is one."""

    @property
    def person(self) -> Practitioner:
        """Who is signed in and signs the audit log."""

    @property
    def store(self) -> StoreKeys | None:
        """The live file and its key."""

    @property
    def generation(self) -> int:
        """How often the header has been written."""

    @property
    def anchor(self) -> AuditAnchor:
        """The end of the audit log as the header remembers it."""

    @property
    def notes(self) -> tuple[HeaderNote, ...]:
        """Changes of the header that the audit log may not have yet."""

    @property
    def backup_mac_key(self) -> bytes:
        """The key that authenticates a backup's manifest."""

    @property
    def header_copy(self) -> bytes:
        """The header as it is written, to go into every backup."""

    def sign(self, data: bytes) -> bytes:
        """The signed-in person's Ed25519 signature."""
