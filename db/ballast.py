"""Room kept back on the disk, given up when it is full so that the answer can still be saved."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

BALLAST_BYTES = 16 * 1024 * 1024
LOW_BYTES = 200 * 1024 * 1024
"""Below this much free space people are warned (security.md 5.1)."""

_NAME = "ballast"
_PIECE = 1024 * 1024


class Ballast:
    """A file of random bytes beside the store; random, so that no disk can squeeze it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def free_space(self) -> int:
        """Bytes this user can still write on the disk."""
        return shutil.disk_usage(self._path.parent).free

    def is_low(self) -> bool:
        """Whether it is time to warn."""
        return self.free_space() < LOW_BYTES

    def keep(self) -> None:
        """Make the ballast where there is ample room for it; what the disk refuses is no trouble."""
        if self._path.exists() or self.free_space() < LOW_BYTES + BALLAST_BYTES:
            return
        with suppress(OSError):
            descriptor = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                for _ in range(BALLAST_BYTES // _PIECE):
                    file.write(os.urandom(_PIECE))

    def give_up(self) -> bool:
        """Free the room; whether there was any to free."""
        try:
            self._path.unlink()
        except FileNotFoundError:
            return False
        return True
