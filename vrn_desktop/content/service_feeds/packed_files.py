"""The files inside a zip, looked at before one of them is opened: bombs and odd names are refused."""

import re
import stat
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from vrn_desktop.content.service_feeds.feed_limits import (
    FILE_BYTES,
    FOLDER_DEPTH,
    PACKED_FILES,
    PACKED_RATIO,
    SMALL_BYTES,
    UNPACKED_BYTES,
    in_words,
)
from vrn_desktop.domain.directory.service_reading import FeedUnreadableError

_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\..*)?", re.IGNORECASE)
_PACKED = (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz", ".zst")
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """One file in a zip."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


def opened_zip(path: Path, stack: ExitStack) -> list[Packed]:
    """The files of a zip, which the stack closes; the zip is only ever read as a stream.

    Raises:
        FeedUnreadableError: it unpacks to too much, or holds a name, link or packing that is not safe.
        BadZipFile: it is no whole zip.
    """
    if path.stat().st_size > FILE_BYTES:
        raise FeedUnreadableError(path.name, f"the zip is larger than {in_words(FILE_BYTES)}")
    archive = stack.enter_context(ZipFile(path))
    entries = archive.infolist()
    if len(entries) > PACKED_FILES:
        raise FeedUnreadableError(path.name, f"there are more than {PACKED_FILES:,} files in it")
    if sum(entry.file_size for entry in entries) > UNPACKED_BYTES:
        raise FeedUnreadableError(path.name, f"it unpacks to more than {in_words(UNPACKED_BYTES)}")
    seen: set[str] = set()
    files = []
    for entry in entries:
        fault = _fault(entry) or ("the name stands in it twice" if entry.filename in seen else None)
        if fault is not None:
            raise FeedUnreadableError(f"{path.name}, {entry.filename[:80]!a}", fault)
        seen.add(entry.filename)
        if not entry.is_dir() and not _is_hidden(entry.filename):
            files.append(_packed(archive, entry))
    return files


def _packed(archive: ZipFile, entry: ZipInfo) -> Packed:
    def opened() -> IO[bytes]:
        return archive.open(entry)

    return Packed(name=entry.filename, size=entry.file_size, open=opened)


def _fault(entry: ZipInfo) -> str | None:
    return _name_fault(entry.orig_filename) or _packing_fault(entry)


def _name_fault(name: str) -> str | None:
    parts = name.rstrip("/").split("/")
    if name.startswith("/") or "\\" in name or ":" in name or not name.isprintable():
        return "the name is not a plain one inside the zip"
    if any(part in {"", ".", ".."} for part in parts):
        return "the name leads out of the zip"
    if any(_DEVICES.fullmatch(part) for part in parts):
        return "the name is that of a device"
    if len(parts) > FOLDER_DEPTH:
        return f"folders lie more than {FOLDER_DEPTH} deep"
    return None


def _packing_fault(entry: ZipInfo) -> str | None:
    mode = entry.external_attr >> 16
    if stat.S_ISLNK(mode):
        return "this is a link to another place"
    if entry.flag_bits & _ENCRYPTED:
        return "it is locked with a password"
    if entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        return "it is packed in a way that is not used for feeds"
    if entry.filename.casefold().endswith(_PACKED):
        return "a packed file inside a zip is not opened"
    if entry.file_size > SMALL_BYTES and entry.file_size > PACKED_RATIO * entry.compress_size:
        return "it unpacks to far more than a feed would"
    return None


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/"))
