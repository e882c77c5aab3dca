"""A few sentences in the order in which to do them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.widgets.text import Text, TextRole


class NumberedPoints(QWidget):
    """Number and sentence beside each other; a mark instead of numbers where the order is free."""

    def __init__(self, points: Sequence[str], *, mark: str = "", name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, point in enumerate(points):
            number = Text(mark or f"{row + 1}.", TextRole.STRONG, wrap=False)
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(point), row, 1)
