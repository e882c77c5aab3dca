"""A locked file and its store files in memory: what can go wrong is chosen by the test."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tests.fake_store import FakeStore
from tests.fake_vault import PASSPHRASE, FakeUnlockedVault
from tests.invented_services import PRIYA, SAM, WORKPLACE, FixedClock
from vrn_desktop.application.file_service import FileService, help_lines_of
from vrn_desktop.application.ports.store_files import BackupEntry, EarlierFile
from vrn_desktop.application.ports.vault import (
    HelpLines,
    NewPerson,
    NewVault,
    PersonToPick,
    RecoverySheet,
    SheetFault,
    SheetFinding,
    SheetNotMatchedError,
    UnlockedVault,
    VaultDescription,
    prefixes,
)
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileMissingError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseAdvice, PassphraseTooEasyError
from vrn_desktop.domain.practitioner import Practitioner

SHEET = RecoverySheet(
    sheet_name="Otter 42",
    rows=(
        ("apple", "bridge", "candle", "dolphin"),
        ("ember", "feather", "garden", "harvest"),
        ("island", "jacket", "kettle", "ladder"),
        ("magnet", "nettle", "orchard", "pencil"),
    ),
)
SHEET_WORDS = tuple(" ".join(row) for row in SHEET.rows)
NEWEST_BACKUP = BackupEntry(
    path=Path("backup-20261123T170000Z.vrnbackup"),
    made_at=datetime(2026, 11, 23, 17, 0, tzinfo=UTC),
    size=4_400_000,
)
OLDER_BACKUP = BackupEntry(
    path=Path("backup-20261120T170000Z.vrnbackup"),
    made_at=datetime(2026, 11, 20, 17, 0, tzinfo=UTC),
    size=4_300_000,
)
TOO_EASY = "too easy"
ADVICE = "Add another word or two that have nothing to do with each other."


@dataclass
class FakeSheetAccess:
    vault: "FakeVault"

    @property
    def people(self) -> tuple[Practitioner, ...]:
        return self.vault.people

    def reset_person(self, person: PractitionerId, passphrase: str) -> FakeUnlockedVault:
        self.vault.require_hard(passphrase)
        self.vault.passphrases[person] = passphrase
        unlocked = self.vault.unlock(person, passphrase)
        unlocked.note(Act.PASSPHRASE_RESET, person)
        return unlocked


@dataclass
class FakeVault:
    """`fails` is raised by the next unlocking, whoever it is."""

    people: tuple[Practitioner, ...] = (PRIYA, SAM)
    passphrases: dict[PractitionerId, str] = field(
        default_factory=lambda: {PRIYA.id: PASSPHRASE, SAM.id: PASSPHRASE}
    )
    help_lines: HelpLines = field(default_factory=lambda: help_lines_of(WORKPLACE))
    sheet: RecoverySheet = SHEET
    fails: Exception | None = None
    there: bool = True
    created: list[tuple[NewPerson, ...]] = field(default_factory=list)
    suggested: int = 0
    setting_up: bool = False
    missed: dict[str, int] = field(default_factory=dict)

    def exists(self) -> bool:
        return self.there

    def describe(self) -> VaultDescription:
        if not self.there:
            raise FileMissingError
        return VaultDescription(
            sheet_name=self.sheet.sheet_name,
            people=tuple(PersonToPick(id=p.id, name=p.name, role=p.role) for p in self.people),
            help_lines=self.help_lines,
        )

    def create(self, *, help_lines: HelpLines, people: tuple[NewPerson, ...]) -> NewVault:
        if self.fails is not None:
            raise self.fails
        for person in people:
            self.require_hard(person.passphrase)
        self.created.append(people)
        made = tuple(
            Practitioner(id=p.id, name=p.name, role=p.role, trained=p.trained, signing_key=b"")
            for p in people
        )
        return NewVault(
            sheet=self.sheet,
            unlocked=FakeUnlockedVault(made[0], made, help_lines=help_lines),
        )

    def begin_set_up(self) -> None:
        self.setting_up = True

    def missed_sign_ins(self) -> dict[str, int]:
        return dict(self.missed)

    def forget_missed_sign_ins(self) -> None:
        self.missed.clear()

    def unlock(self, person: PractitionerId, passphrase: str) -> FakeUnlockedVault:
        if self.fails is not None:
            raise self.fails
        if self.passphrases.get(person) != passphrase:
            self.missed[person] = self.missed.get(person, 0) + 1
            raise WrongPassphraseError
        who = next(p for p in self.people if p.id == person)
        return FakeUnlockedVault(who, self.people, passphrase=passphrase)

    def unlock_with_sheet(self, words: str) -> FakeSheetAccess:
        if self.fails is not None:
            raise self.fails
        if prefixes(words) != prefixes(" ".join(SHEET_WORDS)):
            raise SheetNotMatchedError((SheetFinding(fault=SheetFault.OTHER_SHEET, row=1),))
        return FakeSheetAccess(self)

    def check_sheet_row(self, row: int, words: str) -> SheetFinding | None:
        typed = prefixes(words)
        if len(typed) != len(self.sheet.rows[0]):
            return SheetFinding(fault=SheetFault.WORDS_MISSING, row=row)
        if typed != prefixes(" ".join(self.sheet.rows[row - 1])):
            return SheetFinding(fault=SheetFault.ROW_WRONG, row=row)
        return None

    def copy_in_backup(self, header: bytes) -> "FakeVault":
        return replace(self, there=True)

    def suggest_phrase(self) -> str:
        self.suggested += 1
        return f"maple lantern quiet river{self.suggested}"

    def judge_passphrase(self, passphrase: str, known: tuple[str, ...]) -> PassphraseAdvice:
        if passphrase == TOO_EASY or passphrase in known:
            return PassphraseAdvice(accepted=False, advice=(ADVICE,))
        return PassphraseAdvice(accepted=True)

    def require_hard(self, passphrase: str) -> None:
        if passphrase == TOO_EASY:
            raise PassphraseTooEasyError((ADVICE,))


@dataclass
class FakeStoreFiles:
    """`fails` is raised by whatever is asked next of the store files."""

    vault: FakeVault
    store: FakeStore = field(default_factory=FakeStore)
    entries: tuple[BackupEntry, ...] = (NEWEST_BACKUP, OLDER_BACKUP)
    fails: Exception | None = None
    copied: list[tuple[Path, Path]] = field(default_factory=list)
    restored: list[Path] = field(default_factory=list)
    kept: tuple[EarlierFile, ...] = ()

    def create(self, vault: UnlockedVault) -> FakeStore:
        return self._opened()

    def open(self, vault: UnlockedVault) -> FakeStore:
        store = self._opened()
        store.remember_header(vault.generation, vault.notes)
        return store

    def rebuild(self, vault: UnlockedVault, store: object, *, new_keys: bool) -> FakeStore:
        opened = self._opened()
        if new_keys:
            opened.acts.append((Act.KEYS_ROTATED, ""))
        return opened

    def backups(self) -> tuple[BackupEntry, ...]:
        return self.entries

    def earlier(self) -> tuple[EarlierFile, ...]:
        return self.kept

    def let_go(self, earlier: EarlierFile) -> None:
        self._fail()
        self.kept = tuple(file for file in self.kept if file != earlier)

    def vault_in(self, backup: Path) -> FakeVault:
        self._fail()
        return self.vault.copy_in_backup(b"")

    def copy_out(self, backup: Path, folder: Path) -> None:
        self._fail()
        self.copied.append((backup, folder))

    def restore(self, backup: Path, vault: UnlockedVault) -> FakeStore:
        self._fail()
        self.restored.append(backup)
        self.store.acts.append((Act.RESTORED, ""))
        return self.store

    def _opened(self) -> FakeStore:
        self._fail()
        return self.store

    def _fail(self) -> None:
        if self.fails is not None:
            raise self.fails


@dataclass
class InventedFile:
    """A file service over both, with a clock that stands still."""

    vault: FakeVault = field(default_factory=FakeVault)
    clock: Callable[[], datetime] = field(default_factory=FixedClock)
    stores: FakeStoreFiles = field(init=False)
    service: FileService = field(init=False)

    def __post_init__(self) -> None:
        self.stores = FakeStoreFiles(self.vault)
        self.service = FileService(self.vault, lambda: self.stores, self.clock)
