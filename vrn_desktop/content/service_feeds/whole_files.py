"""Files and folders that appear under their names only when they are whole."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO


@contextmanager
def whole_text(path: Path) -> Iterator[TextIO]:
    """A text file written beside its name and renamed at the end; on any failure nothing is left.

    Raises:
        OSError: it cannot be written there.
    """
    part = _beside(path)
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A new folder, filled under another name beside it and renamed at the end.

    Raises:
        FileExistsError: something of this name is there already.
        OSError: it cannot be written there.
    """
    if path.exists() and not (path.is_dir() and not any(path.iterdir())):
        raise FileExistsError(f"{path.name} is there already")
    with passing_folder(path) as part:
        yield part
        if path.is_dir():
            path.rmdir()
        part.rename(path)


@contextmanager
def passing_folder(path: Path) -> Iterator[Path]:
    """A folder beside a path that is gone afterwards.

    Raises:
        OSError: it cannot be written there.
    """
    part = _beside(path)
    part.mkdir()
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """The name to write a file under before it gets its own.

    Raises:
        OSError: it cannot be written there.
    """
    part = _beside(path)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{os.getpid()}.part")
