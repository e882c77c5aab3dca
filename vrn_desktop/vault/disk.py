"""The few things the header asks of a disk, so that tests can cut the power in between."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from vrn_desktop.domain.errors import DiskFullError, DiskReadOnlyError, StorageError

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


class Disk(Protocol):
    """A folder of small files. Methods raise OSError."""

    def read(self, path: Path) -> bytes | None:
        """A file's content, or None when there is none."""

    def write(self, path: Path, data: bytes) -> None:
        """Write a file anew; nothing is certain before `sync`."""

    def sync(self, path: Path) -> None:
        """Wait until a file's content lies on the disk."""

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name; certain only after `sync_folder`."""

    def sync_folder(self, folder: Path) -> None:
        """Wait until the names in a folder lie on the disk."""

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""


class LocalDisk:
    """The disk of this laptop. Files are for the signed-in user alone (mode 0600)."""

    def read(self, path: Path) -> bytes | None:
        """A file's content, or None when there is none."""
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None

    def write(self, path: Path, data: bytes) -> None:
        """Write a file anew."""
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(data)

    def sync(self, path: Path) -> None:
        """Wait until a file's content lies on the disk."""
        handle = os.open(path, os.O_RDWR | _BINARY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def replace(self, source: Path, target: Path) -> None:
        """Give a file another's name in one step."""
        source.replace(target)

    def sync_folder(self, folder: Path) -> None:
        """Wait until the names lie on the disk; Windows has no such call and needs none."""
        if sys.platform != "win32":
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file, if it is there."""
        path.unlink(missing_ok=True)


_BINARY = getattr(os, "O_BINARY", 0)


@contextmanager
def disk_troubles() -> Iterator[None]:
    """Say what is wrong with the disk in the program's own words."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise DiskFullError("the disk is full") from error
        if error.errno in READ_ONLY:
            raise DiskReadOnlyError("the folder cannot be written to") from error
        raise StorageError("the disk did not take the file") from error
