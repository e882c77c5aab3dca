"""One invented case through the real windows in a process of its own, without a display."""

import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.own_process import run, traceback_in
from tests.reports.pdf_reader import text_of
from ui.widgets.cover_screen import NEUTRAL_TITLE
from ui.window_face import WINDOW_TITLE
from vrn_desktop.domain.letter_deny_list import never_words_in
from vrn_desktop.self_test.invented_case import CASE
from vrn_desktop.self_test.walk import DATA

STEPS_WITH_PICTURES = (
    *("welcome", "recovery-sheet", "check-and-finish", "forgotten-passphrase", "unlock"),
    *("home-nothing-due", "new-conversation", "place-and-privacy", "access-and-language"),
    *("explain-and-agree", "your-choices", "they-are-telling-me", "safety-flags"),
    *("pause-or-stop", "change-the-subject", "get-help-now", "side-by-side", "hidden"),
    *("question-B01", "check-in", "calm-panel", "what-was-done", "before-the-heavy-part"),
    *("come-back-to-now", "your-words", "what-matters", "choose-help", "safe-contact"),
    *("rest-of-today", "your-view", "worker-check", "what-was-noted", "level-with-reasons"),
    *("level-confirmed", "letter-draft", "letter-kept-and-printed", "home", "young-people"),
    *("young-person", "conversations", "services", "settings", "help", "safety-steps"),
    *("services-search", "services-nothing-fits", "service", "service-editor"),
    *("review", "people", "workplace", "backup", "sync-six-words", "sync-waiting"),
    *("sync-to-send", "sync-numbers", "sync-what-left", "sync-promise", "restore"),
)
PNG = b"\x89PNG\r\n\x1a\n"
FAILING = """
import sys
from vrn_desktop.self_test import {module}

def failing(*_arguments):
    raise {failure}

{module}.{step} = failing
from vrn_desktop.__main__ import main
sys.exit(main(["{option}", sys.argv[1]]))
"""


@pytest.fixture(scope="module")
def walked(
    tmp_path_factory: pytest.TempPathFactory,
) -> tuple[Path, subprocess.CompletedProcess[str]]:
    root = tmp_path_factory.mktemp("walk")
    folder = root / "pictures"
    folder.mkdir()
    (folder / "77-of-an-earlier-walk.png").write_bytes(PNG)
    (folder / "not of the walk.txt").write_text("kept")
    return folder, run("-m", "vrn_desktop", "--walk", str(folder))


def test_every_step_comes_out_and_has_its_picture(
    walked: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = walked
    assert done.returncode == 0, done.stdout
    assert not traceback_in(done)
    taken = {path.stem[3:] for path in folder.glob("[0-9][0-9]-*.png")}
    assert sorted(set(STEPS_WITH_PICTURES) - taken) == []
    assert "of-an-earlier-walk" not in taken
    assert (folder / "not of the walk.txt").exists()
    assert all(path.read_bytes().startswith(PNG) for path in folder.glob("*.png"))


def test_it_says_where_everything_lies_and_leaves_no_records(
    walked: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, done = walked
    said = [Path(line) for line in done.stdout.splitlines() if line.startswith(str(folder))]
    assert {path.name for path in said} >= {"letter.pdf", "level.txt", "figures.txt"}
    assert all(path.exists() for path in said)
    assert not (folder / DATA).exists()


def test_the_letter_names_the_young_person_and_the_service_and_never_a_never_word(
    walked: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, _done = walked
    words = text_of((folder / "letter.pdf").read_bytes())
    for expected in (CASE.young_person, CASE.service, CASE.words, "999"):
        assert expected in words
    assert never_words_in(words) == ()
    assert CASE.matters not in words, "what matters to them is not for the paper"


def test_the_level_comes_with_its_rule_and_the_answers_it_used(
    walked: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, _done = walked
    text = (folder / "level.txt").read_text(encoding="utf-8")
    assert "Suggested level: Step in early (secondary prevention)" in text
    assert "S03: " in text
    assert "Being pushed into risky things: Yes, and it is hard to say no" in text
    assert "X05: " in text
    assert "What would change it" in text
    assert "Decided by the worker: " in text


@pytest.mark.parametrize(
    ("module", "step", "failure", "option"),
    [
        ("set_up_steps", "unlock", 'RuntimeError("no")', "--walk"),
        ("talk_steps", "opening", 'KeyError("agreement")', "--self-test"),
    ],
)
def test_a_failing_step_is_said_and_gives_one(
    tmp_path: Path, module: str, step: str, failure: str, option: str
) -> None:
    script = FAILING.format(module=module, step=step, failure=failure, option=option)
    done = run("-c", script, str(tmp_path / "pictures"))
    assert done.returncode == 1
    assert "FAILED at" in done.stdout
    assert not traceback_in(done)
    assert list((tmp_path / "pictures").glob("*-failed-here.png"))
    assert not (tmp_path / "pictures" / DATA).exists()


CRASHING = """
import sys
from PySide6.QtCore import QTimer
from vrn_desktop.self_test import set_up_steps
first = set_up_steps.set_up

def crash():
    raise LookupError("words of somebody")

def set_up(stage):
    QTimer.singleShot(0, crash)
    return first(stage)

set_up_steps.set_up = set_up
from vrn_desktop.__main__ import main
sys.exit(main(["--walk", sys.argv[1]]))
"""


def test_something_unexpected_in_the_window_fails_the_walk(tmp_path: Path) -> None:
    done = run("-c", CRASHING, str(tmp_path / "pictures"))
    assert done.returncode == 1
    assert "LookupError" in done.stdout
    assert "words of somebody" not in done.stdout + done.stderr


def test_wrong_arguments_give_two(tmp_path: Path) -> None:
    done = run("-m", "vrn_desktop", "--walk")
    assert (done.returncode, traceback_in(done)) == (2, False)
    assert "usage" in done.stderr


def test_l6_no_text_is_cut_off_and_no_window_shows_but_our_own_with_its_two_titles(
    tmp_path: Path,
) -> None:
    """In a small window with text of twice the size."""
    done = run(
        "-m", "tests.end_to_end.watched_walk", str(tmp_path / "pictures"), "1024", "600", "200"
    )
    assert done.stdout.splitlines() == [
        f"titles: {WINDOW_TITLE}, {NEUTRAL_TITLE}",
        "every step came out",
    ]
    assert done.returncode == 0
