"""The pinned Qt binding loses no reference: 6.12.0 does and ends the program (decisions.md 1)."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


class Sender(QObject):
    sent = Signal(object)


def test_calls_that_return_nothing_keep_none_alive() -> None:
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(500):
        thing.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100


def test_two_hundred_thousand_texts_are_survived(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(200_000):
        label.setText("a" if number % 2 else "b")
    assert abs(sys.getrefcount(None) - before) < 100


def test_twenty_thousand_signals_are_survived() -> None:
    sender = Sender()
    heard: list[int] = []
    sender.sent.connect(heard.append)
    before = sys.getrefcount(None)
    for number in range(20_000):
        sender.sent.emit(number)
    assert len(heard) == 20_000
    assert abs(sys.getrefcount(None) - before) < 100
