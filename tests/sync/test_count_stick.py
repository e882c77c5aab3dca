"""The way by stick: whole files or none, again at any time, and receipts back."""

import os
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.domain.errors import StickTroubleError
from vrn_desktop.sync.count_stick import LARGEST_ZIP, LONGEST_RECEIPT, FolderStick

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


def test_receipts_in_the_zip_file_of_the_central_office_are_found_beside_loose_ones(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.vrnrcpt").write_bytes(b"loose")
    with ZipFile(tmp_path / "Receipts.ZIP", "w", ZIP_DEFLATED) as packed:
        packed.writestr("receipt-0001.vrnrcpt", b"packed")
        packed.writestr("../../receipt-0002.vrnrcpt", b"leads nowhere")
        packed.writestr("receipt-0003.vrnrcpt", b"x" * 50_000_000)
        packed.writestr("photo.jpg", b"VRNRCP1\n")
    before = sorted(tmp_path.rglob("*"))
    assert FolderStick().receipts(tmp_path) == {
        "a.vrnrcpt": b"loose",
        "Receipts.ZIP: receipt-0001.vrnrcpt": b"packed",
        "Receipts.ZIP: ../../receipt-0002.vrnrcpt": b"leads nowhere",
        "Receipts.ZIP: receipt-0003.vrnrcpt": b"x" * (LONGEST_RECEIPT + 1),
    }
    assert sorted(tmp_path.rglob("*")) == before, "nothing is unpacked"


def test_zip_files_that_are_broken_locked_or_too_large_are_passed_over(tmp_path: Path) -> None:
    whole = tmp_path / "whole.zip"
    with ZipFile(whole, "w", ZIP_DEFLATED) as packed:
        packed.writestr("receipt-0001.vrnrcpt", bytes(range(250)) * 2)
    raw = whole.read_bytes()
    body = raw.index(b".vrnrcpt") + len(b".vrnrcpt")
    (tmp_path / "cut.zip").write_bytes(raw[:-30])
    (tmp_path / "changed.zip").write_bytes(raw[:body] + bytes(40) + raw[body + 40 :])
    locked = bytearray(raw)
    locked[raw.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    (tmp_path / "large.zip").write_bytes(bytes(LARGEST_ZIP + 1))
    (tmp_path / "no.zip").write_bytes(b"no zip")
    assert list(FolderStick().receipts(tmp_path)) == ["whole.zip: receipt-0001.vrnrcpt"]


@given(places=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6))
def test_whatever_is_changed_in_a_zip_file_reading_it_is_no_trouble(
    places: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("stick")
    with ZipFile(folder / "receipts.zip", "w", ZIP_DEFLATED) as packed:
        packed.writestr("receipt-0001.vrnrcpt", bytes(range(250)) * 2)
        packed.writestr("receipt-0002.vrnrcpt", b"VRNRCP1\n")
    raw = bytearray((folder / "receipts.zip").read_bytes())
    for where, to in places:
        raw[where % len(raw)] = to
    (folder / "receipts.zip").write_bytes(raw)
    found = FolderStick().receipts(folder)
    assert all(len(content) <= LONGEST_RECEIPT + 1 for content in found.values())
