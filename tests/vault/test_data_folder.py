"""Where the file may lie, and where it must not."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from vrn_desktop.domain.errors import DiskReadOnlyError, StorageError, UnsafePlaceError
from vrn_desktop.vault.data_folder import DataFolder, chosen, made_ready
from vrn_desktop.vault.unsafe_places import Volume, mounted, troubles_of, volume_of

EXT4 = Volume(file_system="ext4")
MOUNTS = """\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
/dev/sdb1 /media/ash/USB\\040STICK vfat rw 0 0
server:/all /people/net nfs4 rw 0 0
/dev/sdc1 /people/net/ash/local xfs rw 0 0
"""


def test_the_order_of_places(tmp_path: Path) -> None:
    asked, named, program = tmp_path / "asked", tmp_path / "named", tmp_path / "program"
    program.mkdir()
    environ = {"VRN_DATA_FOLDER": str(named), "XDG_DATA_HOME": str(tmp_path / "share")}
    assert chosen(asked=asked, environ=environ, program=program, windows=False).path == asked
    assert chosen(asked=None, environ=environ, program=program, windows=False).path == named
    del environ["VRN_DATA_FOLDER"]
    usual = chosen(asked=None, environ=environ, program=program, windows=False)
    assert usual == DataFolder(path=tmp_path / "share" / "vrn-desktop")
    (program / "portable.flag").touch()
    portable = chosen(asked=None, environ=environ, program=program, windows=False)
    assert portable == DataFolder(path=program / "data", portable=True)


def test_the_usual_place_on_each_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    share = tmp_path / ".local/share/vrn-desktop"
    for environ in ({}, {"XDG_DATA_HOME": "relative/ignored"}):
        assert chosen(asked=None, environ=environ, program=tmp_path, windows=False).path == share
    local = {"LOCALAPPDATA": str(tmp_path / "Local")}
    windows = chosen(asked=None, environ=local, program=tmp_path, windows=True)
    assert windows.path == tmp_path / "Local" / "VRN Desktop"


@pytest.mark.parametrize(
    "path",
    [
        r"\\server\share\vrn",
        r"\\?\UNC\server\share\vrn",
        r"C:\Users\ash\OneDrive\vrn",
        r"C:\Users\ash\OneDrive - Brightwater\vrn",
        r"C:\Users\ash\Dropbox (Team)\vrn",
        r"C:\Users\ash\iCloudDrive\vrn",
    ],
)
def test_windows_places_that_are_refused(path: str) -> None:
    troubles = troubles_of(PureWindowsPath(path), Volume(file_system="NTFS"))
    assert any(trouble.refused for trouble in troubles)


@pytest.mark.parametrize(
    ("path", "volume"),
    [
        ("/people/ash/Dropbox/vrn", EXT4),
        ("/people/ash/Nextcloud/vrn", EXT4),
        ("/Users/ash/Library/Mobile Documents/vrn", Volume(file_system="apfs")),
        ("/people/net/ash", Volume(file_system="nfs4")),
        ("/mnt/share", Volume(file_system="cifs")),
        ("/mnt/share", Volume(file_system="fuse.sshfs")),
        ("/media/stick", Volume(file_system="vfat")),
        ("/media/stick", Volume(file_system="exfat")),
        ("Z:/vrn", Volume(file_system="NTFS", remote=True)),
    ],
)
def test_other_places_that_are_refused(path: str, volume: Volume) -> None:
    assert any(trouble.refused for trouble in troubles_of(PurePosixPath(path), volume))


@pytest.mark.parametrize(
    ("path", "volume"),
    [
        (PureWindowsPath(r"C:\Users\ash\AppData\Local\VRN Desktop"), Volume(file_system="NTFS")),
        (PurePosixPath("/people/ash/.local/share/vrn-desktop"), EXT4),
        (PurePosixPath("/people/dropboxer/data"), Volume(file_system="btrfs")),
    ],
)
def test_usual_places_are_taken(path: PurePosixPath | PureWindowsPath, volume: Volume) -> None:
    assert troubles_of(path, volume) == ()


def test_fat_is_a_warning_when_portable_and_a_hosts_folder_always() -> None:
    stick = troubles_of(PurePosixPath("/media/s"), Volume(file_system="vfat"), portable=True)
    host = troubles_of(PurePosixPath("/mnt/host"), Volume(file_system="vboxsf"))
    assert [[trouble.refused for trouble in places] for places in (stick, host)] == [
        [False],
        [False],
    ]


@pytest.mark.parametrize(
    ("folder", "file_system"),
    [
        ("/people/ash/data", "ext4"),
        ("/media/ash/USB STICK/data", "vfat"),
        ("/people/net/ash", "nfs4"),
        ("/people/net/ash/local/data", "xfs"),
        ("/people/network", "ext4"),
    ],
)
def test_the_mount_table_says_what_a_folder_lies_on(folder: str, file_system: str) -> None:
    assert mounted(Path(folder), MOUNTS) == Volume(file_system=file_system)


def test_the_folder_is_made_for_one_user_alone(tmp_path: Path) -> None:
    folder = DataFolder(path=tmp_path / "deep" / "data")
    assert made_ready(folder, EXT4) == ()
    assert folder.path.stat().st_mode & 0o777 == 0o700
    assert {path.name for path in folder.path.iterdir()} == {"backups", "packs", "practice"}
    folder.path.chmod(0o755)
    made_ready(folder, EXT4)
    assert folder.path.stat().st_mode & 0o777 == 0o700


def test_an_unsafe_place_is_left_untouched(tmp_path: Path) -> None:
    folder = DataFolder(path=tmp_path / "Dropbox" / "data")
    with pytest.raises(UnsafePlaceError):
        made_ready(folder, EXT4)
    assert not folder.path.exists()


def test_what_the_disk_refuses_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError):
        made_ready(DataFolder(path=tmp_path / "file" / "data"), EXT4)
    proc = Path("/proc/vrn-data")
    if Path("/proc/mounts").exists():
        with pytest.raises((DiskReadOnlyError, StorageError)):
            made_ready(DataFolder(path=proc), EXT4)
        assert volume_of(Path("/proc/vrn-data")).file_system == "proc"
