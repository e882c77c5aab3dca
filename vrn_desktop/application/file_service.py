"""Set up, unlock, lock and restore the encrypted file."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.store import Store
from vrn_desktop.application.ports.store_files import BackupEntry, EarlierFile, StoreFiles
from vrn_desktop.application.ports.vault import (
    AuditAnchor,
    HelpLines,
    NewPerson,
    NewVault,
    UnlockedVault,
    Vault,
    VaultDescription,
)
from vrn_desktop.application.recovery_way import RecoveryWay
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError, StorageError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseAdvice
from vrn_desktop.domain.setting import Workplace

LoadStoreFiles = Callable[[], StoreFiles]
"""Brings in the keeper of the file; slow the first time, so it runs beside the key derivation."""

CLOCK_SLACK = timedelta(hours=2)
"""A clock this far behind the newest backup is taken as set back; less may be a change of time zone."""
LONGEST_PAUSE = timedelta(days=45)
"""A clock this far ahead of the last audit entry is not believed (security.md 5.4)."""
BACKUP_SLACK = timedelta(seconds=5)
"""A backup is made right after the last entry of a session, and its name has whole seconds."""


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
        self._vault.begin_set_up()
        store = self._store_files().create(new.unlocked)
        with _closed_on_trouble(store):
            with store.change(Act.FILE_CREATED, "") as work:
                work.workplaces.put(first_run.workplace)
            new.unlocked.commit_new_store()
        opened = OpenFile(vault=new.unlocked, records=store)
        opened.write_down()
        return opened

    def unlock(self, person: PractitionerId, passphrase: str) -> OpenFile:
        """Sign in with a passphrase.

        Raises:
            WrongPassphraseError: it does not fit; every other StorageError means the passphrase was right.
        """
        return self._open(self._vault.unlock(person, passphrase))

    def recovery(self) -> RecoveryWay:
        """The forgotten passphrase: the recovery sheet opens this laptop's file."""
        return RecoveryWay(self._vault, self._open)

    def recovery_of(self, backup: Path) -> RecoveryWay:
        """A new laptop and no passphrase of that day: the recovery sheet brings a backup back.

        Raises:
            NotAllowedError: this laptop's own file can still be opened with the sheet, and comes first.
        """
        if self._has_own_file():
            raise NotAllowedError("the sheet opens the file that is here")
        files = self._store_files()
        return RecoveryWay(
            files.vault_in(backup),
            lambda vault: OpenFile(vault=vault, records=files.restore(backup, vault)),
            brings_back=True,
        )

    def backups(self) -> tuple[BackupEntry, ...]:
        """Local backups, newest first."""
        return self._store_files().backups()

    def backup_missing(self, opened: OpenFile) -> bool:
        """Whether no local backup holds what was written before this sign-in: the last lock made none."""
        newest = max((backup.made_at for backup in self.backups()), default=None)
        last = opened.used_before
        return last is not None and (newest is None or last - newest > BACKUP_SLACK)

    def space_low(self, opened: OpenFile) -> bool:
        """Whether the disk is nearly full: said before answers can no longer be saved (security.md 5.1)."""
        return opened.records is not None and opened.records.free_space_low()

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
        return OpenFile(vault=vault, records=files.restore(backup, vault))

    def earlier_files(self) -> tuple[EarlierFile, ...]:
        """What was the file before a backup was brought back; kept until a supervisor lets it go."""
        return self._store_files().earlier()

    def let_earlier_go(self, opened: OpenFile) -> None:
        """A supervisor confirms that everything is in the restored file: the earlier ones are removed.

        Raises:
            NotAllowedError: not a supervisor.
            StorageError: those that are left can be let go again later.
        """
        _require_supervisor(opened)
        for earlier in self.earlier_files():
            with opened.store.change(Act.EARLIER_FILE_LET_GO, earlier.path.name):
                pass
            self._store_files().let_go(earlier)

    def change_locks(self, opened: OpenFile) -> OpenFile:
        """Somebody has left: new keys that nothing they took along opens, and a new backup under them.

        `opened` is closed by this; who called locks the program with what is returned, because no
        use case knows the new file.

        Raises:
            NotAllowedError: not a supervisor.
            StorageError: the locks are as they were and `opened` can still be used.
        """
        _require_supervisor(opened)
        before = opened.vault.generation
        try:
            store = self._store_files().rebuild(opened.vault, opened.store, new_keys=True)
        except StorageError:
            if opened.vault.generation == before:
                raise
            # The new locks count; the file will say at the next sign-in why it did not open now.
            return OpenFile(vault=opened.vault, records=None)
        return OpenFile(vault=opened.vault, records=store)

    def lock(self, opened: OpenFile) -> StorageError | None:
        """Note the lock, anchor the audit trail in the header, make the local backup, close.

        Nothing keeps the program from locking: each step is tried, and what went wrong first is
        returned. The next sign-in sees by itself that no backup was made.
        """
        store = opened.records
        if store is None:
            return None
        steps = (
            lambda: _note(store, Act.LOCKED),
            lambda: anchor(opened),
            lambda: self.back_up(opened),
        )
        troubles = [] if store.read_only else [_trouble_with(step) for step in steps]
        troubles.append(_trouble_with(store.close))
        return next((trouble for trouble in troubles if trouble is not None), None)

    def back_up(self, opened: OpenFile) -> str:
        """Make a verified local backup now; returns its neutral name."""
        return opened.store.back_up(self._clock())

    def _has_own_file(self) -> bool:
        try:
            self._vault.describe()
        except StorageError:
            return False
        return True

    def _open(self, vault: UnlockedVault) -> OpenFile:
        if vault.store is None:
            return OpenFile(vault=vault, records=None)
        store = self._store_files().open(vault)
        with _closed_on_trouble(store):
            last = store.last_used_at()
            if not store.read_only:
                self._note_sign_in(store, last)
            return OpenFile(vault=vault, records=store, used_before=last)

    def _note_sign_in(self, store: Store, last: datetime | None) -> None:
        with store.change(Act.SIGNED_IN, "") as work:
            for who, count in self._vault.missed_sign_ins().items():
                work.note(Act.SIGN_IN_MISSED, f"{who} {count}")
            jump = clock_jump(last, self._clock())
            if jump:
                work.note(Act.CLOCK_JUMPED, jump)
        self._vault.forget_missed_sign_ins()


