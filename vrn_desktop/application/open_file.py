"""An unlocked file: who is signed in, the keys they hold and the open store."""

from dataclasses import dataclass

from vrn_desktop.application.ports.store import Store
from vrn_desktop.application.ports.vault import UnlockedVault
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.practitioner import Practitioner


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """The session of the signed-in person; an administrator holds keys for people, not for records."""

    vault: UnlockedVault
    records: Store | None

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
