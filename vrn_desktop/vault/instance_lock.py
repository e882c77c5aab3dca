"""One program at a time in a data folder: a lock that the system itself lets go of.

The lock hangs on an open file, so it is gone with the process however that ended.
"""

import os
import sys
from datetime import datetime
from pathlib import Path

from vrn_desktop.application.ports.vault import FolderHeldError
from vrn_desktop.vault.disk import READ_ONLY, disk_troubles

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

NAME = "in-use"
_LOCKED_BYTE = 1024
"""Windows forbids reading locked bytes, so the lock lies behind the words."""


class InstanceLock:
    """Holds a data folder for this process until `release` or the end of the process."""

    def __init__(self, folder: Path, started: datetime) -> None:
        """Take the folder; FolderHeldError names the holder, DiskReadOnlyError where none can be."""
        path = folder / NAME
        with disk_troubles():
            self._handle, writable = _open(path)
        try:
            _lock(self._handle)
        except OSError as error:
            os.close(self._handle)
            raise _held(path) from error
        if writable:
            with disk_troubles():
                os.ftruncate(self._handle, 0)
                os.write(self._handle, f"{os.getpid()}\n{started.isoformat()}\n".encode("ascii"))

    def release(self) -> None:
        """Let the folder go, so that a fresh locked program can take it."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _open(path: Path) -> tuple[int, bool]:
    flags = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | flags, 0o600), True
    except OSError as error:
        if error.errno not in READ_ONLY or not path.exists():
            raise
        return os.open(path, os.O_RDONLY | flags), False


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _held(path: Path) -> FolderHeldError:
    try:
        process, since, *_rest = path.read_text(encoding="ascii").splitlines()
        return FolderHeldError(int(process), datetime.fromisoformat(since))
    except (OSError, ValueError):
        return FolderHeldError(None, None)
