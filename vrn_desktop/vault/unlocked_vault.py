"""The open vault of one signed-in person: what their keys give and their role allows."""

from dataclasses import dataclass, replace
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
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.vault import header_changes, primitives
from vrn_desktop.vault.header import SALT_BYTES, Header, PersonEntry
from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_envelope import SealedHeader
from vrn_desktop.vault.header_seal import seal
from vrn_desktop.vault.held_keys import SHEET
from vrn_desktop.vault.key_cost import KeyCost
from vrn_desktop.vault.passphrases import require_hard_to_guess
from vrn_desktop.vault.person_keys import PersonKeys, unwrap
from vrn_desktop.vault.recovery_sheet import SEED_BYTES, rows_of
from vrn_desktop.vault.restoring import restored
from vrn_desktop.vault.vault_keys import VaultKeys, new_vault_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedStore:
    """A database file that is being built beside the live one; `keys` when the epoch turns."""

    number: int
    salt: bytes
    keys: VaultKeys | None


class UnlockedVaultFile:
    """Implements the port `UnlockedVault` over the two copies of the header.

    `on_disk` is False while a new vault or a backup's copy has not been committed yet: changes stay
    in memory until `commit_new_store`.
    """

    def __init__(
        self,
        *,
        copies: HeaderCopies,
        sealed: SealedHeader,
        keys: VaultKeys,
        person: PractitionerId,
        own: PersonKeys,
        on_disk: bool,
    ) -> None:
        self._copies = copies
        self._sealed = sealed
        self._keys = keys
        self._person = person
        self._own = own
        self._on_disk = on_disk
        self._prepared: PreparedStore | None = None
        self._new_seed: bytes | None = None

    @property
    def person(self) -> Practitioner:
        """Who is signed in."""
        return self._entry(self._person).as_practitioner()

    @property
    def people(self) -> tuple[Practitioner, ...]:
        """Everybody, those who have left too, by name."""
        return self._header.practitioners

    @property
    def store(self) -> StoreKeys | None:
        """The live database file; None for an administrator."""
        header = self._header
        key = self._keys.store_key(header.epoch)
        if key is None:
            return None
        return self._store_keys(header.store_number, header.store_salt, header.epoch, key)

    @property
    def generation(self) -> int:
        """How often the header has been written."""
        return self._header.generation

    @property
    def anchor(self) -> AuditAnchor:
        """The audit log's end at the last lock."""
        return self._header.anchor

    @property
    def notes(self) -> tuple[HeaderNote, ...]:
        """Changes the header still carries for the audit log; their signatures hold."""
        return header_changes.genuine_notes(self._header)

    @property
    def help_lines(self) -> HelpLines:
        """The lines that are readable before anyone signs in."""
        return self._header.help_lines

    @property
    def backup_mac_key(self) -> bytes:
        """The key that authenticates a backup's manifest."""
        return self._keys.backup_mac_key

    @property
    def header_copy(self) -> bytes:
        """The header as it is written, to go into every backup."""
        return self._sealed.data

    @property
    def rotation_due(self) -> bool:
        """Whether somebody left under the present keys."""
        return any(gone.left_epoch == self._header.epoch for gone in self._header.leavers)

    def sign(self, data: bytes) -> bytes:
        """The signed-in person's signature."""
        return self._own.sign.sign(data)

    def signed_by(self, person: PractitionerId, data: bytes, signature: bytes) -> bool:
        """Whether a signature was made with this person's key, of now or of before a reset."""
        return any(primitives.signed_by(k, data, signature) for k in self.public_keys(person))

    def public_keys(self, person: PractitionerId) -> tuple[bytes, ...]:
        """The person's public signing keys, newest first."""
        return self._header.sign_keys(person)

    def confirm_passphrase(self, passphrase: str) -> None:
        """Check the signed-in person's passphrase again."""
        unwrap(self._entry(self._person), self._header.vault_id, passphrase)

    def change_passphrase(self, current: str, new: str) -> None:
        """A new passphrase of one's own."""
        self.confirm_passphrase(current)
        require_hard_to_guess(new, known_words(self._header))
        entry = self._entry(self._person)
        cost = entry.wrapped.cost.raised_to(self._header.cost)
        header = header_changes.rewrapped(self._header, entry, self._own, new, cost)
        self._save(header, act=Act.PASSPHRASE_CHANGED, subject=entry.id)

    def add_person(self, person: NewPerson) -> Practitioner:
        """Let somebody in."""
        self._require_manager(person.role)
        _require(not self._header.sign_keys(person.id), "this person is already known")
        require_hard_to_guess(person.passphrase, (person.name, *known_words(self._header)))
        header, _own = header_changes.admitted(self._header, self._keys, person)
        self._save(header, act=Act.PERSON_ADDED, subject=person.id)
        return self._entry(person.id).as_practitioner()

    def change_person(self, person: PractitionerId, *, name: str, trained: bool) -> Practitioner:
        """Correct a name or whether a worker is trained."""
        self._require_manager()
        entry = replace(self._entry(person), name=name, trained=trained)
        header = header_changes.with_entry(self._header, entry)
        self._save(header, act=Act.PERSON_CHANGED, subject=person)
        return entry.as_practitioner()

    def reset_person(
        self, person: PractitionerId, passphrase: str, role: Role | None = None
    ) -> Practitioner:
        """New keys, passphrase and, if given, role for somebody else."""
        entry = self._entry(person)
        new_role = role or entry.role
        self._require_manager(entry.role, new_role)
        _require(person != self._person, "one's own passphrase is changed, not reset")
        require_hard_to_guess(passphrase, known_words(self._header))
        header, _own = header_changes.reset(self._header, self._keys, entry, new_role, passphrase)
        self._save(header, act=Act.PASSPHRASE_RESET, subject=person)
        return self._entry(person).as_practitioner()

    def remove_person(self, person: PractitionerId, on: date) -> None:
        """Note that somebody has left."""
        self._require_manager()
        _require(person != self._person, "somebody else notes that one has left")
        entry = self._entry(person)
        self._require_another_supervisor(entry)
        header = header_changes.without(self._header, entry, on)
        self._save(header, act=Act.PERSON_REMOVED, subject=person)

    def update_help_lines(self, help_lines: HelpLines) -> None:
        """Change what is readable before anyone signs in."""
        self._require_manager()
        changed = replace(self._header, help_lines=help_lines)
        self._save(changed, act=Act.HELP_LINES_CHANGED)

    def record_anchor(self, anchor: AuditAnchor, *, notes_written: bool = False) -> None:
        """Keep the end of the audit log in the header, and let notes go that are in it."""
        notes = () if notes_written else self._header.notes
        self._save(replace(self._header, anchor=anchor, notes=notes))

    def prepare_new_store(self, *, new_keys: bool) -> StoreKeys:
        """A number, path, salt and key for a file to be built beside the live one."""
        header = self._header
        keys, epoch, salt = self._keys, header.epoch, header.store_salt
        if new_keys:
            self._require_manager(SHEET)
            keys, epoch = new_vault_keys(), header.epoch + 1
            salt = primitives.random_bytes(SALT_BYTES)
        key = keys.store_key(epoch)
        if key is None:
            raise NotAllowedError("this role never opens records")
        number = header.store_number + 1
        while self._store_path(number).exists():
            number += 1
        self._prepared = PreparedStore(number=number, salt=salt, keys=keys if new_keys else None)
        return self._store_keys(number, salt, epoch, key)

    def commit_new_store(self) -> StoreKeys:
        """Make the prepared file the live one; a new or restored vault is first written here."""
        header, keys, prepared = self._header, self._keys, self._prepared
        act = None
        if prepared is None and self._on_disk:
            raise ValueError("no store was prepared")
        if prepared is not None:
            if prepared.keys is not None:
                keys = prepared.keys
                header, act = header_changes.rotated(header, keys), Act.KEYS_ROTATED
            header = replace(header, store_number=prepared.number, store_salt=prepared.salt)
        if not self._on_disk:
            header = restored(self._copies, header, keys, self._person)
            act = Act.RESTORED if prepared is not None else None
        self._save(header, keys, to_disk=True, act=act)
        self._on_disk, self._prepared = True, None
        live = self.store
        if live is None:
            raise NotAllowedError("this role never opens records")
        return live

    def prepare_new_sheet(self) -> RecoverySheet:
        """Words for another recovery sheet; the present one stays valid."""
        self._require_manager(SHEET)
        self._new_seed = primitives.random_bytes(SEED_BYTES)
        return sheet_of(self._header, self._new_seed)

    def commit_new_sheet(self) -> None:
        """Make the prepared sheet the valid one."""
        if self._new_seed is None:
            raise ValueError("no sheet was prepared")
        header = header_changes.with_sheet(self._header, self._keys, self._new_seed)
        self._save(header, act=Act.SHEET_RENEWED)
        self._new_seed = None

    def mend_copies(self) -> None:
        """Write both copies again if one of them is missing, damaged or older."""
        if self._on_disk:
            self._copies.heal(self._sealed)

    def raise_cost(self, passphrase: str, cost: KeyCost) -> None:
        """Wrap one's keys again if guessing them has become too cheap; never the other way."""
        header, entry = self._header, self._entry(self._person)
        wanted = header.cost.raised_to(cost)
        own_wanted = entry.wrapped.cost.raised_to(wanted)
        if (wanted, own_wanted) != (header.cost, entry.wrapped.cost):
            raised = replace(header, cost=wanted)
            self._save(header_changes.rewrapped(raised, entry, self._own, passphrase, own_wanted))

    @property
    def _header(self) -> Header:
        return self._sealed.header

    def _save(
        self,
        header: Header,
        keys: VaultKeys | None = None,
        *,
        to_disk: bool = False,
        act: Act | None = None,
        subject: str = "",
    ) -> None:
        keys, to_disk = keys or self._keys, to_disk or self._on_disk
        if act is not None and to_disk:
            header = header_changes.noted(header, act, subject, self._person, self._own)
        sealed = seal(replace(header, generation=header.generation + 1), keys)
        if to_disk:
            self._copies.write(sealed)
        self._sealed, self._keys = sealed, keys

    def _entry(self, person: PractitionerId) -> PersonEntry:
        entry = self._header.person(person)
        if entry is None:
            raise NotAllowedError("nobody with this id can sign in")
        return entry

    def _require_manager(self, *holders: str) -> None:
        _require(self.person.role.may_manage_people, "this role does not manage people")
        for holder in holders:
            _require(self._keys.may_grant(holder), "this role cannot hand out these keys")

    def _require_another_supervisor(self, entry: PersonEntry) -> None:
        others = (person for person in self._header.people if person.id != entry.id)
        _require(any(person.role is Role.SUPERVISOR for person in others), "a supervisor stays")

    def _store_path(self, number: int) -> Path:
        return self._copies.folder / f"store-{number:04d}.db"

    def _store_keys(self, number: int, salt: bytes, epoch: int, key: bytes) -> StoreKeys:
        return StoreKeys(
            number=number, path=self._store_path(number), epoch=epoch, key=key, salt=salt
        )


def known_words(header: Header) -> tuple[str, ...]:
    """Names and places that a passphrase should do without."""
    lines = header.help_lines
    return (*(person.name for person in header.everybody), lines.setting, lines.lead_name)


def sheet_of(header: Header, seed: bytes) -> RecoverySheet:
    """The sheet to print for a seed."""
    return RecoverySheet(sheet_name=header.sheet_name, rows=rows_of(seed, header.vault_id))


def _require(allowed: bool, reason: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not allowed:
        raise NotAllowedError(reason)
