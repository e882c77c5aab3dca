"""Coming back from the cover: the worker's passphrase, nothing lost, and a lock after half a minute (TI-02)."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.fake_files import InventedFile
from tests.fake_vault import PASSPHRASE, FakeUnlockedVault
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM, Invented
from tests.workplace_details import Details
from ui.main_window import MainWindow
from ui.session import Session
from ui.workplace.workplace_screen import WorkplaceScreen
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.settings import Settings
from vrn_desktop.presenters.get_help_state import GetHelpState
from vrn_desktop.presenters.lock_presenter import LOCKING_SOON
from vrn_desktop.presenters.navigation_presenter import Place, Route

TYPED = "01632 960123"


class SignedIn:
    """A window with a form in it, and the session that watches over it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.seconds = 1000.0
        self.locked = 0
        invented = Invented(person=PRIYA)
        self.window = MainWindow(
            lambda _route: WorkplaceScreen(Details().presenter), GetHelpState()
        )
        self.session = Session(
            self.window,
            OpenFile(vault=FakeUnlockedVault(PRIYA, (PRIYA, SAM)), records=invented.store),
            invented.services(),
            InventedFile().service,
            runner=ImmediateTaskRunner(),
            wall=lambda: self.seconds,
            monotonic=lambda: self.seconds,
            lock=self._lock,
        )
        self.window.resize(1024, 600)
        self.window.show_route(Route(place=Place.WORKPLACE))
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        self.session.begin(Settings())

    def line(self, name: str) -> QLineEdit:
        QApplication.processEvents()
        line = self.window.findChild(QLineEdit, name)
        assert isinstance(line, QLineEdit)
        return line

    def type_passphrase(self, passphrase: str) -> None:
        QTest.keyClick(self.window.cover_screen, Qt.Key.Key_A)
        line = self.line("cover-passphrase-line")
        line.clear()
        QTest.keyClicks(line, passphrase)
        QTest.keyClick(line, Qt.Key.Key_Return)

    def covered(self) -> bool:
        return self.window.cover_screen.isVisible()

    def wait(self, seconds: int) -> None:
        """Let time go by, second for second as the watch looks at it."""
        for _ in range(seconds):
            self.seconds += 1
            if self.session._watch.running:
                self.session._watch.tick()

    def _lock(self) -> None:
        self.locked += 1


@pytest.fixture
def signed_in(qtbot: QtBot) -> Iterator[SignedIn]:
    signed_in = SignedIn(qtbot)
    qtbot.addWidget(signed_in.window)
    yield signed_in
    signed_in.session.end()


def test_ti_02_the_passphrase_gives_everything_back_as_it_was(signed_in: SignedIn) -> None:
    QTest.keyClicks(signed_in.line("lead-lead_other_number"), TYPED)
    before = signed_in.line("lead-lead_other_number").text()
    QTest.keyClick(signed_in.window, Qt.Key.Key_F12)
    assert signed_in.covered()
    signed_in.type_passphrase(PASSPHRASE)
    assert not signed_in.covered()
    assert signed_in.line("lead-lead_other_number").text() == before
    assert TYPED in before


def test_ti_02_another_passphrase_gives_nothing_back(signed_in: SignedIn) -> None:
    QTest.keyClick(signed_in.window, Qt.Key.Key_F12)
    signed_in.type_passphrase("something else")
    assert signed_in.covered()
    assert not signed_in.window.stage.isVisible()


def test_ti_02_half_a_minute_under_the_cover_locks(signed_in: SignedIn) -> None:
    QTest.keyClick(signed_in.window, Qt.Key.Key_F12)
    signed_in.wait(29)
    assert signed_in.locked == 0
    signed_in.wait(2)
    assert signed_in.locked == 1


def test_locking_is_announced_half_a_minute_before_and_any_key_stays(signed_in: SignedIn) -> None:
    signed_in.wait(4 * 60 + 31)
    assert signed_in.session._locking.state.warning == LOCKING_SOON
    QTest.keyClick(signed_in.window.windowHandle(), Qt.Key.Key_Shift)
    assert signed_in.session._locking.state.warning == ""
    signed_in.wait(60)
    assert signed_in.locked == 0
