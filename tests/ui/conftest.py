"""The program's look, put on once, and put back after a test that changed it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme import theme
from vrn_desktop.application.settings import ColourScheme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Fusion with our fonts, light, 100 %, left to right."""
    if qapp.style().objectName().lower() != "fusion":
        qapp.setStyle("Fusion")
    usual = (ColourScheme.LIGHT, 100, False)
    if not qapp.styleSheet() or (theme.scheme, theme.text_percent, theme.wide_spacing) != usual:
        theme.apply(qapp, scheme=ColourScheme.LIGHT, text_percent=100, wide_spacing=False)
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
