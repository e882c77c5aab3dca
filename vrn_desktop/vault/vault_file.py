"""The locked file in the data folder. Light: OpenSSL loads while somebody signs in, not before."""

from collections.abc import Mapping
from pathlib import Path

from vrn_desktop.application.ports.vault import (
    HelpLines,
    NewPerson,
    NewVault,
    PersonToPick,
    SheetAccess,
    SheetFinding,
    UnlockedVault,
    VaultDescription,
)
from vrn_desktop.domain.errors import NotAllowedError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseAdvice
from vrn_desktop.vault import passphrases, recovery_sheet
from vrn_desktop.vault.disk import Disk, LocalDisk
from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_envelope import SealedHeader, opened
from vrn_desktop.vault.held_keys import SHEET
from vrn_desktop.vault.key_cost import KeyCost
from vrn_desktop.vault.locked_file import LockedFile
from vrn_desktop.vault.missed_sign_ins import MissedSignIns


class VaultFile:
    """Implements the port `Vault` over one data folder.

    Without `cost`, a new vault is given what takes this laptop half a second to a second. With it,
    that cost is used, and keys that are cheaper to guess are wrapped again at sign-in.
    """

    def __init__(
        self,
        folder: Path,
        *,
        disk: Disk | None = None,
        cost: KeyCost | None = None,
        in_backup: SealedHeader | None = None,
    ) -> None:
        self._folder = folder
        self._disk = disk or LocalDisk()
        copies = HeaderCopies(self._disk, folder)
        self._locked = LockedFile(copies=copies, cost=cost, in_backup=in_backup)
        self._missed = MissedSignIns(self._disk, folder)

    def exists(self) -> bool:
        """Whether the folder holds a header or a database file, whole or damaged.

        What a set-up left that was broken off does not count: no header ever held its keys.
        """
        return self._locked.copies.present() or (self._holds_store() and not self._broken_off())

    def describe(self) -> VaultDescription:
        """What may be known before sign-in."""
        header = self._locked.sealed().header
        people = sorted(header.people, key=lambda person: (person.name, person.id))
        return VaultDescription(
            sheet_name=header.sheet_name,
            people=tuple(
                PersonToPick(id=person.id, name=person.name, role=person.role) for person in people
            ),
            help_lines=header.help_lines,
        )

    def create(self, *, help_lines: HelpLines, people: tuple[NewPerson, ...]) -> NewVault:
        """A new vault, not written yet; NotAllowedError where there is one already."""
        from vrn_desktop.vault import opening  # noqa: PLC0415 - loads OpenSSL

        self._require_empty()
        return opening.founded(self._locked, help_lines, people)

    def begin_set_up(self) -> None:
        """Say on the disk that what is made now has no header yet; NotAllowedError as for `create`."""
        self._require_empty()
        self._locked.copies.begin_set_up()

    def unlock(self, person: PractitionerId, passphrase: str) -> UnlockedVault:
        """Sign in."""
        from vrn_desktop.vault import opening  # noqa: PLC0415 - loads OpenSSL

        try:
            return opening.unlocked(self._locked, person, passphrase)
        except WrongPassphraseError:
            self._missed.add(person)
            raise

    def unlock_with_sheet(self, words: str) -> SheetAccess:
        """Open with the 16 words of the recovery sheet."""
        from vrn_desktop.vault import opening  # noqa: PLC0415 - loads OpenSSL

        try:
            return opening.opened_with_sheet(self._locked, words)
        except WrongPassphraseError:
            self._missed.add()
            raise

    def missed_sign_ins(self) -> Mapping[str, int]:
        """How often a passphrase or the sheet did not fit, of those who are known here."""
        known = {SHEET, *(person.id for person in self._locked.sealed().header.everybody)}
        return {who: count for who, count in self._missed.counts().items() if who in known}

    def forget_missed_sign_ins(self) -> None:
        """They stand in the audit log now."""
        self._missed.forget()

    def check_sheet_row(self, row: int, words: str) -> SheetFinding | None:
        """What is not right about one row (from 1) typed from the sheet."""
        return recovery_sheet.check_row(row, words, self._locked.sealed().header.vault_id)

    def copy_in_backup(self, header: bytes) -> "VaultFile":
        """The vault as a backup's header has it; FileDamagedError, FileTooNewError."""
        return VaultFile(
            self._folder, disk=self._disk, cost=self._locked.cost, in_backup=opened(header)
        )

    def _require_empty(self) -> None:
        if self.exists():
            raise NotAllowedError("this folder already holds a file")

    def _holds_store(self) -> bool:
        return any(self._folder.glob("store-*.db"))

    def _broken_off(self) -> bool:
        # Backups are made at a lock, so there was a header once, wherever it is now.
        backups = any(self._folder.glob("backups/*"))
        return self._locked.copies.set_up_begun() and not backups

    def suggest_phrase(self) -> str:
        """Four words drawn at random."""
        return passphrases.suggest_phrase()

    def judge_passphrase(self, passphrase: str, known: tuple[str, ...]) -> PassphraseAdvice:
        """Whether a passphrase of one's own is good enough."""
        return passphrases.judge(passphrase, known)
