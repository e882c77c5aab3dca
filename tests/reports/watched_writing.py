"""Notices every file that is opened for writing while something is done."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_watchers: list[list[str]] = []


def _notice(event: str, arguments: tuple[object, ...]) -> None:
    if event != "open" or not _watchers or not isinstance(arguments[2], int):
        return
    path = str(arguments[0])
    if arguments[2] & _WRITING and not path.endswith((".pyc", os.devnull)):
        _watchers[-1].append(path)


sys.addaudithook(_notice)


@contextmanager
def files_written() -> Iterator[list[str]]:
    """The paths opened for writing inside the block (compiled Python files apart)."""
    written: list[str] = []
    _watchers.append(written)
    try:
        yield written
    finally:
        _watchers.remove(written)
