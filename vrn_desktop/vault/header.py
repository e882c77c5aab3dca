"""The header beside the encrypted file: who may open it. Nothing about young people."""

from dataclasses import dataclass
from datetime import date

from vrn_desktop.application.ports.vault import AuditAnchor, HeaderNote, HelpLines
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.vault.key_cost import KeyCost

FORMAT = 1
KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
VAULT_ID_BYTES = 16
SIGNATURE_BYTES = 64
MOST_NOTES = 200
"""Beyond it the oldest go: so many changes of people without anybody opening the records once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedKeys:
    """A person's two private keys, sealed under their passphrase, with a key-committing MAC."""

    cost: KeyCost
    salt: bytes
    nonce: bytes
    sealed: bytes
    commitment: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Somebody the header knows, with every public key that ever verified their signature."""

    id: PractitionerId
    name: str
    role: Role
    trained: bool
    sign_key: bytes
    former_sign_keys: tuple[bytes, ...]

    def as_practitioner(self, left_on: date | None = None) -> Practitioner:
        """The person as the rest of the program knows them."""
        return Practitioner(
            id=self.id,
            name=self.name,
            role=self.role,
            trained=self.trained,
            signing_key=self.sign_key,
            left_on=left_on,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonEntry(Listed):
    """Somebody who can sign in. `grant` holds the vault keys of their role, sealed to `box_key`."""

    box_key: bytes
    grant: bytes
    wrapped: WrappedKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaverEntry(Listed):
    """Somebody who has left, and the epoch whose keys they still had then."""

    left_on: date
    left_epoch: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """The public half of the recovery sheet, and the vault keys sealed to it."""

    box_key: bytes
    grant: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """Everything the header says. `epoch` counts key changes, `generation` counts writes.

    `notes` are changes that the audit log may not have yet.
    """

    vault_id: bytes
    generation: int
    epoch: int
    store_number: int
    store_salt: bytes
    cost: KeyCost
    people: tuple[PersonEntry, ...]
    leavers: tuple[LeaverEntry, ...]
    sheet: SheetEntry
    anchor: AuditAnchor
    notes: tuple[HeaderNote, ...]
    help_lines: HelpLines
    roster_mac: bytes

    @property
    def sheet_name(self) -> str:
        """Eight letters and figures that stand on the recovery sheet of this vault."""
        name = self.vault_id.hex().upper()
        return f"{name[:4]}-{name[4:8]}"

    @property
    def everybody(self) -> tuple[Listed, ...]:
        """All who can sign in and all who have left."""
        return (*self.people, *self.leavers)

    @property
    def practitioners(self) -> tuple[Practitioner, ...]:
        """The same people as the rest of the program knows them, by name."""
        staying = [person.as_practitioner() for person in self.people]
        left = [person.as_practitioner(person.left_on) for person in self.leavers]
        return tuple(sorted(staying + left, key=lambda person: (person.name, person.id)))

    def person(self, person: PractitionerId) -> PersonEntry | None:
        """The entry of somebody who can sign in."""
        return next((entry for entry in self.people if entry.id == person), None)

    def sign_keys(self, person: PractitionerId) -> tuple[bytes, ...]:
        """All public signing keys of somebody, also of somebody who left; newest first."""
        for entry in self.everybody:
            if entry.id == person:
                return (entry.sign_key, *entry.former_sign_keys)
        return ()
