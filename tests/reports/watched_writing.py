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
    if isinstance(arguments[0], int):
        return  # a descriptor: its file was seen when it was opened by its path
    path = str(arguments[0])
    compiled = "__pycache__" in path  # a part of ours that is loaded here for the first time
    if arguments[2] & _WRITING and not compiled and path != os.devnull:
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
