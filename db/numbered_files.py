"""The numbered store files of one data folder, as the use cases ask for them."""

from pathlib import Path

from db.backup_container import read_header_copy
from db.backup_copies import copy_out
from db.backups import backup_folder, list_backups, restore_backup
from db.durable_files import remove_store_file
from db.opening import open_store
from db.sql_store import SqlStore
from db.store_files import (
    create_store,
    keep_beside,
    kept_beside,
    let_go,
    migrate_store,
    sweep_leftovers,
)
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.store import Store
from vrn_desktop.application.ports.store_files import BackupEntry, EarlierFile
from vrn_desktop.application.ports.vault import StoreKeys, UnlockedVault, Vault
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileNeedsMigrationError, NotAllowedError


class NumberedFiles:
    """Implements `StoreFiles` (application/ports/store_files.py)."""

    def __init__(self, folder: Path, vault: Vault, clock: Clock) -> None:
        self._folder = folder
        self._vault = vault
        self._clock = clock

    def create(self, vault: UnlockedVault) -> SqlStore:
        """Make the first store file and open it; the caller writes the header."""
        if self._vault.exists():
            raise NotAllowedError("this folder already holds a file")
        new = _keys_of(vault)
        # Whatever lies here was left by a set-up that was broken off: its key was never written.
        remove_store_file(new.path)
        create_store(new)
        return self.open(vault)

    def open(self, vault: UnlockedVault) -> SqlStore:
        """Open the live file, bringing an older one up to date first on a copy."""
        live = _keys_of(vault)
        try:
            store = open_store(vault, self._clock)
        except FileNeedsMigrationError:
            migrate_store(live, vault.prepare_new_store(new_keys=False))
            live = vault.commit_new_store()
            store = open_store(vault, self._clock)
            with store.change(Act.MIGRATED, ""):
                pass
        if not store.read_only:
            sweep_leftovers(live)
            store.keep_ballast()
        return store

    def rebuild(self, vault: UnlockedVault, store: Store, *, new_keys: bool) -> SqlStore:
        """Copy the live file into a new one; until the header names it, `store` stays open."""
        if not isinstance(store, SqlStore):
            raise TypeError("only a store of this folder can be rebuilt")
        store.copy_into(vault.prepare_new_store(new_keys=new_keys))
        vault.commit_new_store()
        store.close()
        return self.open(vault)

    def backups(self) -> tuple[BackupEntry, ...]:
        """Local backups, newest first."""
        return list_backups(backup_folder(self._folder))

    def vault_in(self, backup: Path) -> Vault:
        """The vault as a backup has it, to be unlocked with the passphrase valid at that time."""
        return self._vault.copy_in_backup(read_header_copy(backup))

    def copy_out(self, backup: Path, folder: Path) -> None:
        """Put a copy of a backup on a stick, read back from it."""
        copy_out(backup, folder)

    def restore(self, backup: Path, vault: UnlockedVault) -> SqlStore:
        """Restore a verified backup into a new numbered file and open it; the old file stays."""
        new = vault.prepare_new_store(new_keys=False)
        restore_backup(backup, holder=vault, new=new)
        for earlier in self._folder.glob("store-*.db"):
            if earlier != new.path:
                keep_beside(earlier)
        vault.commit_new_store()
        return self.open(vault)

    def earlier(self) -> tuple[EarlierFile, ...]:
        """Store files kept since a restore."""
        return kept_beside(self._folder)

    def let_go(self, earlier: EarlierFile) -> None:
        """Remove a kept store file for good."""
        let_go(earlier.path)


def _keys_of(vault: UnlockedVault) -> StoreKeys:
    if vault.store is None:
        raise NotAllowedError("this role never opens records")
    return vault.store
