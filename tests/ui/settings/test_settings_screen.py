"""Settings by mouse and keyboard: each change works at once, and each role finds its further pages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fake_settings import FakeSettingsFile
from ui.settings.appearance import dress
from ui.settings.settings_screen import SettingsScreen
from ui.theme import theme
from vrn_desktop.application.settings import ColourChoice, Settings, Spacing
from vrn_desktop.application.settings_service import NOT_KEPT, SettingsService
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.settings.settings_presenter import SettingsPresenter


class Page:
    """The page in a window, over a settings file in memory."""

    def __init__(self, qtbot: QtBot, *, role: Role | None = None, takes: bool = True) -> None:
        self.file = FakeSettingsFile(takes=takes)
        self.service = SettingsService(self.file)
        self.routes: list[Route] = []
        self.screen = SettingsScreen(
            SettingsPresenter(self.service, go=self.routes.append, role=role)
        )
        qtbot.addWidget(self.screen)
        with qtbot.waitActive(self.screen):
            self.screen.show()
            self.screen.activateWindow()
        self.screen.arrive()

    def button(self, name: str) -> QAbstractButton:
        QApplication.processEvents()
        found = self.screen.findChild(QAbstractButton, name)
        assert isinstance(found, QAbstractButton)
        return found

    def press(self, name: str) -> None:
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("look-size-200", Settings(text_percent=200)),
        ("look-scheme-dark", Settings(scheme=ColourChoice.DARK)),
        ("look-scheme-contrast", Settings(scheme=ColourChoice.CONTRAST)),
        ("look-spacing-wide", Settings(spacing=Spacing.WIDE)),
        ("look-easy-read", Settings(easy_read=True)),
        ("settings-digits", Settings(digit_shortcuts=False)),
        ("settings-go-on", Settings(go_on_after_answer=True)),
        ("settings-lock-2", Settings(auto_lock_minutes=2)),
        ("settings-lock-talking-5", Settings(auto_lock_minutes_in_conversation=5)),
        ("settings-capture", Settings(screen_capture_allowed=True)),
    ],
)
def test_a_click_works_at_once_and_is_kept(qtbot: QtBot, name: str, wanted: Settings) -> None:
    page = Page(qtbot)
    before = page.button(name).isChecked()
    page.press(name)
    assert page.service.settings == wanted
    assert page.file.kept == wanted
    assert page.button(name).isChecked() is not before


def test_ti_38_the_open_page_grows_while_it_is_looked_at(
    qtbot: QtBot, dressed: QApplication
) -> None:
    page = Page(qtbot)
    page.service.when_changed(lambda settings: dress(dressed, settings))
    small = page.button("look-size-100").height()
    page.press("look-size-200")
    assert theme.text_percent == 200
    QApplication.processEvents()
    assert page.button("look-size-100").height() > small


def test_everything_is_reached_and_changed_from_the_keyboard(qtbot: QtBot) -> None:
    page = Page(qtbot)
    reached = []
    for _ in range(40):
        focused = page.screen.focusWidget()
        if focused is not None:
            reached.append(focused.objectName())
            if focused.objectName() == "settings-digits":
                QTest.keyClick(focused, Qt.Key.Key_Space)
        QTest.keyClick(focused or page.screen, Qt.Key.Key_Tab)
        if "settings-capture" in reached:
            break
    assert page.service.settings == Settings(digit_shortcuts=False)
    assert {"look-easy-read", "settings-go-on", "settings-capture"} <= set(reached)


def test_a_disk_that_does_not_take_it_is_told_calmly(qtbot: QtBot) -> None:
    page = Page(qtbot, takes=False)
    notice = page.screen.findChild(QWidget, "settings-notice")
    assert isinstance(notice, QWidget)
    assert not notice.isVisible()
    page.press("look-scheme-dark")
    assert notice.isVisible()
    assert notice.accessibleName() == NOT_KEPT


@pytest.mark.parametrize(
    ("role", "places"),
    [
        (Role.PRACTITIONER, [Place.PEOPLE_ADMIN, Place.SERVICE_SOURCES, Place.BACKUP]),
        (
            Role.SUPERVISOR,
            [Place.PEOPLE_ADMIN, Place.WORKPLACE, Place.SERVICE_SOURCES, Place.BACKUP],
        ),
        (Role.ADMINISTRATOR, [Place.PEOPLE_ADMIN]),
        (None, []),
    ],
)
def test_each_role_opens_its_own_further_pages(
    qtbot: QtBot, role: Role | None, places: list[Place]
) -> None:
    page = Page(qtbot, role=role)
    for place in range(len(places)):
        page.press(f"settings-doors-{place}-action")
    assert [route.place for route in page.routes] == places
    doors = page.screen.findChildren(QAbstractButton)
    assert sum(door.objectName().startswith("settings-doors-") for door in doors) == len(places)
