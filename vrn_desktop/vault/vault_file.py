"""The locked file in the data folder. Light: OpenSSL loads while somebody signs in, not before."""

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
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseAdvice
from vrn_desktop.vault import passphrases, recovery_sheet
from vrn_desktop.vault.disk import Disk, LocalDisk
from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_envelope import SealedHeader, opened
from vrn_desktop.vault.key_cost import KeyCost
from vrn_desktop.vault.locked_file import LockedFile


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

    def exists(self) -> bool:
        """Whether the folder holds a header or a database file, whole or damaged."""
        return self._locked.copies.present() or any(self._folder.glob("store-*.db"))

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

        if self.exists():
            raise NotAllowedError("this folder already holds a file")
        return opening.founded(self._locked, help_lines, people)

    def unlock(self, person: PractitionerId, passphrase: str) -> UnlockedVault:
        """Sign in."""
        from vrn_desktop.vault import opening  # noqa: PLC0415 - loads OpenSSL

        return opening.unlocked(self._locked, person, passphrase)

    def unlock_with_sheet(self, words: str) -> SheetAccess:
        """Open with the 16 words of the recovery sheet."""
        from vrn_desktop.vault import opening  # noqa: PLC0415 - loads OpenSSL

        return opening.opened_with_sheet(self._locked, words)

    def check_sheet_row(self, row: int, words: str) -> SheetFinding | None:
        """What is not right about one row (from 1) typed from the sheet."""
        return recovery_sheet.check_row(row, words, self._locked.sealed().header.vault_id)

    def copy_in_backup(self, header: bytes) -> "VaultFile":
        """The vault as a backup's header has it; FileDamagedError, FileTooNewError."""
        return VaultFile(
            self._folder, disk=self._disk, cost=self._locked.cost, in_backup=opened(header)
        )

    def suggest_phrase(self) -> str:
        """Four words drawn at random."""
        return passphrases.suggest_phrase()

    def judge_passphrase(self, passphrase: str, known: tuple[str, ...]) -> PassphraseAdvice:
        """Whether a passphrase of one's own is good enough."""
        return passphrases.judge(passphrase, known)
