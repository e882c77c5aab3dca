"""The way by stick: every file whole or not at all, under names that say nothing about site or time."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BytesIO
from itertools import islice
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as zlib_error

from vrn_desktop.domain.errors import StickTroubleError
from vrn_desktop.exchange.receipt import FILE_ENDING

BESIDE = ".part"
LONGEST_RECEIPT = 600
MOST_RECEIPTS = 10_000
ZIP_ENDING = ".zip"
LONGEST_NAME = 80
ENCRYPTED = 0x1
LARGEST_ZIP = 16 * 1024 * 1024
"""The central office's page hands out at most 2,000 receipts at once, some 1.5 MB."""
NO_SOUND_ZIP = (BadZipFile, zlib_error, NotImplementedError, RuntimeError, EOFError, ValueError)
NO_ROOM = "the stick cannot be written to; see whether it is full, locked or gone"
NOT_READABLE = "the stick cannot be read; see whether it is still there"


class FolderStick:
    """A `Stick` over any folder that can be chosen."""

    def put(self, folder: Path, name: str, raw: bytes) -> bool:
        """Write one file whole; see `Stick.put`."""
        with _named(NO_ROOM):
            place = folder / name
            if _holds(place, raw):
                return False
            beside = folder / (name + BESIDE)
            try:
                _write(beside, raw)
                beside.replace(place)
            except OSError:
                with suppress(OSError):  # the stick may be gone by now
                    beside.unlink(missing_ok=True)
                raise
            _flush_names(folder)
            return True

    def receipts(self, folder: Path) -> Mapping[str, bytes]:
        """Every receipt that lies there, by name; see `Stick.receipts`."""
        with _named(NOT_READABLE):
            places = sorted(place for place in folder.iterdir() if place.is_file())
            return dict(islice(_receipts_in(places), MOST_RECEIPTS))


def _receipts_in(places: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    """Loose receipts, and those inside zip files as the central office's page hands them out."""
    for place in places:
        if place.suffix.lower() == FILE_ENDING:
            yield place.name, _beginning(place)
        elif place.suffix.lower() == ZIP_ENDING and place.stat().st_size <= LARGEST_ZIP:
            yield from _packed_receipts(place)


def _packed_receipts(place: Path) -> Iterator[tuple[str, bytes]]:
    """Read in memory only, so a name inside leads nowhere; what is no sound zip file holds nothing of ours."""
    with suppress(*NO_SOUND_ZIP), ZipFile(BytesIO(place.read_bytes())) as packed:
        for entry in filter(_may_be_receipt, packed.infolist()):
            with packed.open(entry) as file:
                raw = file.read(LONGEST_RECEIPT + 1)
            yield f"{place.name}: {entry.filename[-LONGEST_NAME:]}", raw


def _may_be_receipt(entry: ZipInfo) -> bool:
    return (
        entry.filename.lower().endswith(FILE_ENDING)
        and entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        and not entry.flag_bits & ENCRYPTED
    )


def _write(place: Path, raw: bytes) -> None:
    with place.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def _holds(place: Path, raw: bytes) -> bool:
    try:
        with place.open("rb") as file:
            return file.read(len(raw) + 1) == raw
    except FileNotFoundError:
        return False


def _beginning(place: Path) -> bytes:
    with place.open("rb") as file:
        return file.read(LONGEST_RECEIPT + 1)


def _flush_names(folder: Path) -> None:
    """Make the new name durable too, where the system can (Windows and some sticks cannot)."""
    with suppress(OSError):
        names = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(names)
        finally:
            os.close(names)


@contextmanager
def _named(trouble: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StickTroubleError(trouble) from error
