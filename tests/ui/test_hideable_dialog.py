"""Someone comes in while a dialog of its own window stands: one key hides that as well (TI-02)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import gallery_window
from ui.hideable_dialog import ask
from ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = gallery_window("form")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def standing() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def asked_while(parent: QWidget | None, what_happens: Callable[[], None]) -> bool:
    dialog = QMessageBox(parent)
    QTimer.singleShot(0, what_happens)
    try:
        return ask(dialog)
    finally:
        dialog.deleteLater()


def test_ti_02_the_hide_key_closes_a_dialog_and_covers(qtbot: QtBot, window: MainWindow) -> None:
    def press_the_hide_key() -> None:
        dialog = standing()
        qtbot.waitUntil(dialog.isActiveWindow)
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_F12)
        if dialog.isVisible():
            dialog.accept()  # else a key that does nothing would let the test stand still

    assert not asked_while(window.stage, press_the_hide_key)
    assert window.cover_screen.isVisible()
    assert QApplication.activeModalWidget() is None


def test_ti_02_no_dialog_is_left_over_the_cover(window: MainWindow) -> None:
    def both_and_cover() -> None:
        QTimer.singleShot(0, window.cover)
        assert not ask(QMessageBox(standing()))

    assert not asked_while(window, both_and_cover)
    assert window.cover_screen.isVisible()
    assert QApplication.activeModalWidget() is None


def test_an_answer_is_given_back_and_covers_nothing(window: MainWindow) -> None:
    assert asked_while(window, lambda: standing().accept())
    assert not window.cover_screen.isVisible()
