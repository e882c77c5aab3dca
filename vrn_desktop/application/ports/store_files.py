"""The numbered store files beside each other: made, opened, migrated, backed up, restored."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from vrn_desktop.application.ports.store import Store
from vrn_desktop.application.ports.vault import UnlockedVault, Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupEntry:
    """A local backup as the list shows it.

    `epoch` counts the changes of locks before it; None where the backup does not say. Nobody has
    checked it yet: only restoring does.
    """

    path: Path
    made_at: datetime
    size: int
    epoch: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierFile:
    """The store file that was live before a backup was brought back; kept until somebody lets it go."""

    path: Path
    kept_since: datetime
    size: int


class StoreFiles(Protocol):
    """New files are built beside the live one; only the header makes one of them live (security.md 3.4)."""

    def create(self, vault: UnlockedVault) -> Store:
        """Make the first store file for `vault.store` and open it. The header is not written here.

        What a set-up left that was broken off is replaced: no header ever held its key.

        Raises:
            NotAllowedError: the folder holds a file already.
        """
        ...

    def open(self, vault: UnlockedVault) -> Store:
        """Open the live file, bringing an older one up to date first on a copy.

        Raises:
            FileDamagedError, FileTooNewError, FileInUseError, FileMissingError and other StorageErrors.
        """
        ...

    def rebuild(self, vault: UnlockedVault, store: Store, *, new_keys: bool) -> Store:
        """Copy the live file into a new one, under new keys or the same; closes `store`, opens the new."""
        ...

    def backups(self) -> tuple[BackupEntry, ...]:
        """Local backups, newest first."""
        ...

    def vault_in(self, backup: Path) -> Vault:
        """The vault as a backup has it, to be unlocked with the passphrase valid at that time."""
        ...

    def copy_out(self, backup: Path, folder: Path) -> None:
        """Put a copy of a backup into a folder, say of a stick; read back before this returns.

        Raises:
            DiskFullError, DiskReadOnlyError and other StorageErrors: nothing of the copy is left.
        """
        ...

    def restore(self, backup: Path, vault: UnlockedVault) -> Store:
        """Restore a verified backup into a new numbered file and open it; the old file stays."""
        ...

    def earlier(self) -> tuple[EarlierFile, ...]:
        """Store files kept since a restore, oldest number first."""
        ...

    def let_go(self, earlier: EarlierFile) -> None:
        """Remove a kept store file for good.

        Raises:
            StorageError: it could not be removed.
        """
        ...
