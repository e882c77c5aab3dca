"""Two copies of the header: damage, full disks and power cuts leave the old one or the new one."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from tests.invented_team import HELP_LINES
from tests.power_cut_disk import PowerCutDisk, cuts
from tests.seeded import seeded
from vrn_desktop.application.ports.vault import AuditAnchor
from vrn_desktop.domain.errors import (
    DiskFullError,
    DiskReadOnlyError,
    FileDamagedError,
    FileMissingError,
    FileTooNewError,
    StorageError,
)
from vrn_desktop.vault.disk import LocalDisk
from vrn_desktop.vault.header_changes import founded
from vrn_desktop.vault.header_copies import HeaderCopies
from vrn_desktop.vault.header_envelope import SealedHeader
from vrn_desktop.vault.header_seal import seal
from vrn_desktop.vault.key_cost import FLOOR
from vrn_desktop.vault.vault_keys import VaultKeys, new_vault_keys

FOLDER = Path("data")
POWER_CUTS = int(os.environ.get("VRN_TORTURE_POWER_CUTS", "300"))

Series = list[SealedHeader]


@pytest.fixture(scope="module")
def series() -> Series:
    """The same vault's header in four generations."""
    keys: VaultKeys = new_vault_keys()
    header = founded(keys, bytes(16), HELP_LINES, FLOOR)
    return [
        seal(replace(header, generation=n, anchor=AuditAnchor(seq=n)), keys) for n in range(1, 5)
    ]


def test_without_any_copy_the_file_is_missing(tmp_path: Path) -> None:
    copies = HeaderCopies(LocalDisk(), tmp_path)
    assert not copies.present()
    with pytest.raises(FileMissingError):
        copies.read()


def test_both_copies_are_written_for_the_signed_in_user_alone(
    series: Series, tmp_path: Path
) -> None:
    copies = HeaderCopies(LocalDisk(), tmp_path)
    copies.write(series[0])
    assert {path.name for path in tmp_path.iterdir()} == {"header-a", "header-b"}
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {series[0].data}
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}


@pytest.mark.parametrize(("newer", "older"), [("header-a", "header-b"), ("header-b", "header-a")])
def test_the_newer_whole_copy_wins(series: Series, tmp_path: Path, newer: str, older: str) -> None:
    copies = HeaderCopies(LocalDisk(), tmp_path)
    (tmp_path / newer).write_bytes(series[1].data)
    assert copies.read() == series[1]
    (tmp_path / older).write_bytes(series[0].data)
    assert copies.read() == series[1]
    (tmp_path / newer).write_bytes(series[1].data[:-40])
    assert copies.read() == series[0]
    copies.heal(copies.read())
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {series[0].data}


def test_a_healthy_pair_is_left_alone(series: Series) -> None:
    disk = PowerCutDisk()
    copies = HeaderCopies(disk, FOLDER)
    copies.write(series[0])
    steps = len(disk.history)
    copies.heal(series[0])
    assert len(disk.history) == steps


def test_two_damaged_copies_are_damage(series: Series, tmp_path: Path) -> None:
    for name in ("header-a", "header-b"):
        (tmp_path / name).write_bytes(series[0].data[1:])
    copies = HeaderCopies(LocalDisk(), tmp_path)
    assert copies.present()
    with pytest.raises(FileDamagedError):
        copies.read()


def test_a_copy_of_a_newer_format_is_not_passed_over(series: Series, tmp_path: Path) -> None:
    body = b'{"format":7}'
    newer = SealedHeader(header=series[0].header, body=body, mac=bytes(32))
    (tmp_path / "header-a").write_bytes(series[0].data)
    (tmp_path / "header-b").write_bytes(newer.data)
    with pytest.raises(FileTooNewError):
        HeaderCopies(LocalDisk(), tmp_path).read()


def test_a_full_disk_at_any_byte_leaves_the_old_header(series: Series) -> None:
    size = len(series[1].data)
    for fits in (0, 1, 511, size - 1, size, size + 1, 2 * size - 1):
        disk = PowerCutDisk()
        copies = HeaderCopies(disk, FOLDER)
        copies.write(series[0])
        disk.full_after = fits
        with pytest.raises(DiskFullError):
            copies.write(series[1])
        assert copies.read() == series[0]
        assert disk.read(FOLDER / "header-a.new") is None
        disk.full_after = None
        copies.write(series[1])
        assert copies.read() == series[1]


def test_trouble_with_one_rename_still_commits_and_with_both_does_not(series: Series) -> None:
    for name in ("header-a", "header-b"):
        disk = PowerCutDisk()
        copies = HeaderCopies(disk, FOLDER)
        copies.write(series[0])
        disk.refuse_replace_of = name
        copies.write(series[1])
        assert copies.read() == series[1]


def test_a_disk_that_forgets_is_noticed(series: Series) -> None:
    class Forgetful(PowerCutDisk):
        def write(self, path: Path, data: bytes) -> None:
            super().write(path, data if data == series[0].data else data[:-1])

    copies = HeaderCopies(Forgetful(), FOLDER)
    copies.write(series[0])
    with pytest.raises(FileDamagedError):
        copies.write(series[1])
    assert copies.read() == series[0]


def test_a_folder_that_cannot_be_written_is_named(series: Series) -> None:
    class ReadOnly(PowerCutDisk):
        def write(self, path: Path, data: bytes) -> None:
            raise OSError(errno.EROFS, "Read-only file system")

    with pytest.raises(DiskReadOnlyError):
        HeaderCopies(ReadOnly(), FOLDER).write(series[0])


def test_an_unreadable_disk_is_a_storage_error(series: Series) -> None:
    class Dead(PowerCutDisk):
        def sync(self, path: Path) -> None:
            raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(StorageError):
        HeaderCopies(Dead(), FOLDER).write(series[0])


@pytest.mark.torture
def test_a_power_cut_at_any_moment_leaves_the_old_header_or_the_new_one(series: Series) -> None:
    draw = seeded(3000)
    disk = PowerCutDisk()
    HeaderCopies(disk, FOLDER).write(series[0])
    before = len(disk.history) - 1
    del disk.history[:before]
    HeaderCopies(disk, FOLDER).write(series[1])
    seen = set()
    for left in cuts(disk, POWER_CUTS, draw):
        survivor = HeaderCopies(left, FOLDER).read()
        assert survivor in series[:2]
        seen.add(survivor.header.generation)
        HeaderCopies(left, FOLDER).heal(survivor)
        for again in cuts(left, 2 if left.history else 0, draw):
            assert HeaderCopies(again, FOLDER).read() == survivor
    assert seen == {1, 2}


@pytest.mark.torture
def test_a_power_cut_after_the_write_returned_loses_nothing(series: Series) -> None:
    draw = seeded(5)
    disk = PowerCutDisk()
    copies = HeaderCopies(disk, FOLDER)
    for sealed in series:
        copies.write(sealed)
        for _ in range(POWER_CUTS // 10):
            assert HeaderCopies(disk.history[-1].cut(draw), FOLDER).read() == sealed
