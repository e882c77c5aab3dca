"""Runs a session on a disk whose every step is written down, and cuts the power after each of them."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.torture.logged_disk import LoggedDisk, Step, read_log

ROOT = Path(__file__).resolve().parents[2]
STATES = 250


def logged(disk_log: Path, folder: Path, module: str, *arguments: str) -> list[Step]:
    """Run a session and return what it did to the disk."""
    log = folder.with_suffix(".log")
    subprocess.run(
        [sys.executable, "-m", module, str(folder), *arguments],
        check=True,
        cwd=ROOT,
        env={
            **os.environ,
            "LD_PRELOAD": str(disk_log),
            "VRN_DISK_FOLDER": str(folder),
            "VRN_DISK_LOG": str(log),
        },
    )
    return read_log(log.read_bytes())


def every_cut(
    disk: LoggedDisk,
    steps: list[Step],
    scratch: Path,
    look: Callable[[Path, list[str]], None],
    states: int = STATES,
) -> int:
    """Look at what could be left after the steps, drawing so many states; returns how many."""
    draw = random.Random(random.random())
    writing = [n for n, step in enumerate(steps) if step.operation in "owtsuR"]
    each, rest = divmod(states, len(writing))
    extra = set(draw.sample(writing, rest))
    looked = 0
    for number, step in enumerate(steps):
        disk.take(step)
        times = (each + (number in extra)) if step.operation in "owtsuR" else 0
        for _ in range(times):
            left = scratch / f"cut-{looked}"
            left.mkdir(parents=True)
            disk.cut(draw, left)
            look(left, disk.acknowledged)
            shutil.rmtree(left)
            looked += 1
    return looked
