"""The power is cut while a file is set up, a passphrase changed and the locks changed (T2, T6, T7)."""

from pathlib import Path

import pytest

from tests.invented_services import WORKPLACE
from tests.invented_team import ASH, OTHER_PASSPHRASE, PASSPHRASES, ROWAN
from tests.real_laptop import RealLaptop, acts_of
from tests.torture.every_cut import every_cut, logged
from tests.torture.logged_disk import LoggedDisk
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import WrongPassphraseError

STATES = 40
SESSION = "tests.torture.office_session"

pytestmark = pytest.mark.torture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    return tmp_path / "data"


@pytest.fixture
def set_up(folder: Path) -> RealLaptop:
    laptop = RealLaptop(folder)
    laptop.lock(laptop.create(laptop.prepare()))
    (folder / "ballast").unlink(missing_ok=True)
    return laptop


def whole(opened: OpenFile) -> list[Act]:
    """The acts of a file that holds what it should."""
    with opened.store.read() as work:
        assert work.workplaces.get() == WORKPLACE
    acts = [act for act, _ in acts_of(opened)]
    opened.store.close()
    return acts


def test_a_set_up_leaves_a_first_run_or_a_file_that_opens(
    disk_log: Path, folder: Path, tmp_path: Path
) -> None:
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, SESSION, "set up")
    seen: set[bool] = set()

    def look(left: Path, acknowledged: list[str]) -> None:
        laptop = RealLaptop(left)
        there = laptop.service.exists()
        seen.add(there)
        if there:
            assert whole(laptop.unlock(ROWAN))[0] is Act.FILE_CREATED
        else:
            assert not acknowledged
            laptop.vault.begin_set_up()

    every_cut(before, steps, tmp_path / "cuts", look, STATES)
    assert before.acknowledged == ["done"]
    assert seen == {True, False}


def test_a_change_of_locks_leaves_the_old_ones_or_the_new_ones(
    disk_log: Path, folder: Path, set_up: RealLaptop, tmp_path: Path
) -> None:
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, SESSION, "change locks")
    seen: set[int] = set()

    def look(left: Path, acknowledged: list[str]) -> None:
        opened = RealLaptop(left).unlock(ASH)
        assert opened.vault.store is not None
        epoch = opened.vault.store.epoch
        seen.add(epoch)
        assert whole(opened).count(Act.KEYS_ROTATED) == epoch - 1
        assert not acknowledged or epoch == 2

    every_cut(before, steps, tmp_path / "cuts", look, STATES)
    assert before.acknowledged == ["done"]
    assert seen == {1, 2}


def test_a_change_of_passphrase_leaves_the_old_one_or_the_new_one(
    disk_log: Path, folder: Path, set_up: RealLaptop, tmp_path: Path
) -> None:
    before = LoggedDisk.of(folder)
    steps = logged(disk_log, folder, SESSION, "change passphrase")
    seen: set[str] = set()

    def look(left: Path, acknowledged: list[str]) -> None:
        laptop, passphrase = RealLaptop(left), OTHER_PASSPHRASE
        try:
            opened = laptop.unlock(ASH, passphrase)
        except WrongPassphraseError:
            passphrase = PASSPHRASES[ASH]
            opened = laptop.unlock(ASH, passphrase)
        seen.add(passphrase)
        changed = whole(opened).count(Act.PASSPHRASE_CHANGED)
        assert changed == (passphrase == OTHER_PASSPHRASE)
        assert not acknowledged or changed

    every_cut(before, steps, tmp_path / "cuts", look, STATES)
    assert before.acknowledged == ["done"]
    assert seen == {PASSPHRASES[ASH], OTHER_PASSPHRASE}
