"""The program's look, put on once, and put back after a test that changed it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui.theme import theme
from ui.tokens import Scheme


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The application in Fusion with our fonts, light, 100 %, left to right."""
    if qapp.style().objectName().lower() != "fusion":
        qapp.setStyle("Fusion")
    if not qapp.styleSheet() or (theme.scheme, theme.text_percent) != (Scheme.LIGHT, 100):
        theme.apply(qapp, scheme=Scheme.LIGHT, text_percent=100)
    yield qapp
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
