"""Where an encrypted file must not lie: network shares, folders that sync to a cloud, FAT sticks."""

import ctypes
import sys
from dataclasses import dataclass
from pathlib import Path, PurePath, PureWindowsPath

NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "davfs"),
        *("fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs"),
    }
)
OF_A_HOST = frozenset({"9p", "virtiofs", "vboxsf", "prl_fs", "fuse.vmhgfs-fuse"})
FAT = frozenset({"vfat", "msdos", "exfat", "fuse.exfat", "fat", "fat12", "fat16", "fat32"})
CLOUD = (
    *("onedrive", "dropbox", "google drive", "googledrive", "iclouddrive", "mobile documents"),
    *("nextcloud", "owncloud", "box sync", "pcloud", "mega"),
)

DRIVE_REMOTE = 4  # GetDriveTypeW


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """The file system a folder lies on, as the system names it, and whether it is another machine's."""

    file_system: str
    remote: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What is not right about a place, and whether the file may not lie there at all."""

    reason: str
    refused: bool


def troubles_of(folder: PurePath, volume: Volume, *, portable: bool = False) -> tuple[Trouble, ...]:
    """Everything that is not right about a place (security.md 4, L17)."""
    kind = volume.file_system.casefold()
    troubles = []
    if volume.remote or kind in NETWORK or _is_unc(folder):
        troubles.append(Trouble(reason="network share", refused=True))
    if any(_is_cloud(part) for part in folder.parts):
        troubles.append(Trouble(reason="cloud folder", refused=True))
    if kind in FAT:
        troubles.append(Trouble(reason="FAT", refused=not portable))
    if kind in OF_A_HOST:
        troubles.append(Trouble(reason="folder of another machine", refused=False))
    return tuple(troubles)


def mounted(folder: Path, mounts: str) -> Volume:
    """The volume a folder lies on, from the text of Linux's `/proc/mounts`."""
    best, kind = Path("/"), ""
    for line in mounts.splitlines():
        _device, point, file_system, *_options = line.split(" ")
        path = Path(point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if folder.is_relative_to(path) and len(path.parts) >= len(best.parts):
            best, kind = path, file_system
    return Volume(file_system=kind)


if sys.platform == "win32":

    def volume_of(folder: Path) -> Volume:
        """The volume a folder lies on."""
        name = ctypes.create_unicode_buffer(64)
        root = ctypes.c_wchar_p(folder.anchor)
        kernel = ctypes.windll.kernel32
        known = kernel.GetVolumeInformationW(root, None, 0, None, None, None, name, len(name))
        return Volume(
            file_system=name.value if known else "",
            remote=kernel.GetDriveTypeW(root) == DRIVE_REMOTE,
        )

else:

    def volume_of(folder: Path) -> Volume:
        """The volume a folder lies on, or its nearest parent that is there."""
        try:
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        except OSError:
            return Volume(file_system="")
        return mounted(folder.resolve(), mounts)


def _is_unc(folder: PurePath) -> bool:
    return isinstance(folder, PureWindowsPath) and folder.drive.startswith("\\\\")


def _is_cloud(part: str) -> bool:
    name = part.casefold()
    return any(name == cloud or name.startswith((cloud + " - ", cloud + " (")) for cloud in CLOUD)
