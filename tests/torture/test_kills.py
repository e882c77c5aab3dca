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
    assert found["runs"] == count
    assert (found["lost"], found["unopenable"]) == (0, 0), done.stderr
    return found


def test_t1_no_promised_answer_is_lost_by_a_kill(tmp_path: Path) -> None:
    found = kills(tmp_path / "data", "answering", 20)
    assert found["acknowledged"] > 0
    assert found["slow"] == 0


def test_t7_a_killed_migration_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    kills(tmp_path / "data", "migrating", 12)


def test_t6_a_kill_while_a_passphrase_is_changed_leaves_one_that_opens(tmp_path: Path) -> None:
    kills(tmp_path / "data", "changing a passphrase", 4)


def test_a_killed_set_up_leaves_a_first_run_or_a_file_that_opens(tmp_path: Path) -> None:
    kills(tmp_path / "data", "setting up", 6)


def test_t7_a_killed_change_of_locks_leaves_the_old_ones_or_the_new_ones(tmp_path: Path) -> None:
    kills(tmp_path / "data", "changing the locks", 6)


def test_a_killed_import_leaves_the_old_edition_or_the_new_one(tmp_path: Path) -> None:
    kills(tmp_path / "data", "importing", 12)


def test_a_killed_closing_leaves_each_period_whole_or_undrawn_and_none_drawn_twice(
    tmp_path: Path,
) -> None:
    found = kills(tmp_path / "data", "closing", 24)
    assert found["acknowledged"] > 0
    assert found["second_draws"] == 0
