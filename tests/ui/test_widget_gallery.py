"""No text is cut and every control is named and large enough, in every look at a small size."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clipping import clipped_texts, poor_controls
from tests.ui.widget_gallery import GALLERY, gallery_window
from ui.theme import theme
from ui.widgets.card import Card
from ui.widgets.text import Text
from vrn_desktop.application.settings import ColourScheme

SMALL_LAPTOP = (1024, 600)
SIDES = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
LOOKS = list(product(ColourScheme, (100, 200), SIDES))


@pytest.mark.parametrize("name", GALLERY)
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
    window = gallery_window(name)
    qtbot.addWidget(window)
    window.resize(*SMALL_LAPTOP)
    window.show()
    assert clipped_texts(window) == []
    assert poor_controls(window) == []


@pytest.mark.parametrize("name", GALLERY)
@pytest.mark.parametrize("size", [(1366, 768), (820, 620), (546, 307)])
def test_nothing_is_cut_at_other_sizes(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    window = gallery_window(name)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    assert (window.width(), window.height()) == size
    assert clipped_texts(window) == []


@pytest.mark.parametrize("name", GALLERY)
def test_ti_38_nothing_is_cut_when_letters_stand_apart(
    qtbot: QtBot, dressed: QApplication, name: str
) -> None:
    theme.apply(dressed, text_percent=150, wide_spacing=True)
    window = gallery_window(name)
    qtbot.addWidget(window)
    window.resize(*SMALL_LAPTOP)
    window.show()
    assert clipped_texts(window) == []


@pytest.mark.parametrize("name", GALLERY)
def test_an_open_window_follows_text_size_and_scheme(
    qtbot: QtBot, dressed: QApplication, name: str
) -> None:
    open_window = gallery_window(name)
    qtbot.addWidget(open_window)
    open_window.resize(*SMALL_LAPTOP)
    open_window.show()
    theme.apply(dressed, scheme=ColourScheme.DARK, text_percent=175)
    new_window = gallery_window(name)
    qtbot.addWidget(new_window)
    new_window.resize(*SMALL_LAPTOP)
    new_window.show()
    assert clipped_texts(open_window) == []
    assert sizes(open_window) == sizes(new_window)


def sizes(window: QWidget) -> list[tuple[str, int, int]]:
    """The size of every named widget."""
    return sorted(
        (widget.objectName(), widget.width(), widget.height())
        for widget in window.findChildren(QWidget)
        if widget.objectName() and widget.isVisible() and not widget.objectName().startswith("qt_")
    )


def test_a_cut_text_is_found(qtbot: QtBot) -> None:
    card = Card(Text("A sentence that needs more room than it is given here"))
    qtbot.addWidget(card)
    card.setFixedSize(120, 60)
    card.show()
    assert len(clipped_texts(card)) == 1
