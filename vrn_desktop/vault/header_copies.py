"""The two copies of the header in the data folder: a power cut never takes both."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vrn_desktop.domain.errors import (
    FileDamagedError,
    FileMissingError,
    FileTooNewError,
    StorageError,
)
from vrn_desktop.vault.disk import Disk, disk_troubles
from vrn_desktop.vault.header_envelope import SealedHeader, opened

NAMES = ("header-a", "header-b")
NEW = ".new"
SETTING_UP = "setting-up"
"""Lies in the folder from before the first store file is made until the first header is written."""


class HeaderCopies:
    """Reads the newer whole copy, and writes both so that old or new survives, never neither."""

    def __init__(self, disk: Disk, folder: Path) -> None:
        self._disk = disk
        self._folder = folder

    @property
    def folder(self) -> Path:
        """The data folder the copies lie in."""
        return self._folder

    def present(self) -> bool:
        """Whether there is any copy, whole or damaged."""
        return any(data is not None for data in self._found())

    def begin_set_up(self) -> None:
        """Say on the disk that no header was ever written here. DiskFullError, DiskReadOnlyError."""
        mark = self._folder / SETTING_UP
        with disk_troubles():
            self._disk.write(mark, b"")
            self._disk.sync(mark)
            self._disk.sync_folder(self._folder)

    def set_up_begun(self) -> bool:
        """Whether a set-up was begun here and no header has been written since."""
        return not self.present() and self._disk.read(self._folder / SETTING_UP) is not None

    def read(self) -> SealedHeader:
        """The newer whole copy. FileMissingError, FileDamagedError, FileTooNewError."""
        found = [data for data in self._found() if data is not None]
        if not found:
            raise FileMissingError("there is no header")
        whole: list[SealedHeader] = []
        for data in found:
            try:
                whole.append(opened(data))
            except FileTooNewError:
                raise
            except FileDamagedError:
                continue
        if not whole:
            raise FileDamagedError("neither copy of the header is whole")
        return max(whole, key=lambda sealed: sealed.header.generation)

    def heal(self, sealed: SealedHeader) -> None:
        """Write both copies again if one of them is missing, damaged or older."""
        if any(data != sealed.data for data in self._found()):
            self.write(sealed)

    def write(self, sealed: SealedHeader) -> None:
        """Make a header the one that is read. DiskFullError, DiskReadOnlyError, FileDamagedError.

        Both copies are written and synced under other names first, so a full disk is met while the
        old header still stands. The first rename commits: after it, trouble with the second copy is
        healed at the next sign-in. A set-up is over with it.
        """
        with disk_troubles():
            self._lay_out(sealed.data)
            trouble: OSError | None = None
            for name in NAMES:
                try:
                    self._disk.replace(self._folder / (name + NEW), self._folder / name)
                    self._disk.sync_folder(self._folder)
                except OSError as error:
                    trouble = error
            if sealed.data in self._found():
                self._remove(SETTING_UP)
                return
            self._clear()
            raise trouble or FileDamagedError("the disk does not keep what it is given")

    def _lay_out(self, data: bytes) -> None:
        try:
            for name in NAMES:
                path = self._folder / (name + NEW)
                self._disk.write(path, data)
                self._disk.sync(path)
                if self._disk.read(path) != data:
                    raise FileDamagedError("the disk does not keep what it is given")
        except (OSError, StorageError):
            self._clear()
            raise

    def _clear(self) -> None:
        for name in NAMES:
            self._remove(name + NEW)

    def _remove(self, name: str) -> None:
        with suppress(OSError):
            self._disk.remove(self._folder / name)

    def _found(self) -> Iterator[bytes | None]:
        for name in NAMES:
            try:
                yield self._disk.read(self._folder / name)
            except PermissionError as error:
                raise StorageError("the header may not be read") from error
            except OSError:
                yield b""
