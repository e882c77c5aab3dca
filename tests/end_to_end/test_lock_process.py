"""Locking ends the process: a fresh locked one stands in its place and remembers nothing (T14, 3.6)."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.own_process import ROOT, Places, run
from tests.opened_program import found_office

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="needs /proc to look into the memory of a process"
)


@dataclass
class Lives:
    """What the process said in each of its lives; it stands still in the second."""

    process: subprocess.Popen[str]
    folder: Path
    backups_before: set[str]
    said: list[dict[str, Any]] = field(default_factory=list)
    second_copy: str = ""


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lives]:
    root = tmp_path_factory.mktemp("lives")
    folder = root / "data"
    folder.mkdir()
    found_office(folder)
    before = {backup.name for backup in (folder / "backups").iterdir()}
    command = ("-m", "tests.end_to_end.locking_session", str(folder))
    with subprocess.Popen(  # noqa: S603  our own interpreter
        [sys.executable, *command],
        cwd=ROOT,
        env=Places(root / "places").made().environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        lives = Lives(process, folder, before)
        assert process.stdout is not None
        for _ in range(2):
            lives.said.append(json.loads(process.stdout.readline()))
        lives.second_copy = run(*command).stdout
        yield lives
        process.communicate("")
        assert process.returncode == 0


def test_the_same_process_shows_the_unlock_page_of_a_fresh_program(lives: Lives) -> None:
    first, second = lives.said
    assert (first["life"], second["life"]) == (1, 2)
    assert first["process"] == second["process"] == lives.process.pid
    assert second["unlock"]
    assert not second["signed_in"]
    assert second["loaded"] == []
    assert second["store_files"] == []


def test_t14_nothing_of_the_session_is_left_in_memory(lives: Lives) -> None:
    first, second = lives.said
    assert all(count > 0 for count in first["hits"]), "the look into memory sees what is there"
    assert second["hits"] == [0, 0, 0]


def test_the_folder_is_held_again(lives: Lives) -> None:
    assert json.loads(lives.second_copy)["trouble"] == "FolderHeldError"


def test_the_lock_made_a_new_backup_in_place_of_the_day_s_earlier_one(lives: Lives) -> None:
    [backup] = (lives.folder / "backups").iterdir()
    assert backup.name not in lives.backups_before
