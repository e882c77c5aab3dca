"""The small files of joining: read with a limit, written whole; both run on the store thread."""

import contextlib
import os
from pathlib import Path

from vrn_desktop.domain.errors import RefusedByOfficeError, StickTroubleError

LARGEST = 64 * 1024
NOT_READ = "the file could not be read"
NOT_WRITTEN = "the file could not be saved there"
TOO_LONG = "it is longer than such a file can be"


def read_small_file(path: Path) -> bytes:
    """What is in a file of the central office.

    Raises:
        StickTroubleError: it cannot be read.
        RefusedByOfficeError: it is far longer than such a file can be.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except OSError as error:
        raise StickTroubleError(NOT_READ) from error
    if len(raw) > LARGEST:
        raise RefusedByOfficeError(TOO_LONG)
    return raw


def write_new_file(path: Path, raw: bytes) -> None:
    """Our key where somebody wants it; what is half-written is taken away again.

    Raises:
        StickTroubleError: it cannot be written.
    """
    try:
        with path.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
        raise StickTroubleError(NOT_WRITTEN) from error