def clock_jump(last: datetime | None, now: datetime) -> str:
    """Which way the clock went since the last audit entry, if further than can be (security.md 5.4)."""
    if last is None or last - CLOCK_SLACK <= now <= last + LONGEST_PAUSE:
        return ""
    return "behind" if now < last else "ahead"


def anchor(opened: OpenFile) -> None:
    """Keep the audit trail's end and the commit count in the header (security.md 5.2)."""
    written = opened.write_down()
    store = opened.store
    seq, digest = store.audit_head()
    opened.vault.record_anchor(
        AuditAnchor(seq=seq, hash=digest, commit_counter=store.commit_count()),
        notes_written=written,
    )


def help_lines_of(workplace: Workplace) -> HelpLines:
    """The lines that are readable before anyone signs in."""
    return HelpLines(
        setting=workplace.setting_name,
        lead_name=workplace.lead.name,
        lead_numbers=workplace.lead.numbers,
    )


@contextmanager
def _closed_on_trouble(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise


def _note(store: Store, act: Act) -> None:
    with store.change(act, ""):
        pass


def _trouble_with(step: Callable[[], object]) -> StorageError | None:
    try:
        step()
    except StorageError as trouble:
        return trouble
    return None


def _require_supervisor(opened: OpenFile) -> None:
    if not opened.practitioner.role.may_review:
        raise NotAllowedError("a supervisor decides this")
