"""What stands on the whole screen when someone came in: a plain week planner (TI-02)."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text, TextRole

NEUTRAL_TITLE = "Week planner"
NEUTRAL_ICON = "calendar"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
ENTRIES = {
    (0, 0): "Team meeting",
    (0, 2): "Order paper",
    (1, 1): "Room booking",
    (2, 0): "Timesheets",
    (2, 3): "Tidy store room",
    (3, 1): "Training",
    (4, 2): "Newsletter",
}
ROWS = 5
MARGIN = 40


class CoverScreen(QWidget):
    """Painted at once, with nothing behind it for eyes or screen readers.

    Any key or click brings up the passphrase; `uncover_requested` carries it, and the asker
    answers with `uncover` or with `show_problem`.
    """

    uncover_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cover")
        self.setAccessibleName(NEUTRAL_TITLE)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._passphrase = PassphraseField(name="cover-passphrase", accessible_name="Password")
        self._passphrase.entered.connect(self._ask)
        self._problem = Text("", TextRole.META, name="cover-problem")
        go = Button("Continue", kind=ButtonKind.PRIMARY, name="cover-continue", on_click=self._ask)
        self._strip = QWidget()
        row = QHBoxLayout()
        row.addWidget(self._passphrase, 1)
        row.addWidget(go)
        strip = QVBoxLayout(self._strip)
        strip.addLayout(row)
        strip.addWidget(self._problem)
        self._strip.setMaximumWidth(520)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, 24)
        column.addStretch(1)
        column.addWidget(self._strip)
        self._strip.hide()
        self.hide()

    def cover(self) -> None:
        """Stand over the whole parent, painted before this returns."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._forget()
        self.show()
        self.raise_()
        self.setFocus()
        self.repaint()

    def uncover(self) -> None:
        """Give the screen back."""
        self._forget()
        self.hide()

    def show_problem(self, words: str) -> None:
        """Say that the passphrase did not match."""
        self._passphrase.clear()
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
        self._passphrase.line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring up the passphrase at any key."""
        self._reveal()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring up the passphrase at a click; nothing behind hears of it."""
        self._reveal()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the planner."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(Colour.PAPER))
        painter.setPen(theme.colour(Colour.INK))
        painter.setFont(theme.font(24, QFont.Weight.Bold))
        head = QRectF(MARGIN, MARGIN, self.width() - 2 * MARGIN, theme.px(34))
        painter.drawText(head, Qt.AlignmentFlag.AlignLeading, NEUTRAL_TITLE)
        top = head.bottom() + 16
        width = (self.width() - 2 * MARGIN) / len(DAYS)
        height = max(40.0, (self.height() - top - 150) / (ROWS + 1))
        painter.setFont(theme.font(14, QFont.Weight.DemiBold))
        for column, day in enumerate(DAYS):
            for row in range(ROWS + 1):
                x = MARGIN + column * width
                self._paint_box(painter, QRectF(x, top + row * height, width, height), row)
                words = day if row == 0 else ENTRIES.get((column, row - 1), "")
                inner = QRectF(x + 10, top + row * height + 8, width - 20, height - 16)
                painter.setPen(theme.colour(Colour.INK if row == 0 else Colour.INK_SOFT))
                painter.drawText(inner, Qt.TextFlag.TextWordWrap, words)
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF, row: int) -> None:
        painter.setPen(QPen(theme.colour(Colour.LINE), 1))
        painter.setBrush(theme.colour(Colour.SUNKEN if row == 0 else Colour.SURFACE))
        painter.drawRect(box)

    def _reveal(self) -> None:
        self._strip.show()
        self._passphrase.line.setFocus()

    def _forget(self) -> None:
        self._passphrase.clear()
        self._problem.hide()
        self._strip.hide()

    def _ask(self) -> None:
        self.uncover_requested.emit(self._passphrase.text())
