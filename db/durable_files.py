"""Making sure of the disk: what these functions return from is on it, as far as it tells the truth."""

import os
from pathlib import Path


def sync_file(path: Path) -> None:
    """Put a file's content on the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(folder: Path) -> None:
    """Put a folder's list of files on the disk; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def journal_of(path: Path) -> Path:
    """The rollback journal of a store file."""
    return path.with_name(f"{path.name}-journal")


def remove_store_file(path: Path) -> None:
    """Remove a store file that nobody has open, and its journal."""
    journal_of(path).unlink(missing_ok=True)
    path.unlink(missing_ok=True)
