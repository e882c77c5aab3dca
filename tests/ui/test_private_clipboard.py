"""Copied words carry the hints that histories heed, and are gone after a while and at lock (L3)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import gallery_window
from ui.private_clipboard import HINTS, NUMBER_STAYS_MS, STAYS_MS, private_clipboard
from ui.widgets.own_words_field import PlainArea, PlainLine
from ui.widgets.passphrase_field import PassphraseField

WORDS = "It is mostly fine until Sunday"


@pytest.fixture
def clipboard(dressed: QApplication) -> Iterator[QClipboard]:
    clipboard = QApplication.clipboard()
    clipboard.clear()
    yield clipboard
    private_clipboard.forget()
    clipboard.clear()


def hints_of(data: QMimeData) -> set[str]:
    return set(HINTS) & set(data.formats())


@pytest.fixture(params=[PlainLine, PlainArea])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    field = request.param(name="field")
    assert isinstance(field, PlainLine | PlainArea)
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    QTest.keyClicks(field, WORDS)
    field.selectAll()
    return field


@pytest.mark.parametrize("keys", [QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut])
def test_l3_copied_words_carry_every_hint(
    clipboard: QClipboard, field: PlainLine | PlainArea, keys: QKeySequence.StandardKey
) -> None:
    QTest.keySequence(field, QKeySequence(keys))
    assert clipboard.text() == WORDS
    assert hints_of(clipboard.mimeData()) == set(HINTS)
    left = field.text() if isinstance(field, PlainLine) else field.toPlainText()
    assert left == ("" if keys == QKeySequence.StandardKey.Cut else WORDS)


def test_l3_the_clipboard_is_empty_after_lock(
    clipboard: QClipboard, field: PlainLine | PlainArea
) -> None:
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Copy))
    private_clipboard.forget()
    assert clipboard.text() == ""


def test_l3_locking_the_window_forgets_copied_words(qtbot: QtBot, clipboard: QClipboard) -> None:
    window = gallery_window("empty")
    qtbot.addWidget(window)
    private_clipboard.copy(WORDS)
    window.body.let_go()
    assert clipboard.text() == ""


def test_l3_what_others_copied_stays(clipboard: QClipboard) -> None:
    private_clipboard.copy(WORDS)
    clipboard.setText("somebody else’s")
    private_clipboard.forget()
    assert clipboard.text() == "somebody else’s"


def test_l3_words_are_forgotten_by_themselves(qtbot: QtBot, clipboard: QClipboard) -> None:
    assert STAYS_MS == 30_000
    private_clipboard._later.setInterval(1)
    try:
        private_clipboard.copy(WORDS)
        qtbot.waitUntil(lambda: clipboard.text() == "")
    finally:
        private_clipboard._later.setInterval(STAYS_MS)


def test_l3_a_number_stays_for_a_minute_and_is_forgotten_by_itself(
    qtbot: QtBot, clipboard: QClipboard
) -> None:
    assert NUMBER_STAYS_MS == 60_000
    private_clipboard._number_later.setInterval(1)
    try:
        private_clipboard.copy_number("01632 960101")
        assert hints_of(clipboard.mimeData()) == set(HINTS)
        assert not private_clipboard._later.isActive()
        qtbot.waitUntil(lambda: clipboard.text() == "")
    finally:
        private_clipboard._number_later.setInterval(NUMBER_STAYS_MS)


def test_l3_words_copied_after_a_number_are_gone_in_their_own_time(clipboard: QClipboard) -> None:
    private_clipboard.copy_number("01632 960101")
    private_clipboard.copy(WORDS)

    assert private_clipboard._later.isActive()
    assert not private_clipboard._number_later.isActive()


def test_l3_the_menu_copies_our_way_too(qtbot: QtBot, clipboard: QClipboard) -> None:
    line = PlainLine(name="line")
    qtbot.addWidget(line)
    line.show()
    line.setText(WORDS)
    line.selectAll()
    menu = line.private_menu()
    next(action for action in menu.actions() if action.objectName() == "edit-copy").trigger()
    menu.deleteLater()
    assert hints_of(clipboard.mimeData()) == set(HINTS)


def test_l3_a_hidden_passphrase_cannot_be_copied(qtbot: QtBot, clipboard: QClipboard) -> None:
    field = PassphraseField()
    qtbot.addWidget(field)
    field.show()
    field.line.setText("made up words")
    field.line.selectAll()
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    QTest.keySequence(field.line, QKeySequence(QKeySequence.StandardKey.Copy))
    assert clipboard.text() == ""
