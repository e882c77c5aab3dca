"""A set-up that was broken off can begin again; records whose header is lost are never touched (ADR 10)."""

from pathlib import Path

import pytest

from tests.db.invented_holder import START, TickingClock
from tests.invented_team import ROWAN
from tests.real_laptop import RealLaptop, acts_of
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import FileMissingError, NotAllowedError, StorageError


class KilledError(BaseException):
    """The process is gone."""


@pytest.fixture
def new_laptop(tmp_path: Path) -> RealLaptop:
    (tmp_path / "new").mkdir()
    return RealLaptop(tmp_path / "new", TickingClock(START))


def break_off(laptop: RealLaptop) -> None:
    """Set up until just before the first header."""
    new = laptop.prepare()

    def killed() -> None:
        raise KilledError

    new.unlocked.commit_new_store = killed  # type: ignore[method-assign, assignment]  # a kill there
    with pytest.raises(KilledError):
        laptop.create(new)
    assert laptop.store_names() == ["store-0001.db"]


def test_a_broken_off_set_up_is_a_first_run_again(new_laptop: RealLaptop) -> None:
    break_off(new_laptop)
    again = RealLaptop(new_laptop.folder, new_laptop.clock)
    assert not again.service.exists()
    opened = again.create(again.prepare())
    assert acts_of(opened)[0] == (Act.FILE_CREATED, "")
    again.lock(opened)
    assert not (again.folder / "setting-up").exists()
    assert again.service.exists()
    again.lock(again.unlock(ROWAN))


@pytest.mark.parametrize("left", [b"", b"half a file"])
def test_a_store_file_that_was_not_even_finished_does_not_stand_in_the_way(
    new_laptop: RealLaptop, left: bytes
) -> None:
    new_laptop.vault.begin_set_up()
    (new_laptop.folder / "store-0001.db").write_bytes(left)
    (new_laptop.folder / "store-0001.db-journal").write_bytes(b"journal")
    (new_laptop.folder / "header-a.new").write_bytes(b"half a header")
    assert not new_laptop.service.exists()
    new_laptop.lock(new_laptop.create(new_laptop.prepare()))
    new_laptop.lock(new_laptop.unlock(ROWAN))


def test_set_up_goes_on_in_the_same_program_after_trouble(new_laptop: RealLaptop) -> None:
    new = new_laptop.prepare()
    commit = new.unlocked.commit_new_store

    def full() -> None:
        raise StorageError("x")

    new.unlocked.commit_new_store = full  # type: ignore[method-assign, assignment]  # trouble there
    with pytest.raises(StorageError):
        new_laptop.create(new)
    new.unlocked.commit_new_store = commit  # type: ignore[method-assign]  # and now it works
    new_laptop.lock(new_laptop.create(new))
    new_laptop.lock(new_laptop.unlock(ROWAN))


def lose_both_headers(laptop: RealLaptop) -> None:
    for name in ("header-a", "header-b"):
        (laptop.folder / name).unlink()


def test_records_whose_headers_are_lost_are_no_first_run(laptop: RealLaptop) -> None:
    lose_both_headers(laptop)
    before = (laptop.folder / "store-0001.db").read_bytes()
    assert laptop.service.exists()
    with pytest.raises(FileMissingError):
        laptop.service.describe()
    with pytest.raises(NotAllowedError):
        laptop.prepare()
    assert (laptop.folder / "store-0001.db").read_bytes() == before


def test_a_mark_that_a_power_cut_brought_back_does_not_give_records_away(
    laptop: RealLaptop,
) -> None:
    (laptop.folder / "setting-up").touch()
    assert laptop.service.exists()  # a header beats the mark
    lose_both_headers(laptop)
    assert laptop.service.exists()  # so does a backup
    with pytest.raises(NotAllowedError):
        laptop.prepare()


def test_a_mark_that_came_back_goes_with_the_next_header(laptop: RealLaptop) -> None:
    (laptop.folder / "setting-up").touch()
    laptop.lock(laptop.unlock(ROWAN))
    assert not (laptop.folder / "setting-up").exists()


def test_a_store_file_alone_without_any_mark_is_not_replaced(
    laptop: RealLaptop, new_laptop: RealLaptop
) -> None:
    new = new_laptop.prepare()  # the pages were filled in before somebody copied the file here
    records = (laptop.folder / "store-0001.db").read_bytes()
    (new_laptop.folder / "store-0001.db").write_bytes(records)
    with pytest.raises(NotAllowedError):
        new_laptop.create(new)
    assert (new_laptop.folder / "store-0001.db").read_bytes() == records
