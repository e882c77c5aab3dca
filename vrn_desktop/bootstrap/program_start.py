"""Finds the data folder, makes it ready, holds it for this process, and builds the program over it."""

import os
import subprocess
import sys
from pathlib import Path

from vrn_desktop.application.program import Program
from vrn_desktop.bootstrap.program_building import build_program
from vrn_desktop.bootstrap.time_and_identifiers import now
from vrn_desktop.domain.errors import StorageError
from vrn_desktop.vault.data_folder import chosen, made_ready
from vrn_desktop.vault.instance_lock import InstanceLock
from vrn_desktop.vault.unsafe_places import volume_of


def begin_program(asked: Path | None) -> Program:
    """The program; a folder that cannot be used comes along as its trouble, to be shown in words."""
    windows = sys.platform == "win32"
    folder = chosen(asked=asked, environ=os.environ, program=program_folder(), windows=windows)
    trouble: StorageError | None = None
    try:
        made_ready(folder, volume_of(folder.path))
        _HELD.append(InstanceLock(folder.path, now()))
    except StorageError as error:
        trouble = error
    return build_program(folder.path, start_afresh=start_afresh, trouble=trouble)


def program_folder() -> Path:
    """Where the program itself lies: the bundle's folder, or the checkout."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).resolve().parents[2]


def start_afresh() -> None:
    """End this process and start a locked one in its place: nothing of the session stays in memory.

    Where no new one can be started, this one ends all the same.
    """
    for held in _HELD:
        held.release()
    command = same_command()
    try:
        if sys.platform == "win32":
            subprocess.Popen(command)  # noqa: S603  our own program with our own arguments
        else:
            os.execv(command[0], command)  # noqa: S606  as above
    finally:
        os._exit(0)


def same_command() -> list[str]:
    """How this process was started, so that the fresh one sees the same folder and the same code."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, *sys.orig_argv[1:]]


_HELD: list[InstanceLock] = []
"""The folder is held as long as the process lives."""
