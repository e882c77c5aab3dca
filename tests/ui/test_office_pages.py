"""Safety steps, help and backups: nothing is cut and every control is good, in every look."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.office_pages import PAGES
from tests.ui.clipping import clipped_texts, poor_controls
from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme

SMALL_LAPTOP = (1024, 600)
SIDES = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
LOOKS = [
    *product((ColourScheme.LIGHT,), (100, 200), SIDES),
    (ColourScheme.DARK, 200, SIDES[0]),
    (ColourScheme.CONTRAST, 100, SIDES[0]),
]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_and_every_control_is_good(
    qtbot: QtBot,
    dressed: QApplication,
    name: str,
    look: tuple[ColourScheme, int, Qt.LayoutDirection],
) -> None:
    scheme, percent, side = look
    dressed.setLayoutDirection(side)
    theme.apply(dressed, scheme=scheme, text_percent=percent)
    screen = PAGES[name]()
    qtbot.addWidget(screen)
    screen.resize(*SMALL_LAPTOP)
    screen.show()
    assert clipped_texts(screen) == []
    assert poor_controls(screen) == []


@pytest.mark.parametrize("name", PAGES)
def test_ti_38_nothing_is_cut_with_wide_letters_in_a_narrow_window(
    qtbot: QtBot, dressed: QApplication, name: str
) -> None:
    screen = PAGES[name]()
    qtbot.addWidget(screen)
    screen.resize(620, 560)
    screen.show()
    theme.apply(dressed, text_percent=125, wide_spacing=True)
    assert clipped_texts(screen) == []
