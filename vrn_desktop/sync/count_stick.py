"""The way by stick: every file whole or not at all, under names that say nothing about site or time."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from vrn_desktop.domain.errors import StickTroubleError
from vrn_desktop.exchange.receipt import FILE_ENDING

BESIDE = ".part"
LONGEST_RECEIPT = 600
MOST_RECEIPTS = 10_000
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
            places = sorted(
                place
                for place in folder.iterdir()
                if place.suffix.lower() == FILE_ENDING and place.is_file()
            )
            return {place.name: _beginning(place) for place in islice(places, MOST_RECEIPTS)}


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
