"""New locks after somebody has left, and the file that stays beside a restored one (security.md 3.4, 5.3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.invented_services import WORKPLACE
from tests.invented_team import ASH, PASSPHRASES, ROWAN
from tests.real_laptop import RealLaptop, acts_of, people_of
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import NotAllowedError, StorageError, WrongPassphraseError

TODAY = date(2026, 11, 24)


def leave_and_change(laptop: RealLaptop) -> None:
    opened = laptop.unlock(ROWAN)
    people_of(opened).remove(ASH, TODAY)
    assert opened.vault.rotation_due
    changed = laptop.service.change_locks(opened)
    assert not changed.vault.rotation_due
    laptop.lock(changed)


def workplace_in(opened: OpenFile) -> object:
    with opened.store.read() as work:
        return work.workplaces.get()


def test_after_a_change_of_locks_everything_is_there_and_noted(laptop: RealLaptop) -> None:
    leave_and_change(laptop)
    assert laptop.store_names() == ["store-0002.db"]
    opened = laptop.unlock(ROWAN)
    assert workplace_in(opened) == WORKPLACE
    assert acts_of(opened)[-4:] == [
        (Act.PERSON_REMOVED, ASH),
        (Act.KEYS_ROTATED, ""),
        (Act.LOCKED, ""),
        (Act.SIGNED_IN, ""),
    ]
    opened.store.close()


def test_a_leaver_opens_neither_the_file_nor_the_new_backup_only_the_old_one(
    laptop: RealLaptop,
) -> None:
    laptop.clock.now += timedelta(days=1)
    leave_and_change(laptop)
    new, old = laptop.service.backups()
    assert (old.epoch, new.epoch) == (1, 2)
    with pytest.raises(WrongPassphraseError):
        laptop.unlock(ASH)
    with pytest.raises(WrongPassphraseError):
        laptop.files.vault_in(new.path).unlock(ASH, PASSPHRASES[ASH])
    assert laptop.files.vault_in(old.path).unlock(ASH, PASSPHRASES[ASH]).store is not None
    with pytest.raises(NotAllowedError):
        laptop.service.restore(old.path, ASH, PASSPHRASES[ASH])


def test_a_backup_that_says_no_epoch_is_listed_all_the_same(laptop: RealLaptop) -> None:
    (backup,) = laptop.service.backups()
    backup.path.write_bytes(backup.path.read_bytes()[:-1])
    (listed,) = laptop.service.backups()
    assert listed == replace(backup, size=backup.size - 1, epoch=None)


def test_a_practitioner_changes_no_locks(laptop: RealLaptop) -> None:
    opened = laptop.unlock(ASH)
    with pytest.raises(NotAllowedError):
        laptop.service.change_locks(opened)
    assert workplace_in(opened) == WORKPLACE
    laptop.lock(opened)
    assert laptop.store_names() == ["store-0001.db"]


def test_the_earlier_file_stays_beside_a_restored_one_until_a_supervisor_lets_it_go(
    laptop: RealLaptop,
) -> None:
    (backup,) = laptop.service.backups()
    laptop.clock.now += timedelta(days=1)
    laptop.lock(laptop.service.restore(backup.path, ASH, PASSPHRASES[ASH]))
    ash = laptop.unlock(ASH)
    (earlier,) = laptop.service.earlier_files()
    assert earlier.path.name == "store-0001.db"
    assert earlier.size == earlier.path.stat().st_size
    with pytest.raises(NotAllowedError):
        laptop.service.let_earlier_go(ash)
    laptop.lock(ash)
    assert laptop.store_names() == ["store-0001.db", "store-0002.db"]

    rowan = laptop.unlock(ROWAN)
    laptop.service.let_earlier_go(rowan)
    assert laptop.store_names() == ["store-0002.db"]
    assert not list(laptop.folder.glob("*.kept"))
    assert laptop.service.earlier_files() == ()
    acts = acts_of(rowan)
    assert acts[-1] == (Act.EARLIER_FILE_LET_GO, "store-0001.db")
    assert (Act.RESTORED, "") in acts
    laptop.lock(rowan)


def test_only_a_kept_file_can_be_let_go(laptop: RealLaptop) -> None:
    (backup,) = laptop.service.backups()
    laptop.lock(laptop.service.restore(backup.path, ROWAN, PASSPHRASES[ROWAN]))
    (earlier,) = laptop.service.earlier_files()
    live = replace(earlier, path=laptop.folder / "store-0002.db")
    with pytest.raises(StorageError):
        laptop.files.let_go(live)
    assert live.path.exists()


def test_a_second_restore_does_not_make_the_kept_file_younger(laptop: RealLaptop) -> None:
    (backup,) = laptop.service.backups()
    laptop.clock.now += timedelta(days=1)
    laptop.lock(laptop.service.restore(backup.path, ROWAN, PASSPHRASES[ROWAN]))
    (first,) = laptop.service.earlier_files()
    laptop.lock(laptop.service.restore(backup.path, ROWAN, PASSPHRASES[ROWAN]))
    again, second = laptop.service.earlier_files()
    assert again == first
    assert second.path.name == "store-0002.db"


def test_while_a_restore_is_not_confirmed_no_backup_is_thinned_out(laptop: RealLaptop) -> None:
    (older,) = laptop.service.backups()
    laptop.lock(laptop.unlock(ROWAN))  # a newer one of the same day takes its place
    (newer,) = laptop.service.backups()
    older.path.write_bytes(newer.path.read_bytes())  # as if it lay on a stick
    laptop.lock(laptop.service.restore(older.path, ROWAN, PASSPHRASES[ROWAN]))
    assert newer in laptop.service.backups()
    rowan = laptop.unlock(ROWAN)
    laptop.service.let_earlier_go(rowan)
    laptop.lock(rowan)
    assert len(laptop.service.backups()) == 1
