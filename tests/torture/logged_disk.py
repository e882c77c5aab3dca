"""A disk rebuilt from a log of writes: what could be left of it after a power cut at any step.

What was not synced may be there, lost, or torn at 512 bytes, each write on its own; a new name may be
lost until its folder was synced. Synced means kept.
"""

import itertools
import os
import random
import struct
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
ACKNOWLEDGED = "acknowledged"
"""Writes to a file of this name are not part of the disk: they say what the session has promised."""

_ENTRY = struct.Struct("<ciqI")


@dataclass(frozen=True)
class Step:
    """One entry of the log."""

    operation: str
    file: int
    place: int
    data: bytes


@dataclass
class _File:
    synced: bytes = b""
    pending: list[Step] = field(default_factory=list)


@dataclass
class LoggedDisk:
    """Files by number, their names as they are and as they are certain to be."""

    folder: str
    files: list[_File] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    certain: dict[str, int] = field(default_factory=dict)
    unsure: list[tuple[str | None, str | None, int]] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    _open: dict[int, str] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)
    _from: str = ""

    @classmethod
    def of(cls, folder: Path) -> "LoggedDisk":
        """The disk before the session: everything in the folder is certain."""
        disk = cls(str(folder))
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                disk.names[str(path)] = len(disk.files)
                disk.files.append(_File(synced=path.read_bytes()))
        disk.certain = dict(disk.names)
        return disk

    def take(self, step: Step) -> None:
        """Let one step of the log happen."""
        match step.operation:
            case "o":
                self._take_open(step)
            case "w" | "t":
                self._take_write(step)
            case "s":
                self._take_sync(step)
            case "c":
                self._open.pop(step.file, None)
                self._numbers.pop(step.file, None)
            case "u":
                self._rename(step.data.decode(), None)
            case "r":
                self._from = step.data.decode()
            case "R":
                self._rename(self._from, step.data.decode())

    def cut(self, draw: random.Random, into: Path) -> None:
        """Write what could be left after a power cut into an empty folder."""
        names = dict(self.certain)
        for before, after, number in self.unsure:
            if draw.random() < 0.5:
                if before is not None:
                    names.pop(before, None)
                if after is not None:
                    names[after] = number
        habit = draw.choice(("lost", "kept", "mixed", "mixed"))
        for name, number in names.items():
            path = into / os.path.relpath(name, self.folder)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_left_of(self.files[number], habit, draw))

    def copy(self) -> "LoggedDisk":
        """The disk as it is now, to go on from later."""
        return deepcopy(self)

    def _take_open(self, step: Step) -> None:
        path = step.data.decode()
        self._open[step.file] = path
        if path.endswith(f"/{ACKNOWLEDGED}"):
            return
        if path not in self.names:
            if not step.place & os.O_CREAT:
                return
            number = len(self.files)
            self.files.append(_File())
            self.names[path] = number
            self.unsure.append((None, path, number))
        self._numbers[step.file] = self.names[path]
        if step.place & os.O_TRUNC:
            self.files[self.names[path]].pending.append(Step("t", step.file, 0, b""))

    def _take_write(self, step: Step) -> None:
        if self._open.get(step.file, "").endswith(f"/{ACKNOWLEDGED}"):
            self.acknowledged += step.data.decode().split()
        elif step.file in self._numbers:
            self.files[self._numbers[step.file]].pending.append(step)

    def _take_sync(self, step: Step) -> None:
        if step.file in self._numbers:
            file = self.files[self._numbers[step.file]]
            file.synced = _applied(file.synced, file.pending)
            file.pending = []
        else:
            folder = self._open.get(step.file, "").rstrip("/")
            self.unsure = [one for one in self.unsure if not self._lies_in(one, folder)]
            for name in {*self.certain, *self.names}:
                if str(Path(name).parent) == folder:
                    self.certain.pop(name, None)
                    if name in self.names:
                        self.certain[name] = self.names[name]

    def _lies_in(self, change: tuple[str | None, str | None, int], folder: str) -> bool:
        return any(name is not None and str(Path(name).parent) == folder for name in change[:2])

    def _rename(self, before: str, after: str | None) -> None:
        number = self.names.pop(before, None)
        if number is None:
            return
        if after is not None:
            self.names[after] = number
        self.unsure.append((before, after, number))


def read_log(log: bytes) -> list[Step]:
    """The steps of a log."""
    steps, place = [], 0
    while place < len(log):
        operation, file, offset, length = _ENTRY.unpack_from(log, place)
        place += _ENTRY.size
        steps.append(Step(operation.decode(), file, offset, log[place : place + length]))
        place += length
    return steps


def _applied(content: bytes, steps: list[Step]) -> bytes:
    left = bytearray(content)
    for step in steps:
        if step.operation == "t":
            del left[step.place :]
            left.extend(bytes(step.place - len(left)))
        else:
            left.extend(bytes(max(0, step.place - len(left))))
            left[step.place : step.place + len(step.data)] = step.data
    return bytes(left)


def _left_of(file: _File, habit: str, draw: random.Random) -> bytes:
    if habit == "lost" or not file.pending:
        return file.synced
    if habit == "kept":
        return _applied(file.synced, file.pending)
    return _applied(file.synced, [part for step in file.pending for part in _torn(step, draw)])


def _torn(step: Step, draw: random.Random) -> list[Step]:
    fate = draw.random()
    if fate < 0.4:
        return []
    if fate < 0.7 or step.operation == "t":
        return [step]
    first = -step.place % SECTOR or SECTOR
    cuts = [0, *range(first, len(step.data), SECTOR), len(step.data)]
    sectors = [
        Step("w", step.file, step.place + start, step.data[start:end])
        for start, end in itertools.pairwise(cuts)
        if end > start
    ]
    return [sector for sector in sectors if draw.random() < 0.5]
