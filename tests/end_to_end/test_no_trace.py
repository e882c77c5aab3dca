"""A whole day with canaries leaves no trace anywhere but in the encrypted file (security.md 4, T13)."""

import json
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.canaries import (
    CANARIES,
    careless_files,
    files_under,
    found_in,
    leaks_under,
)
from tests.end_to_end.own_process import Places, run, traceback_in
from ui.crash_handler import LOG_NAME
from ui.printing import JOB_TITLE
from ui.settings_file import NAME as SETTINGS_NAME
from ui.widgets.cover_screen import NEUTRAL_TITLE
from ui.window_face import WINDOW_TITLE

OWN_FILES = (
    *("header-a", "header-b", "in-use", "ballast", SETTINGS_NAME, LOG_NAME, "missed-sign-ins"),
    *("store-*.db", "store-*.db-journal", "backup-*.vrnbackup"),
)
OF_THE_SYSTEM = ("fontconfig", "mesa_shader_cache", "mesa_shader_cache_db")
"""Caches of the fonts and graphics of the laptop, which are the same whoever is talked to."""


class Day:
    """What the session said, and where it may have left something."""

    def __init__(self, root: Path) -> None:
        self.places = Places(root).made()
        self.done = run("-m", "tests.end_to_end.canary_session", places=self.places)
        assert self.done.returncode == 0, self.done.stderr
        self.seen: dict[str, Any] = json.loads(self.done.stdout.splitlines()[-1])
        self.folder = Path(self.seen["folder"])

    @property
    def words(self) -> tuple[str, ...]:
        return (*CANARIES.words(), *self.seen["secrets"])

    def outside(self) -> list[Path]:
        """Files that do not lie in the data folder."""
        return [
            path
            for path in files_under(self.places.root)
            if not path.is_relative_to(self.folder)
            and not any(part in OF_THE_SYSTEM for part in path.parts)
        ]


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    return Day(tmp_path_factory.mktemp("day"))


def test_t13_the_scan_finds_what_a_careless_program_leaves(tmp_path: Path) -> None:
    left = careless_files(tmp_path, CANARIES.name)
    assert len({leak.split(": ")[0] for leak in leaks_under(tmp_path, (CANARIES.name,))}) == left
    assert left >= 3
    assert leaks_under(tmp_path, (CANARIES.address,)) == []


def test_t13_everything_typed_is_kept_in_the_file_and_stands_nowhere_else(day: Day) -> None:
    assert set(CANARIES.words()) - set(day.seen["kept"]) == {CANARIES.crash}
    assert day.seen["printed"] > 10_000
    assert day.seen["batch"] == 2
    assert day.seen["batch printed"] > 10_000
    assert leaks_under(day.places.root, day.words) == []


def test_l1_nothing_lies_outside_the_data_folder(day: Day) -> None:
    assert day.outside() == []


def test_l1_the_data_folder_holds_only_what_the_program_names(day: Day) -> None:
    foreign = [
        path.name
        for path in files_under(day.folder)
        if not any(path.match(pattern) for pattern in OWN_FILES)
    ]
    assert foreign == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs file modes")
def test_l18_files_are_for_this_user_alone(day: Day) -> None:
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in files_under(day.folder)}
    assert set(modes.values()) == {0o600}, modes
    folders = [day.folder, *(path for path in day.folder.rglob("*") if path.is_dir())]
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_l8_neither_log_nor_streams_hold_a_word(day: Day) -> None:
    log = (day.folder / LOG_NAME).read_text("ascii")
    assert log.count("LookupError at ") == 2, "both crashes are noted"
    said = [line for line in day.done.stdout.splitlines() if not line.startswith("{")]
    assert found_in("\n".join([log, day.done.stderr, *said]).encode(), day.words) == set()
    assert not traceback_in(day.done)
    assert CANARIES.crash not in day.seen["crash words"]


def test_l5_the_settings_hold_settings_only(day: Day) -> None:
    path = day.folder / SETTINGS_NAME
    text = path.read_text("utf-8") if path.exists() else ""
    assert found_in(text.encode(), day.words) == set()


def test_l6_one_title_covered_and_one_uncovered_and_no_other_window(day: Day) -> None:
    assert day.seen["titles"] == sorted([WINDOW_TITLE, NEUTRAL_TITLE])
    assert day.seen["stray"] == []


def test_l2_print_jobs_say_nothing(day: Day) -> None:
    assert set(day.seen["jobs"]) == {JOB_TITLE}


def test_l3_the_clipboard_is_empty_after_locking(day: Day) -> None:
    assert day.seen["clipboard"] == ""


def test_l15_the_cover_tells_a_screen_reader_nothing(day: Day) -> None:
    assert set(day.seen["covered"]) <= {NEUTRAL_TITLE}
    assert day.seen["uncovered"] > 20, "and without it, everything on the page"


@pytest.mark.skipif(sys.platform != "linux", reason="needs shared memory in /dev/shm")
def test_t13_shared_memory_holds_nothing(day: Day) -> None:
    shared = [path for path in Path("/dev/shm").glob("*") if path.is_file()]  # noqa: S108 - looked at only
    readable = [path.read_bytes() for path in shared if path.stat().st_size < 64 * 1024 * 1024]
    assert [hits for data in readable if (hits := found_in(data, day.words))] == []
