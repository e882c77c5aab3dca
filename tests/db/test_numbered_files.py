"""The store files of a folder with a real vault: set up, opened, rebuilt, restored (security.md 3.4)."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from db import numbered_files, opening
from db.backups import backup_folder
from db.numbered_files import NumberedFiles
from db.sql_store import SqlStore
from db.store_files import migrate_store
from tests.db import invented_records as invented
from tests.db.invented_holder import START, TickingClock
from tests.db.later_ladder import LATER
from tests.fake_store import FakeStore
from tests.invented_team import ADMINISTRATOR, HELP_LINES, PASSPHRASES, PRACTITIONER, SUPERVISOR
from vrn_desktop.application.ports.store_files import StoreFiles
from vrn_desktop.application.ports.vault import AuditAnchor, UnlockedVault
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileDamagedError, FileRolledBackError, NotAllowedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_file import VaultFile


class Laptop:
    """A data folder with its vault, as bootstrap puts it together."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = VaultFile(folder, cost=FLOOR)
        self.files = NumberedFiles(folder, self.vault, TickingClock())

    def set_up(self) -> None:
        new = self.vault.create(
            help_lines=HELP_LINES, people=(SUPERVISOR, PRACTITIONER, ADMINISTRATOR)
        )
        store = self.files.create(new.unlocked)
        with store.change(Act.FILE_CREATED, "") as work:
            invented.write_everything(work)
        new.unlocked.commit_new_store()
        lock(new.unlocked, store)

    def unlock(self, person: PractitionerId = SUPERVISOR.id) -> tuple[UnlockedVault, SqlStore]:
        unlocked = self.vault.unlock(person, PASSPHRASES[person])
        return unlocked, self.files.open(unlocked)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.glob("store-*.db"))


def lock(unlocked: UnlockedVault, store: SqlStore) -> None:
    with store.change(Act.LOCKED, ""):
        pass
    store.back_up(START)
    end = store.audit_end()
    unlocked.record_anchor(end)
    store.close()


@pytest.fixture(scope="module")
def set_up_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("laptop")
    Laptop(folder).set_up()
    (folder / "ballast").unlink(missing_ok=True)
    return folder


@pytest.fixture
def laptop(set_up_folder: Path, tmp_path: Path) -> Laptop:
    folder = tmp_path / "data"
    shutil.copytree(set_up_folder, folder)
    return Laptop(folder)


def has_everything(store: SqlStore) -> bool:
    with store.read() as work:
        return work.screenings.get(invented.TALK) == invented.screening()


def test_a_file_is_set_up_locked_and_opened_by_everybody_but_the_administrator(
    laptop: Laptop,
) -> None:
    same: StoreFiles = laptop.files
    for person in (SUPERVISOR.id, PRACTITIONER.id):
        unlocked, store = laptop.unlock(person)
        assert has_everything(store)
        lock(unlocked, store)
    unlocked = laptop.vault.unlock(ADMINISTRATOR.id, PASSPHRASES[ADMINISTRATOR.id])
    with pytest.raises(NotAllowedError):
        same.open(unlocked)


def test_new_keys_move_the_file_and_remove_the_old_one(laptop: Laptop) -> None:
    unlocked, store = laptop.unlock()
    rebuilt = laptop.files.rebuild(unlocked, store, new_keys=True)
    assert has_everything(rebuilt)
    lock(unlocked, rebuilt)
    assert laptop.names() == ["store-0002.db"]
    _, again = laptop.unlock(PRACTITIONER.id)
    assert has_everything(again)
    again.close()


def test_another_kind_of_store_is_not_rebuilt(laptop: Laptop) -> None:
    unlocked, store = laptop.unlock()
    with pytest.raises(TypeError):
        laptop.files.rebuild(unlocked, FakeStore(), new_keys=False)
    store.close()


def test_a_backup_is_restored_beside_the_damaged_file_which_stays(laptop: Laptop) -> None:
    live = laptop.folder / "store-0001.db"
    damaged = bytearray(live.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    live.write_bytes(damaged)
    with pytest.raises(FileDamagedError):
        laptop.unlock()
    (backup,) = laptop.files.backups()
    then = laptop.files.vault_in(backup.path).unlock(SUPERVISOR.id, PASSPHRASES[SUPERVISOR.id])
    restored = laptop.files.restore(backup.path, then)
    assert has_everything(restored)
    lock(then, restored)
    assert laptop.names() == ["store-0001.db", "store-0002.db"]
    assert live.read_bytes() == damaged
    unlocked, again = laptop.unlock()
    assert has_everything(again)
    assert unlocked.anchor != AuditAnchor()
    again.close()


def test_a_backup_restores_on_a_new_laptop(laptop: Laptop, tmp_path: Path) -> None:
    (backup,) = laptop.files.backups()
    elsewhere = tmp_path / "new"
    backup_folder(elsewhere).mkdir(parents=True)
    carried = backup_folder(elsewhere) / backup.path.name
    carried.write_bytes(backup.path.read_bytes())
    vault = VaultFile(elsewhere, cost=FLOOR)
    files = NumberedFiles(elsewhere, vault, TickingClock())
    then = files.vault_in(carried).unlock(PRACTITIONER.id, PASSPHRASES[PRACTITIONER.id])
    restored = files.restore(carried, then)
    assert has_everything(restored)
    restored.close()


def test_t5_an_old_store_put_back_under_a_newer_header_is_noticed(laptop: Laptop) -> None:
    live = laptop.folder / "store-0001.db"
    old = live.read_bytes()
    unlocked, store = laptop.unlock()
    lock(unlocked, store)
    live.write_bytes(old)
    with pytest.raises(FileRolledBackError):
        laptop.unlock()


def test_a_change_of_people_is_remembered_so_that_an_older_header_is_noticed(
    laptop: Laptop,
) -> None:
    copies = [laptop.folder / name for name in ("header-a", "header-b")]
    old = [copy.read_bytes() for copy in copies]
    unlocked, store = laptop.unlock()
    unlocked.change_person(PRACTITIONER.id, name="Ash Renamed", trained=True)
    store.remember_header(unlocked.generation)
    store.close()
    for copy, content in zip(copies, old, strict=True):
        copy.write_bytes(content)
    with pytest.raises(FileRolledBackError):
        laptop.unlock()


def test_an_older_file_is_brought_up_to_date_when_it_is_opened_and_that_is_noted(
    laptop: Laptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbered_files, "migrate_store", partial(migrate_store, ladder=LATER))
    monkeypatch.setattr(opening, "REVISIONS", LATER.revisions)
    _unlocked, store = laptop.unlock()
    assert laptop.names() == ["store-0002.db"]
    assert has_everything(store)
    assert store.audit_entries()[-1].act is Act.MIGRATED
    store.close()
