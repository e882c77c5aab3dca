"""Each fault of the folder has its own page in the window, loses nothing and leaves no traceback."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from db.cipher_engine import open_for_maintenance
from tests.end_to_end.conftest import OpenIn
from tests.end_to_end.own_process import run, traceback_in
from tests.invented_team import PASSPHRASES, PRACTITIONER, SUPERVISOR
from tests.opened_program import MovedClock, OpenedProgram, program_over
from ui.settings_file import LONGEST_FILE
from ui.settings_file import NAME as SETTINGS_NAME
from vrn_desktop.application.ports.vault import FolderHeldError
from vrn_desktop.bootstrap.program_start import begin_program
from vrn_desktop.bootstrap.time_and_identifiers import now
from vrn_desktop.presenters.navigation_presenter import Place
from vrn_desktop.presenters.unlock import file_trouble
from vrn_desktop.presenters.unlock.file_trouble import FileTrouble
from vrn_desktop.self_test.set_up_steps import sign_in
from vrn_desktop.vault.instance_lock import InstanceLock

PAGE = 4096
HEADERS = ("header-a", "header-b")


@pytest.fixture(autouse=True)
def quiet(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Nothing is written to the terminal but what the platform says."""
    yield
    said = capfd.readouterr()
    lines = [
        line for line in (said.out + said.err).splitlines() if "propagateSizeHints" not in line
    ]
    assert lines == []


def try_to_sign_in(program: OpenedProgram) -> None:
    sign_in(program.stage, PRACTITIONER.name, PASSPHRASES[PRACTITIONER.id])
    program.stage.wait(
        lambda: program.shell.session is not None or program.shell.place is Place.FILE_TROUBLE,
        "the file is open, or a page says why not",
    )


def assert_told(program: OpenedProgram, trouble: FileTrouble) -> None:
    assert program.shell.place is Place.FILE_TROUBLE
    words = program.words()
    for sentence in (trouble.title, trouble.what_happened, *trouble.what_to_do):
        assert sentence in words
    assert program.stage.is_there("fileTrouble-restore") is trouble.can_restore
    assert program.stage.is_there("fileTrouble-again") is trouble.can_try_again
    assert program.unexpected() == ""


def the_store(folder: Path) -> Path:
    [store] = folder.glob("store-*.db")
    return store


def test_t10_a_second_copy_says_who_holds_the_file(open_in: OpenIn, folder: Path) -> None:
    first = InstanceLock(folder, now())
    try:
        begun = begin_program(folder)
    finally:
        first.release()
    assert isinstance(begun.trouble, FolderHeldError)
    program = open_in(folder, trouble=begun.trouble)
    assert program.shell.place is Place.FILE_TROUBLE
    assert file_trouble.IN_USE.title in program.words()
    assert f"It is process number {os.getpid()} on this laptop" in program.words()
    program.stage.click("fileTrouble-again")
    assert program.restarts == 1


@pytest.mark.parametrize("place", [0, 9, 100, 700, -1])
def test_t6_a_flipped_bit_in_both_headers_is_refused(
    open_in: OpenIn, folder: Path, place: int
) -> None:
    for name in HEADERS:
        flip(folder / name, place)
    assert_told(open_in(folder), file_trouble.HEADER_DAMAGED)


def test_t6_one_damaged_header_copy_does_no_harm(open_in: OpenIn, folder: Path) -> None:
    flip(folder / "header-a", 100)
    program = open_in(folder)
    program.unlock()
    assert program.shell.place is Place.HOME


def test_t6_headers_that_are_cut_off_are_refused(open_in: OpenIn, folder: Path) -> None:
    for name in HEADERS:
        path = folder / name
        path.write_bytes(path.read_bytes()[:50])
    assert_told(open_in(folder), file_trouble.HEADER_DAMAGED)


def test_a_store_without_a_header_is_not_set_up_over(open_in: OpenIn, folder: Path) -> None:
    for name in HEADERS:
        (folder / name).unlink()
    before = the_store(folder).read_bytes()
    assert_told(open_in(folder), file_trouble.FILE_MISSING)
    assert the_store(folder).read_bytes() == before


def flip(path: Path, place: int) -> None:
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    path.write_bytes(data)


