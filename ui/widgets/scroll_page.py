"""What lies in a scroll area: as high as its texts need at the present width, and no higher."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class ScrollPage(QWidget):
    """A page whose least height is left to its layout's height for the width.

    Qt would ask for the height that the texts need at their narrowest, and scroll over nothing.
    """

    def minimumSizeHint(self) -> QSize:
        """Return the least width; the height follows from the width."""
        layout = self.layout()
        return QSize(0 if layout is None else layout.totalMinimumSize().width(), 0)


def scrolling(page: QWidget, *, sideways: bool = False) -> QScrollArea:
    """Return a scroll area around `page` that shows the ground behind it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    page.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
