"""Copies of a backup on another medium."""

from pathlib import Path

import pytest

from db.backup_copies import copy_out
from vrn_desktop.domain.errors import DiskReadOnlyError, FileDamagedError, StorageError


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    path = tmp_path / "backup-20261124T100000Z.vrnbackup"
    path.write_bytes(b"sealed" * 1000)
    return path


def test_the_copy_is_whole_and_carries_the_neutral_name(backup: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copy_out(backup, stick)
    assert [file.name for file in stick.iterdir()] == [backup.name]
    assert (stick / backup.name).read_bytes() == backup.read_bytes()


def test_a_stick_that_is_gone_is_a_storage_error(backup: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        copy_out(backup, tmp_path / "gone")


def test_a_medium_that_gives_back_something_else_is_found(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def worn_out(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-1] + b"?")

    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr("db.backup_copies.shutil.copyfile", worn_out)
    with pytest.raises(FileDamagedError):
        copy_out(backup, stick)
    assert list(stick.iterdir()) == []


def test_a_write_protected_stick_is_named(
    backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def protected(source: Path, target: Path) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("db.backup_copies.shutil.copyfile", protected)
    with pytest.raises(DiskReadOnlyError):
        copy_out(backup, tmp_path)
