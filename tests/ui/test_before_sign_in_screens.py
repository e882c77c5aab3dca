"""Every screen before and around unlocking has room for its words, in every look."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.before_sign_in_screens import SCREENS
from tests.ui.clipping import clipped_texts, poor_controls
from ui.screen import AnyScreen
from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme

SMALLEST = (1024, 550)
"""A window of 1024 x 600 less the bar with the numbers."""


@dataclass(frozen=True)
class Look:
    text_percent: int = 100
    scheme: ColourScheme = ColourScheme.LIGHT
    right_to_left: bool = False
    wide_spacing: bool = False


LOOKS = {
    "usual": Look(),
    "twice-the-size": Look(text_percent=200),
    "dark-and-wide": Look(scheme=ColourScheme.DARK, wide_spacing=True),
    "right-to-left-contrast": Look(scheme=ColourScheme.CONTRAST, right_to_left=True),
}


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Callable[[str, Look], QWidget]]:
    windows: list[tuple[QWidget, AnyScreen]] = []

    def show(name: str, look: Look) -> QWidget:
        qapp.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if look.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        theme.apply(
            qapp,
            scheme=look.scheme,
            text_percent=look.text_percent,
            wide_spacing=look.wide_spacing,
        )
        window = QWidget()
        layout = QVBoxLayout(window)
        layout.setContentsMargins(0, 0, 0, 0)
        screen = SCREENS[name]()
        layout.addWidget(screen)
        window.resize(*SMALLEST)
        window.show()
        screen.arrive()
        qapp.processEvents()
        windows.append((window, screen))
        return window

    yield show
    for window, screen in windows:
        screen.leave()
        window.hide()
        window.deleteLater()
    theme.apply(qapp, scheme=ColourScheme.LIGHT, text_percent=100, wide_spacing=False)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_off_and_every_control_can_be_hit(
    name: str, look: str, shown: Callable[[str, Look], QWidget]
) -> None:
    window = shown(name, LOOKS[look])
    assert clipped_texts(window) == []
    assert poor_controls(window) == []
    page = window.findChild(QWidget, "page")
    assert page is not None
    assert page.width() <= SMALLEST[0], "the page has to be moved sideways"
