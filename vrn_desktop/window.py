"""Opens the window over a data folder: hardened process, folder made ready and held, then the first page."""

import os
import sys
from pathlib import Path

from vrn_desktop.vault.process_hardening import harden

OPTION = "--data-folder"
USAGE = f"usage: vrn-desktop [{OPTION} DIR]\n"


def main(arguments: list[str]) -> int:
    """Open the window and stay until it is closed; the exit code of the program."""
    harden(os.environ)
    asked = _data_folder(arguments)
    if asked is None and arguments:
        sys.stderr.write(USAGE)
        return 2
    # After hardening: both bring in libraries that read the environment.
    from ui.application import run  # noqa: PLC0415
    from vrn_desktop.bootstrap.program_start import begin_program  # noqa: PLC0415

    return run(begin_program(asked))


def _data_folder(arguments: list[str]) -> Path | None:
    match arguments:
        case [option, folder] if option == OPTION and folder:
            return Path(folder)
        case [single] if single.startswith(f"{OPTION}=") and single != f"{OPTION}=":
            return Path(single.removeprefix(f"{OPTION}="))
    return None
