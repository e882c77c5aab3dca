"""The way by stick: whole files or none, again at any time, and receipts back."""

import os
from pathlib import Path

import pytest

from vrn_desktop.domain.errors import StickTroubleError
from vrn_desktop.sync.count_stick import LONGEST_RECEIPT, FolderStick

NAME = "00000000000000000000000000000001.vrnagg"
RAW = bytes(range(256)) * 9


def test_a_message_lies_there_whole_and_alone(tmp_path: Path) -> None:
    assert FolderStick().put(tmp_path, NAME, RAW)
    assert [(place.name, place.read_bytes()) for place in tmp_path.iterdir()] == [(NAME, RAW)]


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    FolderStick().put(tmp_path, NAME, RAW)
    (tmp_path / NAME).chmod(0o400)
    before = (tmp_path / NAME).stat().st_mtime_ns
    assert not FolderStick().put(tmp_path, NAME, RAW)
    assert (tmp_path / NAME).stat().st_mtime_ns == before


@pytest.mark.parametrize("there", [b"", RAW[:100], RAW + b"more"])
def test_a_file_that_a_pulled_stick_left_cut_off_is_written_anew(
    tmp_path: Path, there: bytes
) -> None:
    (tmp_path / NAME).write_bytes(there)
    assert FolderStick().put(tmp_path, NAME, RAW)
    assert (tmp_path / NAME).read_bytes() == RAW


@pytest.mark.parametrize("fails", ["fsync", "replace"])
def test_a_stick_that_fails_half_way_holds_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "no space left")

    if fails == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StickTroubleError, match="full, locked or gone"):
        FolderStick().put(tmp_path, NAME, RAW)
    assert list(tmp_path.iterdir()) == []


def test_a_stick_that_is_gone_is_named_as_such(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(StickTroubleError):
        FolderStick().put(gone, NAME, RAW)
    with pytest.raises(StickTroubleError):
        FolderStick().receipts(gone)


def test_receipts_are_found_by_their_ending_and_read_no_further_than_they_can_be_long(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.vrnrcpt").write_bytes(b"receipt")
    (tmp_path / "B.VRNRCPT").write_bytes(b"x" * 1_000_000)
    (tmp_path / "holiday.jpg").write_bytes(b"VRNRCP1\n")
    (tmp_path / "folder.vrnrcpt").mkdir()
    found = FolderStick().receipts(tmp_path)
    assert found == {"a.vrnrcpt": b"receipt", "B.VRNRCPT": b"x" * (LONGEST_RECEIPT + 1)}
