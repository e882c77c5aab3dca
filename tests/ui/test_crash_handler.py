"""The unexpected: one line without words or values, one notice, and the program goes on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.crash_handler import LOG_LINES, LOG_NAME, CrashHandler, crash_line
from ui.screen import Screen
from ui.widgets.crash_sheet import CrashSheet
from vrn_desktop.presenters.error_text import UNEXPECTED

ABOUT_SOMEONE = "Kay Invented, 07700 900123"


@pytest.fixture
def hook() -> Iterator[None]:
    before = sys.excepthook
    yield
    sys.excepthook = before


def broken() -> BaseException:
    about_someone = ABOUT_SOMEONE
    try:
        Screen.draw(object(), about_someone)  # type: ignore[arg-type]  # broken on purpose
    except NotImplementedError as error:
        return error
    raise AssertionError


def test_l8_the_log_names_kind_and_place_and_nothing_else(tmp_path: Path, hook: None) -> None:
    handler = CrashHandler(tmp_path)
    handler.notice = lambda _: None
    handler.install()
    error = broken()
    sys.excepthook(type(error), error, error.__traceback__)
    line = (tmp_path / LOG_NAME).read_text("ascii").strip()
    assert line.startswith("NotImplementedError at ui/screen.py:")
    assert line.rpartition(":")[2].isdigit()


def test_l8_the_words_of_an_error_never_reach_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handler = CrashHandler(tmp_path)
    handler.handle(ValueError, ValueError(ABOUT_SOMEONE), None)
    written = (tmp_path / LOG_NAME).read_text("ascii") + "".join(capsys.readouterr())
    assert "ValueError at a library" in written
    assert "Kay" not in written
    assert "900123" not in written


def test_the_log_keeps_only_the_last_lines(tmp_path: Path) -> None:
    handler = CrashHandler(tmp_path)
    handler.notice = lambda _: None
    for _ in range(LOG_LINES + 20):
        handler.handle(ValueError, ValueError(), None)
    assert len((tmp_path / LOG_NAME).read_text("ascii").splitlines()) == LOG_LINES


def test_an_error_while_telling_does_not_go_round(tmp_path: Path) -> None:
    handler = CrashHandler(tmp_path)
    told: list[BaseException] = []

    def notice(error: BaseException) -> None:
        told.append(error)
        handler.handle(ValueError, ValueError(), None)

    handler.notice = notice
    handler.handle(KeyError, KeyError(), None)
    assert len(told) == 1


def test_without_a_folder_the_line_still_has_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    CrashHandler().handle(ValueError, ValueError(ABOUT_SOMEONE), None)
    assert capsys.readouterr().err == "ValueError at a library\n"


def test_a_place_outside_our_rooms_is_not_named() -> None:
    assert crash_line(KeyError, None) == "KeyError at a library"


def test_the_notice_is_calm_and_names_nothing(qtbot: QtBot) -> None:
    sheet = CrashSheet(UNEXPECTED)
    qtbot.addWidget(sheet)
    words = " ".join(label.text() for label in sheet.findChildren(QLabel)).lower()
    assert "saved is safe" in words
    assert not {"error:", "traceback", "fatal", "failed"} & set(words.split())
