"""What may happen to a header: people come, are reset and leave; keys and sheet are renewed.

Each function gives a changed header and writes nothing; who may ask for it is decided elsewhere.
"""

from dataclasses import replace
from datetime import date

from vrn_desktop.application.ports.vault import AuditAnchor, HeaderNote, HelpLines, NewPerson
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.vault import primitives
from vrn_desktop.vault.header import (
    MOST_NOTES,
    SALT_BYTES,
    VAULT_ID_BYTES,
    Header,
    LeaverEntry,
    PersonEntry,
    SheetEntry,
)
from vrn_desktop.vault.key_cost import KeyCost
from vrn_desktop.vault.person_keys import Holder, PersonKeys, new_person_keys, wrap
from vrn_desktop.vault.vault_keys import GrantInfo, VaultKeys, grant, sheet_info, sheet_key


def founded(keys: VaultKeys, seed: bytes, help_lines: HelpLines, cost: KeyCost) -> Header:
    """A new vault with its recovery sheet and nobody in it."""
    vault_id = primitives.random_bytes(VAULT_ID_BYTES)
    return Header(
        vault_id=vault_id,
        generation=1,
        epoch=1,
        store_number=1,
        store_salt=primitives.random_bytes(SALT_BYTES),
        cost=cost,
        people=(),
        leavers=(),
        sheet=_sheet_entry(keys, seed, vault_id, epoch=1),
        anchor=AuditAnchor(),
        notes=(),
        help_lines=help_lines,
        roster_mac=bytes(primitives.KEY_BYTES),
    )


def admitted(header: Header, keys: VaultKeys, new: NewPerson) -> tuple[Header, PersonKeys]:
    """Somebody new, who has typed their passphrase; NotAllowedError without the role's keys."""
    own = new_person_keys()
    entry = PersonEntry(
        id=new.id,
        name=new.name,
        role=new.role,
        trained=new.trained,
        sign_key=own.sign_public,
        former_sign_keys=(),
        box_key=own.box_public,
        grant=grant(keys, own.box_public, _grant_info(header, new.id, new.role)),
        wrapped=wrap(own, new.passphrase, _holder(header, new.id, new.role), header.cost),
    )
    return replace(header, people=(*header.people, entry)), own


def rewrapped(
    header: Header, entry: PersonEntry, own: PersonKeys, passphrase: str, cost: KeyCost
) -> Header:
    """The same keys of a person under another passphrase, or under the same at a higher cost."""
    wrapped = wrap(own, passphrase, _holder(header, entry.id, entry.role), cost)
    return with_entry(header, replace(entry, wrapped=wrapped))


def reset(
    header: Header, keys: VaultKeys, entry: PersonEntry, role: Role, passphrase: str
) -> tuple[Header, PersonKeys]:
    """New keys for somebody; their earlier public signing keys stay (decisions.md 13)."""
    own = new_person_keys()
    renewed = replace(
        entry,
        role=role,
        sign_key=own.sign_public,
        former_sign_keys=(entry.sign_key, *entry.former_sign_keys),
        box_key=own.box_public,
        grant=grant(keys, own.box_public, _grant_info(header, entry.id, role)),
        wrapped=wrap(own, passphrase, _holder(header, entry.id, role), header.cost),
    )
    return with_entry(header, renewed), own


def without(header: Header, entry: PersonEntry, on: date) -> Header:
    """Somebody has left: their wrapped keys and grant go, their public keys stay."""
    leaver = LeaverEntry(
        id=entry.id,
        name=entry.name,
        role=entry.role,
        trained=entry.trained,
        sign_key=entry.sign_key,
        former_sign_keys=entry.former_sign_keys,
        left_on=on,
        left_epoch=header.epoch,
    )
    staying = tuple(person for person in header.people if person.id != entry.id)
    return replace(header, people=staying, leavers=(*header.leavers, leaver))


def rotated(header: Header, keys: VaultKeys) -> Header:
    """A new epoch: new keys sealed to everybody who stays and to the sheet on paper."""
    turned = replace(header, epoch=header.epoch + 1)
    people = tuple(
        replace(person, grant=grant(keys, person.box_key, grant_info(turned, person)))
        for person in header.people
    )
    sealed = grant(keys, header.sheet.box_key, sheet_info(header.vault_id, turned.epoch))
    return replace(turned, people=people, sheet=replace(header.sheet, grant=sealed))


def with_sheet(header: Header, keys: VaultKeys, seed: bytes) -> Header:
    """Another recovery sheet; the one before opens nothing any more."""
    return replace(header, sheet=_sheet_entry(keys, seed, header.vault_id, header.epoch))


def noted(header: Header, act: Act, subject: str, who: PractitionerId, own: PersonKeys) -> Header:
    """The header with a signed note of what its next generation was changed for."""
    generation = header.generation + 1
    signature = own.sign.sign(note_bytes(header.vault_id, generation, who, act, subject))
    note = HeaderNote(generation=generation, who=who, act=act, subject=subject, signature=signature)
    return replace(header, notes=(*header.notes, note)[-MOST_NOTES:])


def genuine_notes(header: Header) -> tuple[HeaderNote, ...]:
    """The notes that were signed by whom they name."""
    return tuple(note for note in header.notes if _is_genuine(header, note))


def note_bytes(
    vault_id: bytes, generation: int, who: PractitionerId, act: Act, subject: str
) -> bytes:
    """What the signature of a note is over."""
    words = (str(generation), who, act, subject)
    return primitives.framed(b"vrn header note", vault_id, *(word.encode() for word in words))


def with_entry(header: Header, entry: PersonEntry) -> Header:
    """One person's entry changed."""
    people = tuple(entry if person.id == entry.id else person for person in header.people)
    return replace(header, people=people)


def grant_info(header: Header, entry: PersonEntry) -> GrantInfo:
    """What a person's grant is bound to."""
    return _grant_info(header, entry.id, entry.role)


def _grant_info(header: Header, person: PractitionerId, role: Role) -> GrantInfo:
    return GrantInfo(vault_id=header.vault_id, who=person, holder=role, epoch=header.epoch)


def _holder(header: Header, person: PractitionerId, role: Role) -> Holder:
    return Holder(vault_id=header.vault_id, person=person, role=role)


def _sheet_entry(keys: VaultKeys, seed: bytes, vault_id: bytes, epoch: int) -> SheetEntry:
    public_key = sheet_key(seed, vault_id).public_key().public_bytes_raw()
    return SheetEntry(
        box_key=public_key, grant=grant(keys, public_key, sheet_info(vault_id, epoch))
    )


def _is_genuine(header: Header, note: HeaderNote) -> bool:
    data = note_bytes(header.vault_id, note.generation, note.who, note.act, note.subject)
    keys = header.sign_keys(note.who)
    return any(primitives.signed_by(key, data, note.signature) for key in keys)
