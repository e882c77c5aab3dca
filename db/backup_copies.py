"""Copies of a backup on a stick: complete, read back and compared before anyone is told they are there."""

import hashlib
import shutil
from pathlib import Path

from db.durable_files import sync_file, sync_folder
from db.storage_errors import disk_in_our_words
from vrn_desktop.domain.errors import FileDamagedError


def copy_out(backup: Path, folder: Path) -> None:
    """Put a copy of `backup` into `folder` under the same neutral name.

    Raises:
        DiskFullError, DiskReadOnlyError, StorageError: nothing of the copy is left behind.
        FileDamagedError: what came back from the medium is not what was written.
    """
    target = folder / backup.name
    part = target.with_name(f"{target.name}.part")
    with disk_in_our_words():
        try:
            shutil.copyfile(backup, part)
            sync_file(part)
            if _digest(part) != _digest(backup):
                raise FileDamagedError("the copy is not what was written")
            part.replace(target)
            sync_folder(folder)
        finally:
            part.unlink(missing_ok=True)


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
