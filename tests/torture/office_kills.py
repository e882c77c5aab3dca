"""Kills while a file is set up, a passphrase is changed and the locks are changed, on a real laptop."""

import os
import random
import shutil
import time
from pathlib import Path

from tests.invented_services import WORKPLACE
from tests.invented_team import ASH, PASSPHRASES, ROWAN
from tests.real_laptop import RealLaptop, acts_of, people_of
from tests.torture.killed_child import BEGUN, PROMISE, Found, after, run_and_kill, run_to_end
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import WrongPassphraseError
from vrn_desktop.vault.disk import LocalDisk

MOST_CHANGES = 2


class TellingDisk(LocalDisk):
    """Says when the header begins to be written: the moment that matters lasts a few milliseconds."""

    def __init__(self, say: int) -> None:
        self._say = say

    def write(self, path: Path, data: bytes) -> None:
        if path.name.startswith("header-a"):
            os.write(self._say, BEGUN)
        super().write(path, data)


def kill_while_setting_up(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """After each kill there is a first run or a file that opens; a set-up that was promised is there."""
    laptop = RealLaptop(folder)
    new = laptop.prepare()
    scratch = RealLaptop(_emptied(folder.with_name("scratch")))
    prepared = scratch.prepare()
    began = time.perf_counter()
    scratch.lock(scratch.create(prepared))
    usual = time.perf_counter() - began
    found = Found()

    def set_up(say: int) -> None:
        os.write(say, BEGUN)
        opened = laptop.create(new)
        os.write(say, PROMISE)
        laptop.lock(opened)

    for _ in range(kills):
        _emptied(folder)
        said = run_and_kill(set_up, after(BEGUN, 1, draw.uniform(0, 1.5) * usual))
        promised = PROMISE in said
        found.acknowledged += promised

        def look(promised: bool = promised) -> int:
            there = RealLaptop(folder).service.exists()
            if not there:
                run_to_end(lambda: laptop.lock(laptop.create(new)))
            opened = RealLaptop(folder).unlock(ROWAN)
            _holds_workplace(opened)
            acts_of(opened)
            laptop.lock(opened)
            return int(promised and not there)

        found.look(look)
    return found.as_dict()


def kill_while_changing_a_passphrase(
    folder: Path, kills: int, draw: random.Random
) -> dict[str, int]:
    """After each kill the newest promised passphrase opens, or the one that was being made."""
    _set_up(folder)
    found, number = Found(), 0
    for _ in range(kills):
        before = number

        def change(say: int, before: int = before) -> None:
            laptop = RealLaptop(folder, disk=TellingDisk(say))
            people = people_of(laptop.unlock(ASH, _phrase(before)))
            for now in range(before, before + 100):
                people.change_passphrase(_phrase(now), _phrase(now + 1))
                os.write(say, PROMISE)

        wait = draw.uniform(0, 0.03)
        said = run_and_kill(change, after(BEGUN, draw.randint(1, MOST_CHANGES), wait))
        promised = said.count(PROMISE)
        found.acknowledged += promised

        def look(promised: int = promised, before: int = before) -> int:
            nonlocal number
            laptop = RealLaptop(folder)
            opened, number = _opened_by_one_of(laptop, (before + promised, before + promised + 1))
            noted = [act for act, _ in acts_of(opened)].count(Act.PASSPHRASE_CHANGED)
            opened.store.close()
            return abs(number - noted)

        found.look(look)
    return found.as_dict()


def kill_while_changing_locks(folder: Path, kills: int, draw: random.Random) -> dict[str, int]:
    """After each kill the old locks open everything or the new ones do."""
    laptop = _set_up(folder)
    opened = laptop.unlock(ROWAN)
    began = time.perf_counter()
    laptop.lock(laptop.service.change_locks(opened))
    usual = time.perf_counter() - began
    found, epoch = Found(), 2

    def change(say: int) -> None:
        child = RealLaptop(folder)
        opened = child.unlock(ROWAN)
        os.write(say, BEGUN)
        changed = child.service.change_locks(opened)
        os.write(say, PROMISE)
        child.lock(changed)

    for _ in range(kills):
        said = run_and_kill(change, after(BEGUN, 1, draw.uniform(0, 1.5) * usual))
        promised = PROMISE in said
        found.acknowledged += promised
        before = epoch

        def look(promised: bool = promised, before: int = before) -> int:
            nonlocal epoch
            opened = RealLaptop(folder).unlock(ASH)
            epoch = opened.vault.store.epoch if opened.vault.store is not None else 0
            _holds_workplace(opened)
            noted = [act for act, _ in acts_of(opened)].count(Act.KEYS_ROTATED)
            opened.store.close()
            if epoch not in (before, before + 1) or noted != epoch - 1:
                raise AssertionError(f"epoch {epoch}, noted {noted}")
            return int(promised and epoch == before)

        found.look(look)
    return found.as_dict()


def _set_up(folder: Path) -> RealLaptop:
    laptop = RealLaptop(folder)
    laptop.lock(laptop.create(laptop.prepare()))
    return laptop


def _phrase(number: int) -> str:
    return PASSPHRASES[ASH] if number == 0 else f"velvet anchor muffin pulley {number}"


def _opened_by_one_of(laptop: RealLaptop, numbers: tuple[int, int]) -> tuple[OpenFile, int]:
    for number in numbers:
        try:
            return laptop.unlock(ASH, _phrase(number)), number
        except WrongPassphraseError:
            continue
    raise AssertionError("no passphrase opens the file")


def _holds_workplace(opened: OpenFile) -> None:
    with opened.store.read() as work:
        if work.workplaces.get() != WORKPLACE:
            raise AssertionError("records are missing")


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
