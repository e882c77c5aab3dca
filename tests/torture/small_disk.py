"""A small disk of one's own, to fill it or to make it read-only: a mount that only one process sees."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


def on_a_small_disk(folder: Path, session: str, *, megabytes: int) -> dict[str, Any]:
    """Run a session module on a disk of that size; returns what it said on its last line."""
    unshare = shutil.which("unshare")
    disk = folder / "disk"
    disk.mkdir()
    mount = f"mount -t tmpfs -o size={megabytes}m none '{disk}'"
    if unshare is None or subprocess.call([unshare, "-rm", "sh", "-c", mount]):
        pytest.skip("needs a small disk to fill: unshare and mount")
    run = f"{mount} && exec '{sys.executable}' -m {session} '{disk}'"
    done = subprocess.run(
        [unshare, "-rm", "sh", "-c", run], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return said
