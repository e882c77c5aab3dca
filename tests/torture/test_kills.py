"""A process is killed at random points; nothing promised is lost and every file opens (T1, T7)."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.torture,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork"),
]


def kills(folder: Path, what: str, count: int) -> dict[str, Any]:
    """Run the killing session in a process of its own; returns what it found."""
    folder.mkdir()
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.torture.killing_session", str(folder), what),
            *(str(count), str(random.randrange(2**31))),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_t1_no_promised_answer_is_lost_by_a_kill(tmp_path: Path) -> None:
    found = kills(tmp_path / "data", "answering", 20)
    assert found["promised"] > 0
    assert (found["lost"], found["slow"]) == (0, 0)


def test_t7_a_killed_migration_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    found = kills(tmp_path / "data", "migrating", 12)
    assert found["old"] + found["new"] == 12
