"""Where the encrypted file lies: asked for, portable, or the usual place (decisions.md 15)."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from vrn_desktop.domain.errors import UnsafePlaceError
from vrn_desktop.vault.disk import disk_troubles
from vrn_desktop.vault.unsafe_places import Trouble, Volume, troubles_of

VARIABLE = "VRN_DATA_FOLDER"
PORTABLE_FLAG = "portable.flag"
FOLDERS = ("backups", "packs", "practice")


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFolder:
    """A data folder and whether it travels with the program on a stick."""

    path: Path
    portable: bool = False


def chosen(
    *, asked: Path | None, environ: Mapping[str, str], program: Path, windows: bool
) -> DataFolder:
    """Which folder it is: `--data-folder`, VRN_DATA_FOLDER, `portable.flag`, the usual place."""
    if asked is not None:
        return DataFolder(path=asked.absolute())
    if environ.get(VARIABLE):
        return DataFolder(path=Path(environ[VARIABLE]).absolute())
    if (program / PORTABLE_FLAG).exists():
        return DataFolder(path=program / "data", portable=True)
    if windows:
        return DataFolder(path=_home(environ, "LOCALAPPDATA", "AppData/Local") / "VRN Desktop")
    return DataFolder(path=_home(environ, "XDG_DATA_HOME", ".local/share") / "vrn-desktop")


def made_ready(folder: DataFolder, volume: Volume) -> tuple[Trouble, ...]:
    """Make the folder, for the signed-in user alone; what is left to warn about.

    UnsafePlaceError where a file cannot be kept safely, DiskReadOnlyError, DiskFullError. On a
    read-only disk a folder that is there already is taken as it is.
    """
    troubles = troubles_of(folder.path, volume, portable=folder.portable)
    for trouble in troubles:
        if trouble.refused:
            raise UnsafePlaceError(trouble.reason)
    with disk_troubles():
        for path in (folder.path, *(folder.path / name for name in FOLDERS)):
            if not path.is_dir():
                path.mkdir(mode=0o700, parents=True)
    # A folder that others could read is closed; FAT has no such rights to close.
    with suppress(OSError):
        folder.path.chmod(0o700)
    return troubles


def _home(environ: Mapping[str, str], variable: str, otherwise: str) -> Path:
    named = environ.get(variable, "")
    return Path(named) if Path(named).is_absolute() else Path.home() / otherwise
