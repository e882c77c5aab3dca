"""Keys in memory: enough of an unlocked vault for use cases that only need people and a passphrase."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from vrn_desktop.application.ports.vault import (
    AuditAnchor,
    HeaderNote,
    HelpLines,
    NewPerson,
    RecoverySheet,
    StoreKeys,
)
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role

PASSPHRASE = "maple lantern quiet river"  # noqa: S105  opens nothing but invented vaults
"""What opens every invented vault."""

NEW_SHEET = RecoverySheet(
    sheet_name="Otter 42",
    rows=(
        ("anchor", "basket", "copper", "donkey"),
        ("engine", "falcon", "goblet", "hammer"),
        ("insect", "jigsaw", "kitten", "lemon"),
        ("mitten", "napkin", "oyster", "paddle"),
    ),
)


@dataclass
class FakeUnlockedVault:
    """Holds people and help lines; nothing is encrypted and nothing is written."""

    person: Practitioner
    people: tuple[Practitioner, ...]
    passphrase: str = PASSPHRASE
    anchor: AuditAnchor = field(default_factory=AuditAnchor)
    help_lines: HelpLines = field(
        default_factory=lambda: HelpLines(setting="", lead_name="", lead_numbers=())
    )
    notes: tuple[HeaderNote, ...] = ()
    generation: int = 1
    backup_mac_key: bytes = bytes(32)
    header_copy: bytes = b""
    rotation_due: bool = False
    sheet_prepared: bool = False
    sheets_made: int = 0

    @property
    def store(self) -> StoreKeys | None:
        if not self.person.role.may_read_records:
            return None
        return StoreKeys(
            number=1, path=Path("store-0001.db"), epoch=1, key=bytes(32), salt=bytes(16)
        )

    def sign(self, data: bytes) -> bytes:
        return data[:64]

    def signed_by(self, person: PractitionerId, data: bytes, signature: bytes) -> bool:
        return signature == data[:64]

    def public_keys(self, person: PractitionerId) -> tuple[bytes, ...]:
        return ()

    def confirm_passphrase(self, passphrase: str) -> None:
        if passphrase != self.passphrase:
            raise WrongPassphraseError

    def change_passphrase(self, current: str, new: str) -> None:
        self.confirm_passphrase(current)
        self.passphrase = new
        self.note(Act.PASSPHRASE_CHANGED, self.person.id)

    def add_person(self, person: NewPerson) -> Practitioner:
        added = Practitioner(
            id=person.id,
            name=person.name,
            role=person.role,
            trained=person.trained,
            signing_key=b"",
        )
        self.people = (*self.people, added)
        self.note(Act.PERSON_ADDED, person.id)
        return added

    def change_person(self, person: PractitionerId, *, name: str, trained: bool) -> Practitioner:
        self.note(Act.PERSON_CHANGED, person)
        return self._changed(person, name=name, trained=trained)

    def reset_person(
        self, person: PractitionerId, passphrase: str, role: Role | None = None
    ) -> Practitioner:
        self.note(Act.PASSPHRASE_RESET, person)
        return next(p for p in self.people if p.id == person)

    def remove_person(self, person: PractitionerId, on: date) -> None:
        self.note(Act.PERSON_REMOVED, person)
        self._changed(person, left_on=on)

    def update_help_lines(self, help_lines: HelpLines) -> None:
        self.help_lines = help_lines
        self.generation += 1

    def record_anchor(self, anchor: AuditAnchor, *, notes_written: bool = False) -> None:
        self.anchor = anchor
        self.notes = () if notes_written else self.notes
        self.generation += 1

    def prepare_new_store(self, *, new_keys: bool) -> StoreKeys:
        raise NotImplementedError

    def commit_new_store(self) -> StoreKeys:
        self.generation += 1
        if self.store is None:
            raise NotAllowedError
        return self.store

    def prepare_new_sheet(self) -> RecoverySheet:
        self.sheet_prepared = True
        return NEW_SHEET

    def commit_new_sheet(self) -> None:
        self.sheets_made += int(self.sheet_prepared)
        self.note(Act.SHEET_RENEWED, "")

    def note(self, act: Act, subject: str) -> None:
        self.generation += 1
        note = HeaderNote(
            generation=self.generation,
            who=self.person.id,
            act=act,
            subject=subject,
            signature=bytes(64),
        )
        self.notes = (*self.notes, note)

    def _changed(self, person: PractitionerId, **changes: object) -> Practitioner:
        changed = replace(next(p for p in self.people if p.id == person), **changes)  # type: ignore[arg-type]  # fields checked by the callers above
        self.people = tuple(changed if p.id == person else p for p in self.people)
        return changed
