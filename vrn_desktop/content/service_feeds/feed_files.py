"""The files of a feed as they lie on a disk, in a folder or in a zip; unsafe ones are refused by name."""

import os
import re
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import BadZipFile

from vrn_desktop.content.service_feeds.feed_limits import (
    FILE_BYTES,
    FOLDER_DEPTH,
    PACKED_FILES,
    in_words,
)
from vrn_desktop.content.service_feeds.packed_files import Packed, opened_zip
from vrn_desktop.content.service_feeds.table_names import DESCRIPTOR, KNOWN_FILES
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

READABLE = (".json", ".ndjson", ".jsonl", ".csv")
_NUMBERS = re.compile(r"(\d+)")
_ZIP_MARK = b"PK\x03\x04"
_NO_FEED = "there is no feed in it: no JSON pages and no services.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedFile:
    """One file of a feed: its name inside the folder or zip, and how to open it, as often as needed."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]

    @property
    def folder(self) -> str:
        """The folder inside the feed, empty for the top."""
        return self.name.rpartition("/")[0]

    @property
    def base(self) -> str:
        """The name without folders, small letters."""
        return self.name.rpartition("/")[2].casefold()


@contextmanager
def opened_feed(path: Path) -> Iterator[list[FeedFile]]:
    """All files of a feed that could be read, in a natural order; nothing is ever unpacked to disk.

    Raises:
        FeedUnreadableError: there is no such file, it is too large or unsafe, or holds nothing readable.
    """
    with ExitStack() as stack:
        try:
            yield _listed(path, stack)
        except (OSError, BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            reason = getattr(error, "strerror", None) or "the file is damaged"
            raise FeedUnreadableError(shown_name(path), f"it cannot be read: {reason}") from error


def shown_name(path: Path) -> str:
    """A path's last part on one line."""
    name = path.name or "this folder"
    return name if name.isprintable() else ascii(name)


def _listed(path: Path, stack: ExitStack) -> list[FeedFile]:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        found = list(_in_folder(path))
    elif not stat.S_ISREG(mode):
        raise FeedUnreadableError(shown_name(path), "this is not a file")
    elif _is_zip(path):
        packed = opened_zip(path, stack)
        found = [_of_packed(entry) for entry in packed if entry.name.casefold().endswith(READABLE)]
    elif path.name.casefold() in {*KNOWN_FILES, DESCRIPTOR}:
        found = list(_beside(path))
    else:
        return [_checked(_on_disk(path, shown_name(path), path.stat().st_size))]
    if not found:
        raise FeedUnreadableError(shown_name(path), _NO_FEED)
    return sorted((_checked(file) for file in found), key=_natural)


def _is_zip(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_ZIP_MARK)) == _ZIP_MARK or path.suffix.casefold() == ".zip"


def _of_packed(entry: Packed) -> FeedFile:
    return FeedFile(name=entry.name, size=entry.size, open=entry.open)


def _on_disk(path: Path, name: str, size: int) -> FeedFile:
    def opened() -> IO[bytes]:
        return path.open("rb")

    return FeedFile(name=name, size=size, open=opened)


def _in_folder(folder: Path) -> Iterator[FeedFile]:
    """Files below a folder. Links are refused: they could lead anywhere on this computer."""
    looked_at = 0
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder)
        if len(inside.parts) > FOLDER_DEPTH:
            raise FeedUnreadableError(
                shown_name(folder), f"folders lie more than {FOLDER_DEPTH} deep"
            )
        folders[:] = [name for name in folders if not name.startswith((".", "__MACOSX"))]
        for name in (*folders, *names):
            looked_at += 1
            if looked_at > PACKED_FILES:
                reason = f"there are more than {PACKED_FILES:,} files in it"
                raise FeedUnreadableError(shown_name(folder), reason)
            yield from _entry(Path(place) / name, (inside / name).as_posix(), name)


def _beside(path: Path) -> Iterator[FeedFile]:
    """One table of a package stands for the tables beside it; nothing else there is looked at."""
    for entry in sorted(path.parent.iterdir()):
        if entry.name.casefold() in {*KNOWN_FILES, DESCRIPTOR}:
            yield from _entry(entry, entry.name, entry.name)


def _entry(path: Path, name: str, base: str) -> Iterator[FeedFile]:
    known = path.lstat()
    if stat.S_ISLNK(known.st_mode):
        raise FeedUnreadableError(shown_name(path), "this is a link to another place")
    if base.startswith(".") or not base.casefold().endswith(READABLE):
        return
    if stat.S_ISREG(known.st_mode):
        yield _on_disk(path, name if name.isprintable() else ascii(name), known.st_size)


def _checked(file: FeedFile) -> FeedFile:
    if file.size > FILE_BYTES:
        reason = (
            f"the file is larger than {in_words(FILE_BYTES)}; ask for the feed in smaller pages"
        )
        raise FeedUnreadableError(file.name, reason)
    if file.size == 0:
        raise FeedUnreadableError(file.name, "the file is empty")
    return file


def _natural(file: FeedFile) -> list[tuple[int, str]]:
    """`page-2` before `page-10`."""
    parts = _NUMBERS.split(file.name.casefold())
    return [
        (int(part[:30]), "") if part.isascii() and part.isdigit() else (-1, part) for part in parts
    ]
