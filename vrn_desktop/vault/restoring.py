"""Which header stands after a backup was restored: nobody who has left comes back with it."""

from dataclasses import replace

from vrn_desktop.domain.errors import FileDamagedError, FileMissingError, NotAllowedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault import header_changes, header_seal
from vrn_desktop.vault.header import MOST_NOTES, Header
from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_envelope import SealedHeader
from vrn_desktop.vault.held_keys import SHEET
from vrn_desktop.vault.vault_keys import VaultKeys


def restored(
    copies: HeaderCopies, from_backup: Header, keys: VaultKeys, person: PractitionerId
) -> Header:
    """The header to write for a backup's store; NotAllowedError.

    An empty or damaged folder (a new laptop) takes the backup's header as it is. Otherwise the
    folder must hold the same vault and the person must still work here.
    """
    try:
        live = copies.read()
    except (FileMissingError, FileDamagedError):
        return from_backup
    if live.header.vault_id != from_backup.vault_id:
        raise NotAllowedError("this folder holds another file")
    if live.header.person(person) is None:
        raise NotAllowedError("who restores a backup still works here")
    if live.header.epoch == from_backup.epoch:
        return _with_store_of(from_backup, live, keys)
    if not keys.may_grant(SHEET):
        raise NotAllowedError("the keys were changed since: a supervisor restores this backup")
    return _without_leavers(from_backup, live.header)


def _with_store_of(from_backup: Header, live: SealedHeader, keys: VaultKeys) -> Header:
    header_seal.check(live, keys)
    return replace(
        live.header,
        store_number=from_backup.store_number,
        store_salt=from_backup.store_salt,
        anchor=from_backup.anchor,
    )


def _without_leavers(from_backup: Header, live: Header) -> Header:
    notes = sorted({*from_backup.notes, *live.notes}, key=lambda note: note.generation)
    header = replace(
        from_backup,
        generation=max(from_backup.generation, live.generation),
        notes=tuple(notes[-MOST_NOTES:]),
    )
    for gone in live.leavers:
        entry = header.person(gone.id)
        if entry is not None:
            header = header_changes.without(header, entry, gone.left_on)
    return header
