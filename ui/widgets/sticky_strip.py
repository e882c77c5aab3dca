"""Strips over and under a page whose buttons are always at the same place."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind

MARGINS = (28, 12, 20, 12)
SPACING = 12
LOW_WINDOW = 420
LOW_MARGIN = 3


class _Strip(QFrame):
    """A row that shows its lesser buttons as icons where the words do not fit beside each other."""

    line_at_top = True

    def __init__(self, widgets: tuple[QWidget, ...], name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._widgets = widgets
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(*MARGINS)
        self.row.setSpacing(SPACING)
        theme.changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose words or icons for the new width."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line that parts the strip from the page."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            y = 0 if self.line_at_top else self.height() - 1
            painter.fillRect(QRectF(0, y, self.width(), 1), theme.colour(Colour.LINE))

    def _fit(self) -> None:
        y = MARGINS[1] if self.window().height() >= LOW_WINDOW else LOW_MARGIN
        self.row.setContentsMargins(MARGINS[0], y, MARGINS[2], y)
        shown = [widget for widget in self._widgets if not widget.isHidden()]
        room = self.width() - MARGINS[0] - MARGINS[2] - SPACING * (len(shown) + 1)
        need = sum(_wanted_width(widget) for widget in shown)
        for widget in shown:
            if isinstance(widget, Button) and widget.kind is not ButtonKind.PRIMARY:
                full = widget.full_width()
                widget.set_compact(need > room)
                need -= full - (widget.icon_width() if widget.is_compact else full)


class StickyHeader(_Strip):
    """`start` (where we are) and the `buttons` that every page of a conversation has."""

    line_at_top = False

    def __init__(
        self, *, start: QWidget, buttons: tuple[Button, ...], name: str = "stickyHeader"
    ) -> None:
        super().__init__((start, *buttons), name)
        self.row.addWidget(start, 3)
        self.row.addStretch(1)
        for button in buttons:
            self.row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


class StickyFooter(_Strip):
    """`start` and `end` widgets at the two sides, `middle` between."""

    def __init__(
        self,
        *,
        start: tuple[QWidget, ...] = (),
        middle: QWidget | None = None,
        end: tuple[QWidget, ...] = (),
        name: str = "stickyFooter",
    ) -> None:
        super().__init__((*start, *(() if middle is None else (middle,)), *end), name)
        for widget in start:
            self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addStretch(1)
        if middle is not None:
            self.row.addWidget(middle, 0, Qt.AlignmentFlag.AlignVCenter)
            self.row.addStretch(1)
        for widget in end:
            self.row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


def _wanted_width(widget: QWidget) -> int:
    return widget.full_width() if isinstance(widget, Button) else widget.sizeHint().width()
