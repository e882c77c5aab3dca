"""Writing a file whole or not at all, so that a stick pulled out too early holds no half of one."""

import os
from pathlib import Path

from vrn_desktop.central.commands.command_trouble import CommandError


def write_whole(file: Path, content: bytes) -> None:
    """Write beside, wait for the disk, then rename.

    Raises:
        CommandError: the place cannot be written.
    """
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(file)
    except OSError as error:
        raise CommandError(f"The file {file} cannot be written: {error.strerror}.") from error
