"""Walks one invented case through the real windows: pictures, the letter, the level and figures on disk."""

import os
import shutil
import sys
import time
from pathlib import Path

from vrn_desktop.vault.process_hardening import harden

WALK, SELF_TEST = "--walk", "--self-test"
USAGE = "usage: vrn-desktop --walk FOLDER | --self-test [FOLDER]\n"
DATA = ".walk-data"
REPORT = "self-test.txt"


def main(arguments: list[str]) -> int:
    """Walk; 0 when every step came out, 1 when one did not, 2 for wrong arguments."""
    match arguments:
        case ["--walk", folder]:
            return walk(Path(folder))
        case ["--self-test", folder]:
            return walk(Path(folder), proving=True)
        case ["--self-test"]:
            return walk(Path.cwd() / "self-test-output", proving=True)
    sys.stderr.write(USAGE)
    return 2


def walk(folder: Path, *, proving: bool = False) -> int:
    """Write everything into `folder`, which is emptied first, and say where it lies.

    With `proving` the parts of the program are tried as well, and `self-test.txt` says what came out.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    harden(os.environ)
    _emptied(folder)
    from vrn_desktop.self_test.invented_walk import InventedWalk  # noqa: PLC0415 - after hardening

    began = time.monotonic()
    one = InventedWalk(folder, folder / DATA)
    try:
        one.go()
        proved = not proving or _proved(folder)
    except Exception as failure:  # noqa: BLE001 - whatever it was, say where the walk stopped
        one.picture_failure()
        one.report(time.monotonic() - began)
        sys.stdout.write(f"FAILED at {one.step}: {type(failure).__name__}: {failure}\n")
        return 1
    finally:
        one.close()
        shutil.rmtree(folder / DATA, ignore_errors=True)
    one.report(time.monotonic() - began)
    sys.stdout.write("every step came out\n" if proved else "FAILED: see self-test.txt\n")
    return 0 if proved else 1


def _proved(folder: Path) -> bool:
    """Try every part over the file that the walk has just filled, and write the report."""
    from vrn_desktop.self_test.proofs import proofs  # noqa: PLC0415 - after hardening

    found = proofs(folder / DATA)
    report = "\n".join(proof.line() for proof in found) + "\n"
    (folder / REPORT).write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return all(proof.came_out for proof in found)


def _emptied(folder: Path) -> None:
    """Only what an earlier walk wrote is removed."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(folder / DATA, ignore_errors=True)
    for pattern in ("[0-9][0-9]-*.png", "letter.pdf", "level.txt", "figures.txt", REPORT):
        for path in folder.glob(pattern):
            path.unlink()
    (folder / DATA).mkdir(mode=0o700)
