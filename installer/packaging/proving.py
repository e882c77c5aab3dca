"""Tries a built folder on this machine with next to no surroundings, and measures how it starts."""

import os
import subprocess
import sys
from pathlib import Path

from installer.packaging.building import BuiltBundle
from installer.system_libraries import SetUpError


def self_test(built: BuiltBundle, folder: Path) -> str:
    """Run `--self-test` with no surroundings at all; its report.

    Raises:
        SetUpError: a step or a proof did not come out.
    """
    done = subprocess.run(
        [str(built.program), "--self-test", str(folder)],
        env=_no_surroundings(),
        cwd=built.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-20:])
        raise SetUpError(f"The self-test of {built.bundle.name} failed.\n{said}")
    return (folder / "self-test.txt").read_text("utf-8")


def central_answers(built: BuiltBundle) -> str:
    """The central office's program names its version and its commands.

    Raises:
        SetUpError: it does not start.
    """
    for option in ("--version", "--help"):
        done = subprocess.run(
            [str(built.program), option],
            env=_no_surroundings(), capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise SetUpError(f"{built.bundle.name} {option} failed.\n{done.stderr[-800:]}")
    return "answers --version and --help"


def _no_surroundings() -> dict[str, str]:
    if sys.platform == "win32":
        return {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
    return {}
