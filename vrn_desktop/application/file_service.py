"""Set up, unlock, lock and restore the encrypted file."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.store_files import BackupEntry, StoreFiles
from vrn_desktop.application.ports.vault import (
    AuditAnchor,
    HelpLines,
    NewPerson,
    NewVault,
    SheetAccess,
    SheetFinding,
    UnlockedVault,
    Vault,
    VaultDescription,
)
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseAdvice
from vrn_desktop.domain.setting import Workplace

LoadStoreFiles = Callable[[], StoreFiles]
"""Brings in the keeper of the file; slow the first time, so it runs beside the key derivation."""

CLOCK_SLACK = timedelta(hours=2)
"""A clock this far behind the newest backup is taken as set back; less may be a change of time zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRun:
    """Everything the first-run pages ask before the sheet is shown; the first person is a supervisor."""

    workplace: Workplace
    people: tuple[NewPerson, ...]


class FileService:
    """Use cases before, at and after unlocking. Slow ones run on the store thread."""

    def __init__(self, vault: Vault, store_files: LoadStoreFiles, clock: Clock) -> None:
        self._vault = vault
        self._store_files = store_files
        self._clock = clock

    def exists(self) -> bool:
        """Whether there is a file; otherwise the first-run pages are shown."""
        return self._vault.exists()

    def describe(self) -> VaultDescription:
        """People to pick and help lines, readable without a passphrase (TI-03)."""
        return self._vault.describe()

    def suggest_phrase(self) -> str:
        """A generated four-word passphrase, offered first."""
        return self._vault.suggest_phrase()

    def judge_passphrase(self, passphrase: str, known: tuple[str, ...]) -> PassphraseAdvice:
        """Whether a passphrase of one's own is good enough."""
        return self._vault.judge_passphrase(passphrase, known)

    def prepare(self, first_run: FirstRun) -> NewVault:
        """Make keys and the recovery sheet; nothing is written yet."""
        return self._vault.create(
            help_lines=help_lines_of(first_run.workplace), people=first_run.people
        )

    def create(self, first_run: FirstRun, new: NewVault) -> OpenFile:
        """Write the file once a row of the sheet was typed back; the first supervisor is signed in."""
        # Names and numbers may have been corrected since the sheet was shown.
        new.unlocked.update_help_lines(help_lines_of(first_run.workplace))
        store = self._store_files().create(new.unlocked)
        with store.change(Act.FILE_CREATED, "") as work:
            work.workplaces.put(first_run.workplace)
        new.unlocked.commit_new_store()
        return OpenFile(vault=new.unlocked, records=store)

    def unlock(self, person: PractitionerId, passphrase: str) -> OpenFile:
        """Sign in with a passphrase.

        Raises:
            WrongPassphraseError: it does not fit; every other StorageError means the passphrase was right.
        """
        return self._open(self._vault.unlock(person, passphrase))

    def open_with_sheet(self, words: str) -> SheetAccess:
        """The forgotten passphrase: the recovery sheet opens the way to a new one."""
        return self._vault.unlock_with_sheet(words)

    def check_sheet_row(self, row: int, words: str) -> SheetFinding | None:
        """What is not right about one row typed from the sheet."""
        return self._vault.check_sheet_row(row, words)

    def reset_with_sheet(
        self, access: SheetAccess, person: PractitionerId, passphrase: str
    ) -> OpenFile:
        """New keys and passphrase for somebody, who is then signed in."""
        opened = self._open(access.reset_person(person, passphrase))
        if opened.records is not None:
            with opened.records.change(Act.PASSPHRASE_RESET, person):
                pass
        return opened

    def backups(self) -> tuple[BackupEntry, ...]:
        """Local backups, newest first."""
        return self._store_files().backups()

    def clock_behind(self) -> datetime | None:
        """When the newest backup was made, where the clock shows a time before it (security.md 5.4)."""
        newest = max((backup.made_at for backup in self.backups()), default=None)
        behind = newest is not None and newest - self._clock() > CLOCK_SLACK
        return newest if behind else None

    def copy_out(self, backup: Path, folder: Path) -> None:
        """Put a copy of a backup on a stick, read back before this returns."""
        self._store_files().copy_out(backup, folder)

    def describe_backup(self, backup: Path) -> VaultDescription:
        """Who could sign in when a backup was made."""
        return self._store_files().vault_in(backup).describe()

    def restore(self, backup: Path, person: PractitionerId, passphrase: str) -> OpenFile:
        """Restore a backup into a new numbered file, with a passphrase valid when it was made."""
        files = self._store_files()
        vault = files.vault_in(backup).unlock(person, passphrase)
        store = files.restore(backup, vault)
        with store.change(Act.RESTORED, ""):
            pass
        return OpenFile(vault=vault, records=store)

    def lock(self, opened: OpenFile) -> None:
        """Note the lock, make the local backup, anchor the audit trail in the header, close."""
        store = opened.records
        if store is None:
            return
        with store.change(Act.LOCKED, ""):
            pass
        self.back_up(opened)
        anchor(opened)
        store.close()

    def back_up(self, opened: OpenFile) -> str:
        """Make a verified local backup now; returns its neutral name."""
        return opened.store.back_up(self._clock())

    def _open(self, vault: UnlockedVault) -> OpenFile:
        if vault.store is None:
            return OpenFile(vault=vault, records=None)
        store = self._store_files().open(vault)
        with store.change(Act.SIGNED_IN, ""):
            pass
        return OpenFile(vault=vault, records=store)


def anchor(opened: OpenFile) -> None:
    """Keep the audit trail's end and the commit count in the header (security.md 5.2)."""
    store = opened.store
    seq, digest = store.audit_head()
    opened.vault.record_anchor(
        AuditAnchor(seq=seq, hash=digest, commit_counter=store.commit_count())
    )


def help_lines_of(workplace: Workplace) -> HelpLines:
    """The lines that are readable before anyone signs in."""
    return HelpLines(
        setting=workplace.setting_name,
        lead_name=workplace.lead.name,
        lead_numbers=workplace.lead.numbers,
    )
