"""The keys of the encrypted file: who may open it, with what, and what is readable before that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileInUseError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.passphrase import PassphraseAdvice
from vrn_desktop.domain.practitioner import Practitioner, Role

SheetRow = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumber:
    """One line of "Get help now": what the number is for, and the number as it is dialled."""

    label: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpLines:
    """What must be readable before anyone signs in (TI-03): whose laptop, whom to call.

    Nothing about young people. Until somebody signs in these lines are checked for damage only.
    """

    setting: str
    lead_name: str
    lead_numbers: tuple[str, ...]
    numbers: tuple[HelpNumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonToPick:
    """One entry of the list on the unlock screen."""

    id: PractitionerId
    name: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class VaultDescription:
    """What the unlock screen may know before a passphrase is given.

    `sheet_name` stands on the recovery sheet of this file, so that people find the right one.
    """

    sheet_name: str
    people: tuple[PersonToPick, ...]
    help_lines: HelpLines


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody who is to sign in, with the passphrase they have just typed themselves."""

    id: PractitionerId
    name: str
    role: Role
    trained: bool
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """The 16 words to print and lock away: 4 rows of 4, never kept in a file (security.md 3.3)."""

    sheet_name: str
    rows: tuple[SheetRow, SheetRow, SheetRow, SheetRow] = field(repr=False)


class SheetFault(StrEnum):
    """What is not right about words typed from a recovery sheet."""

    WORDS_MISSING = "words_missing"
    WORD_UNKNOWN = "word_unknown"
    WORDS_SWAPPED = "words_swapped"
    ROW_ELSEWHERE = "row_elsewhere"
    ROW_WRONG = "row_wrong"
    OTHER_SHEET = "other_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFinding:
    """One thing to correct: rows and words are counted from 1.

    `words` are the places in the row; `belongs_to` is the row whose words stand here.
    """

    fault: SheetFault
    row: int
    words: tuple[int, ...] = ()
    belongs_to: int | None = None


class SheetNotMatchedError(WrongPassphraseError):
    """The words do not open this file; `findings` says what to look at."""

    def __init__(self, findings: tuple[SheetFinding, ...]) -> None:
        self.findings = findings
        super().__init__(", ".join(f"row {finding.row}: {finding.fault}" for finding in findings))


