"""An unlocked file: who is signed in, the keys they hold and the open store."""

from dataclasses import dataclass
from datetime import datetime

from vrn_desktop.application.ports.store import Store
from vrn_desktop.application.ports.vault import UnlockedVault
from vrn_desktop.domain.errors import NotAllowedError, StorageError
from vrn_desktop.domain.practitioner import Practitioner


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """The session of the signed-in person; an administrator holds keys for people, not for records.

    `used_before` is when the records were last written to before this sign-in.
    """

    vault: UnlockedVault
    records: Store | None
    used_before: datetime | None = None

    @property
    def practitioner(self) -> Practitioner:
        """Who is signed in."""
        return self.vault.person

    @property
    def store(self) -> Store:
        """The open records.

        Raises:
            NotAllowedError: administrators cannot read records.
        """
        if self.records is None:
            raise NotAllowedError("this role cannot read records")
        return self.records

    def write_down(self) -> bool:
        """Let the audit log have what the header was changed for; whether it has everything now.

        The change itself is made and safe by then: where the disk takes no more, and where no records
        are open, the header carries its note until the next sign-in that opens them (docs/adr/0011).
        """
        if self.records is None or self.records.read_only:
            return False
        try:
            self.records.remember_header(self.vault.generation, self.vault.notes)
        except StorageError:
            return False
        return True
