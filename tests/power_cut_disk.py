"""A disk in memory whose power can be cut between any two steps, and which can be full."""

import errno
import random
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512


@dataclass
class _File:
    synced: bytes = b""
    written: bytes | None = None


@dataclass
class PowerCutDisk:
    """A disk in memory that keeps nothing for certain before it is told to sync.

    `full_after` counts the bytes that still fit; `cuts` gives what could be left after a power cut.
    """

    full_after: int | None = None
    refuse_replace_of: str | None = None
    _files: list[_File] = field(default_factory=list)
    _names: dict[Path, int] = field(default_factory=dict)
    _certain: dict[Path, int] = field(default_factory=dict)
    _pending: list[tuple[Path | None, Path, int]] = field(default_factory=list)
    history: list["PowerCutDisk"] = field(default_factory=list)

    def read(self, path: Path) -> bytes | None:
        if path not in self._names:
            return None
        file = self._files[self._names[path]]
        return file.synced if file.written is None else file.written

    def write(self, path: Path, data: bytes) -> None:
        if self.full_after is not None:
            if len(data) > self.full_after:
                self._name(None, path, _File(written=data[: self.full_after]))
                raise OSError(errno.ENOSPC, "No space left on device")
            self.full_after -= len(data)
        self._name(None, path, _File(written=data))
        self._remember()

    def sync(self, path: Path) -> None:
        file = self._files[self._names[path]]
        if file.written is not None:
            file.synced, file.written = file.written, None
        self._remember()

    def replace(self, source: Path, target: Path) -> None:
        if target.name == self.refuse_replace_of:
            raise OSError(errno.EIO, "Input/output error")
        number = self._names.pop(source)
        self._names[target] = number
        self._pending.append((source, target, number))
        self._remember()

    def sync_folder(self, folder: Path) -> None:
        self._certain = dict(self._names)
        self._pending.clear()
        self._remember()

    def remove(self, path: Path) -> None:
        self._names.pop(path, None)

    def cut(self, draw: random.Random) -> "PowerCutDisk":
        """What is left: un-synced content lost or torn, un-synced names lost in any combination."""
        left = PowerCutDisk()
        left._files = [_File(synced=_torn(file, draw)) for file in self._files]
        names = dict(self._certain)
        for source, target, number in self._pending:
            if draw.random() < 0.5:
                continue
            if source is not None:
                names.pop(source, None)
            names[target] = number
        left._names, left._certain = dict(names), dict(names)
        return left

    def _name(self, source: Path | None, path: Path, file: _File) -> None:
        self._files.append(file)
        self._names[path] = len(self._files) - 1
        self._pending.append((source, path, len(self._files) - 1))

    def _remember(self) -> None:
        moment = PowerCutDisk()
        moment._files = deepcopy(self._files)
        moment._certain, moment._pending = dict(self._certain), list(self._pending)
        self.history.append(moment)


def _torn(file: _File, draw: random.Random) -> bytes:
    if file.written is None:
        return file.synced
    kept = draw.choice((0, len(file.written), draw.randrange(len(file.written) + 1)))
    sectors = range(0, kept, SECTOR)
    return b"".join(
        file.written[at : min(at + SECTOR, kept)]
        if draw.random() < 0.7
        else bytes(min(SECTOR, kept - at))
        for at in sectors
    )


def cuts(disk: PowerCutDisk, count: int, draw: random.Random) -> Iterator[PowerCutDisk]:
    """That many disks as a cut at some moment of the history could leave them."""
    for _ in range(count):
        yield draw.choice(disk.history).cut(draw)
