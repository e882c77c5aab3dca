"""Opens a vault by passphrase or recovery sheet, and founds a new one."""

from contextlib import suppress
from dataclasses import replace
from time import perf_counter

from vrn_desktop.application.ports.vault import HelpLines, NewPerson, NewVault
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError, StorageError, WrongPassphraseError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.vault import header_changes, header_seal, primitives
from vrn_desktop.vault.key_cost import FLOOR, KeyCost, calibrated
from vrn_desktop.vault.locked_file import LockedFile
from vrn_desktop.vault.passphrases import require_hard_to_guess
from vrn_desktop.vault.person_keys import spend_as_long, unwrap
from vrn_desktop.vault.recovery_sheet import SEED_BYTES, other_sheet, seed_of
from vrn_desktop.vault.unlocked_vault import UnlockedVaultFile, known_words, sheet_of
from vrn_desktop.vault.vault_keys import VaultKeys, new_vault_keys, sheet_info, sheet_key, take


def founded(locked: LockedFile, help_lines: HelpLines, people: tuple[NewPerson, ...]) -> NewVault:
    """A new vault in memory, the first person signed in."""
    if not people or people[0].role is not Role.SUPERVISOR:
        raise NotAllowedError("the first person is a supervisor")
    names = (*(person.name for person in people), help_lines.setting, help_lines.lead_name)
    for person in people:
        require_hard_to_guess(person.passphrase, names)
    keys, seed = new_vault_keys(), primitives.random_bytes(SEED_BYTES)
    empty = header_changes.founded(keys, seed, help_lines, locked.cost or calibrated(_seconds))
    header, own = header_changes.admitted(empty, keys, people[0])
    for person in people[1:]:
        header, _own = header_changes.admitted(header, keys, person)
    session = UnlockedVaultFile(
        copies=locked.copies,
        sealed=header_seal.seal(header, keys),
        keys=keys,
        person=people[0].id,
        own=own,
        on_disk=False,
    )
    return NewVault(sheet=sheet_of(header, seed), unlocked=session)


def unlocked(locked: LockedFile, person: PractitionerId, passphrase: str) -> UnlockedVaultFile:
    """Sign in; WrongPassphraseError, or FileDamagedError when the passphrase was right."""
    sealed = locked.sealed()
    header = sealed.header
    entry = header.person(person)
    if entry is None:
        spend_as_long(passphrase, header.cost)
        raise WrongPassphraseError("the passphrase does not fit")
    own = unwrap(entry, header.vault_id, passphrase)
    keys = take(own.box, entry.grant, header_changes.grant_info(header, entry))
    header_seal.check(sealed, keys)
    session = UnlockedVaultFile(
        copies=locked.copies,
        sealed=sealed,
        keys=keys,
        person=person,
        own=own,
        on_disk=locked.on_disk,
    )
    # A full or read-only disk must not keep anybody out; the next sign-in tries again.
    with suppress(StorageError):
        session.mend_copies()
        session.raise_cost(passphrase, locked.cost or FLOOR)
    return session


class SheetAccessFile:
    """Implements the port `SheetAccess`: the recovery sheet has opened the vault's keys."""

    def __init__(self, locked: LockedFile, keys: VaultKeys) -> None:
        self._locked = locked
        self._keys = keys

    @property
    def people(self) -> tuple[Practitioner, ...]:
        """Everybody who can be reset, by name."""
        everybody = self._locked.sealed().header.practitioners
        return tuple(person for person in everybody if not person.has_left)

    def reset_person(self, person: PractitionerId, passphrase: str) -> UnlockedVaultFile:
        """New keys and passphrase for somebody, who is then signed in."""
        locked, header = self._locked, self._locked.sealed().header
        entry = header.person(person)
        if entry is None:
            raise NotAllowedError("nobody with this id can sign in")
        require_hard_to_guess(passphrase, known_words(header))
        changed, own = header_changes.reset(header, self._keys, entry, entry.role, passphrase)
        changed = header_changes.noted(changed, Act.PASSPHRASE_RESET, person, person, own)
        renewed = replace(changed, generation=header.generation + 1)
        sealed = header_seal.seal(renewed, self._keys)
        if locked.on_disk:
            locked.copies.write(sealed)
        else:
            self._locked = replace(locked, in_backup=sealed)
        return unlocked(self._locked, person, passphrase)


def opened_with_sheet(locked: LockedFile, words: str) -> SheetAccessFile:
    """Open with the 16 words; SheetNotMatchedError, or FileDamagedError when they were right."""
    sealed = locked.sealed()
    header = sealed.header
    private = sheet_key(seed_of(words, header.vault_id), header.vault_id)
    if private.public_key().public_bytes_raw() != header.sheet.box_key:
        raise other_sheet()
    keys = take(private, header.sheet.grant, sheet_info(header.vault_id, header.epoch))
    header_seal.check(sealed, keys)
    return SheetAccessFile(locked, keys)


def _seconds(cost: KeyCost) -> float:
    begun = perf_counter()
    spend_as_long("", cost)
    return perf_counter() - begun