def cut_in_half(store: Path) -> None:
    data = store.read_bytes()
    store.write_bytes(data[: len(data) // 2 // PAGE * PAGE])


def cut_inside_a_page(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:-100])


def damage_a_page(store: Path) -> None:
    flip(store, 3 * PAGE + 17)


def empty(store: Path) -> None:
    store.write_bytes(b"")


def put_something_else_there(store: Path) -> None:
    store.write_bytes(b"SQLite format 3\0" + bytes(PAGE))


@pytest.mark.parametrize(
    "damage", [cut_in_half, cut_inside_a_page, damage_a_page, empty, put_something_else_there]
)
def test_t4_a_damaged_file_says_the_passphrase_is_right(
    open_in: OpenIn, folder: Path, damage: Callable[[Path], None]
) -> None:
    damage(the_store(folder))
    damaged = the_store(folder).read_bytes()
    program = open_in(folder)
    try_to_sign_in(program)
    assert_told(program, file_trouble.FILE_DAMAGED)
    assert the_store(folder).read_bytes() == damaged, "nothing has been changed"


def test_t4_a_wrong_passphrase_over_a_damaged_file_is_a_wrong_passphrase(
    open_in: OpenIn, folder: Path
) -> None:
    damage_a_page(the_store(folder))
    program = open_in(folder)
    sign_in(program.stage, PRACTITIONER.name, "not the right words")
    program.stage.wait(lambda: program.stage.is_enabled("unlock-person"), "it is refused")
    assert program.shell.place is Place.UNLOCK
    assert "That didn’t match" in program.words()


def test_a_missing_file_says_so(open_in: OpenIn, folder: Path) -> None:
    the_store(folder).unlink()
    program = open_in(folder)
    try_to_sign_in(program)
    assert_told(program, file_trouble.FILE_MISSING)


def test_a_file_of_a_newer_program_is_left_alone(open_in: OpenIn, folder: Path) -> None:
    files = program_over(folder).file
    opened = files.unlock(PRACTITIONER.id, PASSPHRASES[PRACTITIONER.id])
    keys = opened.vault.store
    assert keys is not None
    assert files.lock(opened) is None
    engine = open_for_maintenance(keys)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    before = the_store(folder).read_bytes()
    program = open_in(folder)
    try_to_sign_in(program)
    assert_told(program, file_trouble.TOO_NEW)
    assert the_store(folder).read_bytes() == before


def test_t5_a_header_older_than_the_file_is_noticed(open_in: OpenIn, folder: Path) -> None:
    headers = {name: (folder / name).read_bytes() for name in HEADERS}
    files = program_over(folder).file
    for _ in range(2):
        assert files.lock(files.unlock(SUPERVISOR.id, PASSPHRASES[SUPERVISOR.id])) is None
    older = the_store(folder).read_bytes()
    assert files.lock(files.unlock(SUPERVISOR.id, PASSPHRASES[SUPERVISOR.id])) is None
    the_store(folder).write_bytes(older)
    program = open_in(folder)
    try_to_sign_in(program)
    assert_told(program, file_trouble.ROLLED_BACK)
    program.close()
    for name, content in headers.items():
        (folder / name).write_bytes(content)
    again = open_in(folder)
    try_to_sign_in(again)
    assert_told(again, file_trouble.ROLLED_BACK)


def test_an_empty_folder_begins_with_setting_up(open_in: OpenIn, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "notes of somebody else.txt").write_text("kept")
    assert open_in(folder).shell.place is Place.FIRST_RUN
    assert (folder / "notes of somebody else.txt").read_text() == "kept"


def test_t15_a_clock_set_back_is_asked_about_and_can_be_gone_on_with(
    open_in: OpenIn, folder: Path
) -> None:
    program = open_in(folder, MovedClock(ahead=timedelta(days=-10)))
    try_to_sign_in(program)
    assert "Check the date on this laptop" in program.words()
    assert "Your records are all there." in program.words()
    program.stage.click("fileTrouble-go-on")
    try_to_sign_in_again_if_asked(program)
    assert program.shell.session is not None
    assert program.shell.place is Place.HOME


def try_to_sign_in_again_if_asked(program: OpenedProgram) -> None:
    program.stage.settle()
    if program.shell.place is Place.UNLOCK:
        try_to_sign_in(program)
    program.stage.wait(lambda: program.shell.session is not None, "the file is open")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[settings]\ntext_perc",
        b"[settings]\ntext_percent=banana\ncolour_scheme=plaid\nauto_lock_minutes=-3\n",
        b"[General]\nname=Somebody Else's Program\n",
        b"\x00\xff\xfe\x89PNG\r\n" * 20,
        b"[settings]\n" + b"x=1\n" * LONGEST_FILE,
        "[settings]\ntext_percent=١٥٠\n".encode(),
    ],
)
def test_settings_that_cannot_be_understood_fall_back(
    open_in: OpenIn, folder: Path, content: bytes
) -> None:
    (folder / SETTINGS_NAME).write_bytes(content)
    program = open_in(folder)
    program.unlock()
    assert program.shell.place is Place.HOME
    assert program.shell._settings.settings.auto_lock_minutes == 5
    assert program.unexpected() == ""


@pytest.mark.parametrize(
    "name", ["with spaces & signs #?%20;'", "дані 🗂", "بيانات", "a\u202eb\u0301", "x" * 200]
)
def test_a_folder_with_an_unusual_name_works(
    open_in: OpenIn, folder: Path, tmp_path: Path, name: str
) -> None:
    unusual = tmp_path / name
    folder.rename(unusual)
    backups = set((unusual / "backups").iterdir())
    program = open_in(unusual)
    program.unlock()
    program.shell.lock()
    program.stage.wait(lambda: program.restarts == 1, "it is locked")
    assert set((unusual / "backups").iterdir()) != backups
    assert program.unexpected() == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data-folder"],
        ["--data-folder", ""],
        ["--data-folder="],
        ["--data-folder", "one", "two"],
        ["--date-folder", "one"],
        ["a file.txt"],
    ],
)
def test_wrong_arguments_say_how_and_give_two(arguments: list[str]) -> None:
    done = run("-m", "vrn_desktop", *arguments)
    assert done.returncode == 2
    assert done.stderr == "usage: vrn-desktop [--data-folder DIR]\n"
    assert not traceback_in(done)


def test_a_data_folder_that_is_a_file_has_its_page(open_in: OpenIn, tmp_path: Path) -> None:
    path = tmp_path / "not a folder"
    path.write_text("kept")
    begun = begin_program(path)
    assert begun.trouble is not None
    program = open_in(path, trouble=begun.trouble)
    assert program.shell.place is Place.FILE_TROUBLE
    assert path.read_text() == "kept"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs a user who is not root"
)
def test_a_folder_that_may_not_be_made_has_its_page(open_in: OpenIn, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    closed.chmod(stat.S_IRUSR | stat.S_IXUSR)
    begun = begin_program(closed / "data")
    assert begun.trouble is not None
    program = open_in(closed / "data", trouble=begun.trouble)
    assert program.shell.place is Place.FILE_TROUBLE
