"""Fields: what is typed stays private, what is missing is said, and focus leads there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.error_summary import ErrorSummary
from ui.widgets.labelled_field import LabelledField
from ui.widgets.loading_state import LoadingState
from ui.widgets.own_words_field import LONGEST, OwnWordsField, PlainLine
from ui.widgets.passphrase_field import HIDE, SHOW, PassphraseField
from ui.widgets.saved_tick import SavedState, SavedTick
from ui.widgets.text import Text

PRIVATE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


@pytest.fixture
def field(qtbot: QtBot) -> PassphraseField:
    field = PassphraseField()
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    return field


def test_l16_no_keyboard_learns_what_is_typed(qtbot: QtBot) -> None:
    words, line, passphrase = OwnWordsField(), PlainLine(name="line"), PassphraseField()
    for widget in (words, line, passphrase):
        qtbot.addWidget(widget)
    for hints in (
        words.area.inputMethodHints(),
        line.inputMethodHints(),
        passphrase.line.inputMethodHints(),
    ):
        assert hints & PRIVATE == PRIVATE


def test_a_passphrase_is_hidden_until_asked_and_hidden_again(field: PassphraseField) -> None:
    eye = field.findChild(QWidget, "passphrase-eye")
    assert isinstance(eye, QWidget)
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.accessibleName() == HIDE
    field.clear()
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert eye.accessibleName() == SHOW


def test_a_passphrase_may_be_pasted(field: PassphraseField) -> None:
    QApplication.clipboard().setText("made up words")
    field.line.paste()
    assert field.text() == "made up words"
    QApplication.clipboard().clear()


def test_caps_lock_is_pointed_out(field: PassphraseField) -> None:
    caps = field.findChild(QLabel, "passphrase-caps")
    assert isinstance(caps, QLabel)
    QTest.keyClicks(field.line, "A")
    assert caps.isVisible()
    QTest.keyClicks(field.line, "a")
    assert not caps.isVisible()
    QTest.keyClicks(field.line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not caps.isVisible()


def test_own_words_are_told_as_typed_and_cut_at_their_longest(qtbot: QtBot) -> None:
    field = OwnWordsField()
    qtbot.addWidget(field)
    told: list[str] = []
    field.changed.connect(told.append)
    QTest.keyClicks(field.area, "All fine")
    assert told[-1] == "All fine"
    field.area.setPlainText("x" * (LONGEST + 50))
    assert len(field.words()) == LONGEST
    before = len(told)
    field.set_words("shown, not told")
    assert len(told) == before


def test_people_s_words_are_never_read_as_rich_text(qtbot: QtBot) -> None:
    text = Text("<b>J.T.</b>")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_what_is_missing_is_said_and_the_link_leads_there(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    summary = ErrorSummary()
    line = PlainLine(name="date")
    field = LabelledField("Date", line, hint="For example 22 11 2026", name="dateField")
    for widget in (summary, field):
        column.addWidget(widget)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    assert not summary.isVisible()
    field.set_problem("Write the date as day, month, year")
    summary.show_problems([("Write the date as day, month, year", field)])
    link = QApplication.focusWidget()
    assert isinstance(link, QWidget)
    assert link.objectName() == "errorSummary-0"
    QTest.keyClick(link, Qt.Key.Key_Space)
    assert line.hasFocus()
    assert line.accessibleName() == "Date"
    assert line.accessibleDescription().startswith("Write the date as day, month, year")
    field.set_problem("")
    summary.show_problems([])
    assert not summary.isVisible()
    assert line.accessibleDescription() == "For example 22 11 2026"


def test_opening_is_said_only_after_a_moment(qtbot: QtBot) -> None:
    loading = LoadingState()
    qtbot.addWidget(loading)
    loading.show()
    words = loading.findChild(QLabel)
    assert isinstance(words, QLabel)
    loading.start()
    assert not words.isVisible()
    qtbot.waitUntil(words.isVisible)
    loading.stop()
    assert not words.isVisible()


def test_not_saved_yet_is_said_in_words(qtbot: QtBot) -> None:
    tick = SavedTick()
    qtbot.addWidget(tick)
    tick.set_state(SavedState.TRYING_AGAIN)
    assert "Don’t close" in tick.accessibleName()
