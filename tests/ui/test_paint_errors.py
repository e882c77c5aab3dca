"""An error while something is painted ends in the crash notice, never in the end of the program."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.architecture.our_files import python_files
from ui.widgets.icon_mark import IconMark


def test_the_program_outlives_an_error_while_painting(qtbot: QtBot) -> None:
    with qtbot.captureExceptions() as exceptions:
        mark = IconMark("no-such-icon")
        qtbot.addWidget(mark)
        mark.show()
        QApplication.processEvents()
        mark.close()
    assert exceptions
    assert {kind for kind, *_ in exceptions} == {FileNotFoundError}


def test_every_painter_ends_even_when_painting_does_not() -> None:
    loose = [
        file.name for file in python_files("ui") if "= QPainter(self)\n" in file.read_text("utf-8")
    ]
    assert loose == []
