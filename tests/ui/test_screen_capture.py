"""The window asks Windows to stay out of captures, and asks nobody elsewhere (L7)."""

import ctypes
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSysInfo
from pytestqt.qtbot import QtBot

from tests.ui.widget_gallery import gallery_window
from ui.screen_capture import exclude_from_capture


def test_l7_windows_is_asked_at_each_show(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def affinity(_window: int, value: int) -> int:
        asked.append(value)
        return 1

    user32 = SimpleNamespace(SetWindowDisplayAffinity=affinity)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(QSysInfo, "productType", lambda: "windows")
    window = gallery_window("empty")
    qtbot.addWidget(window)
    for _ in range(2):
        window.show()
        window.hide()
    assert asked == [0x11, 0x11]
    assert exclude_from_capture(window, excluded=False)
    assert asked[-1] == 0


def test_l7_elsewhere_nothing_is_promised(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSysInfo, "productType", lambda: "debian")
    window = gallery_window("empty")
    qtbot.addWidget(window)
    assert not exclude_from_capture(window)
