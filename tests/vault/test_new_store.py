"""Rotation, new store files and restored backups: the header write is the only commit point."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.founded_vault import Founded, found
from tests.invented_team import (
    ASH,
    HELP_LINES,
    IVY,
    OTHER_PASSPHRASE,
    PASSPHRASES,
    PRACTITIONER,
    ROWAN,
)
from tests.power_cut_disk import PowerCutDisk
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.errors import (
    DiskFullError,
    FileDamagedError,
    NotAllowedError,
    WrongPassphraseError,
)
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.header_envelope import SealedHeader, opened
from vrn_desktop.vault.header_writing import written
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile

TODAY = date(2026, 11, 24)


def test_a_new_file_keeps_key_and_salt_and_takes_the_next_free_number(founded: Founded) -> None:
    (founded.folder / "store-0002.db").write_bytes(b"left over")
    ash = founded.unlock(ASH)
    live = ash.store
    assert live is not None
    new = ash.prepare_new_store(new_keys=False)
    assert new == replace(live, number=3, path=founded.folder / "store-0003.db")
    assert ash.store == live
    assert founded.unlock(ROWAN).store == live
    assert ash.commit_new_store() == new
    assert ash.store == new == founded.unlock(ROWAN).store


def test_a_rotation_opens_with_new_keys_for_all_who_stay(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    live = rowan.store
    assert live is not None
    rowan.remove_person(IVY, TODAY)
    new = rowan.prepare_new_store(new_keys=True)
    assert (new.number, new.epoch) == (live.number + 1, live.epoch + 1)
    assert new.key != live.key
    assert new.salt != live.salt
    assert founded.unlock(ASH).store == live
    rowan.record_anchor(AuditAnchor(seq=7))
    rowan.commit_new_store()
    assert not rowan.rotation_due
    assert rowan.anchor.seq == 7
    assert rowan.store == new == founded.unlock(ASH).store == founded.unlock(ROWAN).store
    rowan.record_anchor(AuditAnchor(seq=8))
    assert founded.unlock(ASH).anchor.seq == 8
    sheet = founded.vault.unlock_with_sheet(founded.words)
    assert sheet.reset_person(ASH, OTHER_PASSPHRASE).store == new


def test_an_old_header_put_back_does_not_open_the_rotated_store(founded: Founded) -> None:
    before = (founded.folder / "header-a").read_bytes()
    rowan = founded.unlock(ROWAN)
    new = rowan.prepare_new_store(new_keys=True)
    rowan.commit_new_store()
    generation = rowan.generation
    for name in ("header-a", "header-b"):
        (founded.folder / name).write_bytes(before)
    old = founded.unlock(ASH)
    assert old.store is not None
    assert old.store.key != new.key
    assert old.generation < generation


def test_nothing_is_committed_unprepared(founded: Founded) -> None:
    with pytest.raises(ValueError, match="no store was prepared"):
        founded.unlock(ROWAN).commit_new_store()


def test_a_full_disk_at_the_commit_leaves_the_old_store_and_the_old_passphrase(
    founded: Founded,
) -> None:
    disk = PowerCutDisk()
    for name in ("header-a", "header-b"):
        disk.write(founded.folder / name, (founded.folder / name).read_bytes())
    vault = VaultFile(founded.folder, disk=disk, cost=FLOOR)
    rowan = vault.unlock(ROWAN, PASSPHRASES[ROWAN])
    live, header = rowan.store, rowan.header_copy
    rowan.prepare_new_store(new_keys=True)
    disk.full_after = 5000
    with pytest.raises(DiskFullError):
        rowan.commit_new_store()
    with pytest.raises(DiskFullError):
        rowan.change_passphrase(PASSPHRASES[ROWAN], OTHER_PASSPHRASE)
    with pytest.raises(DiskFullError):
        rowan.remove_person(ASH, TODAY)
    assert (rowan.store, rowan.header_copy) == (live, header)
    assert rowan.people == vault.unlock(ASH, PASSPHRASES[ASH]).people
    with pytest.raises(WrongPassphraseError):
        vault.unlock(ROWAN, OTHER_PASSPHRASE)
    disk.full_after = None
    new = rowan.commit_new_store()
    assert vault.unlock(ROWAN, PASSPHRASES[ROWAN]).store == new


def test_a_copy_cannot_be_mended_on_a_full_disk_and_opens_all_the_same(founded: Founded) -> None:
    disk = PowerCutDisk()
    disk.write(founded.folder / "header-a", (founded.folder / "header-a").read_bytes())
    disk.full_after = 0
    vault = VaultFile(founded.folder, disk=disk, cost=FLOOR)
    assert vault.unlock(ASH, PASSPHRASES[ASH]).store


def test_a_backup_opens_on_a_new_laptop_with_the_words_alone(
    founded: Founded, tmp_path: Path
) -> None:
    rowan = founded.unlock(ROWAN)
    backup = rowan.header_copy
    folder = tmp_path / "new laptop"
    folder.mkdir()
    copy = VaultFile(folder, cost=FLOOR).copy_in_backup(backup)
    assert copy.describe().help_lines == HELP_LINES
    opened = copy.unlock_with_sheet(founded.words).reset_person(ROWAN, OTHER_PASSPHRASE)
    assert list(folder.iterdir()) == []
    assert opened.store is not None
    assert rowan.store is not None
    assert opened.store.key == rowan.store.key
    opened.prepare_new_store(new_keys=False)
    opened.commit_new_store()
    again = VaultFile(folder, cost=FLOOR).unlock(ROWAN, OTHER_PASSPHRASE)
    assert again.store == opened.store
    with pytest.raises(FileDamagedError):
        VaultFile(folder).copy_in_backup(backup[:-1])


def test_a_backup_restored_on_the_same_laptop_keeps_todays_people(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    rowan.record_anchor(AuditAnchor(seq=5))
    backup = rowan.header_copy
    rowan.record_anchor(AuditAnchor(seq=9))
    rowan.add_person(replace(PRACTITIONER, id=PractitionerId("fern"), passphrase=OTHER_PASSPHRASE))
    rowan.remove_person(IVY, TODAY)
    ash = founded.vault.copy_in_backup(backup).unlock(ASH, PASSPHRASES[ASH])
    new = ash.prepare_new_store(new_keys=False)
    assert ash.commit_new_store() == new
    assert ash.generation > rowan.generation
    now = founded.vault.unlock(PractitionerId("fern"), OTHER_PASSPHRASE)
    assert now.store == new
    assert now.anchor.seq == 5
    assert founded.unlock(ROWAN).rotation_due
    with pytest.raises(WrongPassphraseError):
        founded.unlock(IVY)


def test_a_leaver_restores_nothing_and_comes_back_with_no_backup(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    backup = rowan.header_copy
    rowan.remove_person(ASH, TODAY)
    rowan.prepare_new_store(new_keys=True)
    rowan.commit_new_store()
    gone = founded.vault.copy_in_backup(backup).unlock(ASH, PASSPHRASES[ASH])
    gone.prepare_new_store(new_keys=False)
    with pytest.raises(NotAllowedError):
        gone.commit_new_store()
    ivy = founded.vault.copy_in_backup(backup).unlock(IVY, PASSPHRASES[IVY])
    with pytest.raises(NotAllowedError):
        ivy.commit_new_store()
    old = founded.vault.copy_in_backup(backup).unlock(ROWAN, PASSPHRASES[ROWAN])
    new = old.prepare_new_store(new_keys=False)
    old.commit_new_store()
    again = founded.unlock(ROWAN)
    assert again.store == new
    assert again.generation > rowan.generation
    assert again.rotation_due
    with pytest.raises(WrongPassphraseError):
        founded.unlock(ASH)


def test_a_leaver_restores_nothing_also_before_the_keys_are_changed(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    backup = rowan.header_copy
    rowan.remove_person(ASH, TODAY)
    gone = founded.vault.copy_in_backup(backup).unlock(ASH, PASSPHRASES[ASH])
    gone.prepare_new_store(new_keys=False)
    with pytest.raises(NotAllowedError):
        gone.commit_new_store()
    assert founded.unlock(ROWAN).header_copy == rowan.header_copy


def test_after_a_change_of_keys_a_supervisor_restores(founded: Founded) -> None:
    rowan = founded.unlock(ROWAN)
    backup = rowan.header_copy
    rowan.prepare_new_store(new_keys=True)
    rowan.commit_new_store()
    ash = founded.vault.copy_in_backup(backup).unlock(ASH, PASSPHRASES[ASH])
    ash.prepare_new_store(new_keys=False)
    with pytest.raises(NotAllowedError):
        ash.commit_new_store()


def test_a_backup_is_not_brought_into_a_header_that_was_edited(founded: Founded) -> None:
    backup = founded.unlock(ROWAN).header_copy
    sealed = opened(backup)
    edited = replace(sealed.header, store_number=7)
    data = SealedHeader(header=edited, body=written(edited), mac=sealed.mac).data
    for name in ("header-a", "header-b"):
        (founded.folder / name).write_bytes(data)
    ash = founded.vault.copy_in_backup(backup).unlock(ASH, PASSPHRASES[ASH])
    ash.prepare_new_store(new_keys=False)
    with pytest.raises(FileDamagedError):
        ash.commit_new_store()


def test_another_vaults_backup_is_not_put_over_this_one(founded: Founded, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = found(tmp_path / "other")
    backup = (other.folder / "header-a").read_bytes()
    rowan = founded.vault.copy_in_backup(backup).unlock(ROWAN, PASSPHRASES[ROWAN])
    rowan.prepare_new_store(new_keys=False)
    with pytest.raises(NotAllowedError):
        rowan.commit_new_store()
    assert founded.vault.describe().sheet_name == founded.sheet.sheet_name