class FolderHeldError(FileInUseError):
    """Another copy of the program holds the folder: its process number, and since when if known."""

    def __init__(self, process: int | None, since: datetime | None) -> None:
        self.process = process
        self.since = since
        super().__init__(f"held by process {process}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreKeys:
    """One numbered database file, its 32-byte raw key and 16-byte salt (security.md 2.2)."""

    number: int
    path: Path
    epoch: int
    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditAnchor:
    """The audit log's end at the last lock, kept outside the database (security.md 5.2)."""

    seq: int = 0
    hash: bytes = b""
    commit_counter: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderNote:
    """What the header was changed for, carried in it until the audit log has it (docs/adr/0011).

    `generation` is the header's own count at that change; `signature` is the signature of `who`.
    """

    generation: int
    who: PractitionerId
    act: Act
    subject: str
    signature: bytes = field(repr=False)

    def subject_written_by(self, writer: PractitionerId) -> str:
        """The subject of the audit entry; names who did it where somebody else writes it down."""
        return self.subject if writer == self.who else f"{self.subject} by {self.who}".strip()


class UnlockedVault(Protocol):
    """The keys of one signed-in person, and the changes their role allows.

    Every change is written to both copies of the header before the method returns, and so is its
    note for the audit log. May raise NotAllowedError, DiskFullError or DiskReadOnlyError; after any
    of them nothing has changed.
    """

    @property
    def person(self) -> Practitioner:
        """Who is signed in."""

    @property
    def people(self) -> tuple[Practitioner, ...]:
        """Everybody, those who have left too, by name."""

    @property
    def store(self) -> StoreKeys | None:
        """The live database file; None for an administrator, who can never open it."""

    @property
    def generation(self) -> int:
        """How often the header has been written; a header that has gone backwards is refused."""

    @property
    def anchor(self) -> AuditAnchor:
        """The audit log's end at the last lock."""

    @property
    def notes(self) -> tuple[HeaderNote, ...]:
        """Changes the header still carries for the audit log, oldest first; their signatures hold."""

    @property
    def help_lines(self) -> HelpLines:
        """The lines that are readable before anyone signs in."""

    @property
    def backup_mac_key(self) -> bytes:
        """The 32-byte key that authenticates a backup's manifest."""

    @property
    def header_copy(self) -> bytes:
        """The header as it is written, to go into every backup."""

    @property
    def rotation_due(self) -> bool:
        """Whether somebody left under the present keys, so that copies they took still open."""

    def sign(self, data: bytes) -> bytes:
        """The signed-in person's Ed25519 signature, 64 bytes."""

    def signed_by(self, person: PractitionerId, data: bytes, signature: bytes) -> bool:
        """Whether a signature was made with this person's key, of now or of before a reset."""

    def public_keys(self, person: PractitionerId) -> tuple[bytes, ...]:
        """The person's public signing keys, newest first; earlier ones verify earlier entries."""

    def confirm_passphrase(self, passphrase: str) -> None:
        """Check the signed-in person's passphrase again; raises WrongPassphraseError."""

    def change_passphrase(self, current: str, new: str) -> None:
        """A new passphrase of one's own; WrongPassphraseError, PassphraseTooEasyError."""

    def add_person(self, person: NewPerson) -> Practitioner:
        """Let somebody in. Supervisors add any role, administrators only administrators."""

    def change_person(self, person: PractitionerId, *, name: str, trained: bool) -> Practitioner:
        """Correct a name or whether a worker is trained (TI-39)."""

    def reset_person(
        self, person: PractitionerId, passphrase: str, role: Role | None = None
    ) -> Practitioner:
        """New keys, passphrase and, if given, role for somebody; earlier public keys are kept."""

    def remove_person(self, person: PractitionerId, on: date) -> None:
        """Note that somebody has left: no more sign-in. Only a rotation shuts copies they took."""

    def update_help_lines(self, help_lines: HelpLines) -> None:
        """Change what is readable before anyone signs in."""

    def record_anchor(self, anchor: AuditAnchor, *, notes_written: bool = False) -> None:
        """Keep the end of the audit log in the header; called at every lock.

        `notes_written` says that the audit log has all notes, so that the header lets them go.
        """

    def prepare_new_store(self, *, new_keys: bool) -> StoreKeys:
        """A number, path, salt and key for a file to be built beside the live one.

        `new_keys` starts a new epoch that no earlier key opens (rotation; supervisors only).
        Without it the key stays and only the file is new (schema change, restore, erasure).
        """

    def commit_new_store(self) -> StoreKeys:
        """Make the prepared file the live one. The header write is the only commit point.

        For a backup's copy this brings the backup's store into the folder's vault. Who has left in
        the meantime stays out; after a change of keys only a supervisor may (NotAllowedError).
        """

    def prepare_new_sheet(self) -> RecoverySheet:
        """Words for another recovery sheet; the present one stays valid (supervisors only)."""

    def commit_new_sheet(self) -> None:
        """Make the prepared sheet the valid one, after a row was typed back."""


class SheetAccess(Protocol):
    """What the recovery sheet opens: resetting a person, who is then signed in."""

    @property
    def people(self) -> tuple[Practitioner, ...]:
        """Everybody who can be reset, by name."""

    def reset_person(self, person: PractitionerId, passphrase: str) -> UnlockedVault:
        """New keys and passphrase for somebody; PassphraseTooEasyError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewVault:
    """A vault that is not written yet: `unlocked.commit_new_store()` writes its first header.

    In between, the sheet is printed and a row typed back, and the first database file is made with
    `unlocked.store`, after `Vault.begin_set_up`. Stopping before the commit leaves a folder that
    counts as empty.
    """

    sheet: RecoverySheet
    unlocked: UnlockedVault


class Vault(Protocol):
    """The locked file in the data folder."""

    def exists(self) -> bool:
        """Whether the folder holds a file, whole or damaged; False means first run."""

    def describe(self) -> VaultDescription:
        """What may be known before sign-in. FileMissingError, FileDamagedError, FileTooNewError."""

    def create(self, *, help_lines: HelpLines, people: tuple[NewPerson, ...]) -> NewVault:
        """A new vault, not written yet; the first person is a supervisor and is signed in."""

    def begin_set_up(self) -> None:
        """Say on the disk that a store file without a header is a set-up that was broken off.

        The first header ends it (docs/adr/0010). NotAllowedError where there is a file already,
        DiskFullError, DiskReadOnlyError.
        """

    def unlock(self, person: PractitionerId, passphrase: str) -> UnlockedVault:
        """Sign in. WrongPassphraseError takes as long for somebody who is not there."""

    def unlock_with_sheet(self, words: str) -> SheetAccess:
        """Open with the 16 words of the recovery sheet; SheetNotMatchedError."""

    def missed_sign_ins(self) -> Mapping[str, int]:
        """How often since the last `forget_missed_sign_ins` a passphrase did not fit, by person.

        The recovery sheet counts as "sheet". Kept beside the file, where anybody could change it.
        """

    def forget_missed_sign_ins(self) -> None:
        """They stand in the audit log now."""

    def check_sheet_row(self, row: int, words: str) -> SheetFinding | None:
        """What is not right about one row (from 1) typed from the sheet; None when it fits."""

    def copy_in_backup(self, header: bytes) -> "Vault":
        """The vault as a backup's header has it; committing a store puts it into this folder."""

    def suggest_phrase(self) -> str:
        """Four words drawn at random."""

    def judge_passphrase(self, passphrase: str, known: tuple[str, ...]) -> PassphraseAdvice:
        """Whether a passphrase of one's own is good enough; `known` are names and places here."""


def prefixes(typed: str) -> tuple[str, ...]:
    """The first four letters of each word, whatever case, spaces or punctuation stand between."""
    letters = "".join(c if c.isalpha() else " " for c in typed.casefold())
    return tuple(word[:4] for word in letters.split())
