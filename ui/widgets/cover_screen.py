"""What stands on the whole screen when someone came in: a plain week planner (TI-02)."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

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
        self._focus_before: QWidget | None = None
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
        self._focus_before = QApplication.focusWidget()
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._forget()
        self.show()
        self.raise_()
        self.setFocus()
        self.repaint()

    def uncover(self) -> None:
        """Give the screen back, and the focus to where it was."""
        self._forget()
        self.hide()
        before, self._focus_before = self._focus_before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

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
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.colour(Colour.PAPER))
            painter.setPen(theme.colour(Colour.INK))
            painter.setFont(theme.font(24, QFont.Weight.Bold))
            head = QRectF(MARGIN, MARGIN, self.width() - 2 * MARGIN, theme.px(34))
            painter.drawText(head, Qt.AlignmentFlag.AlignLeading, NEUTRAL_TITLE)
            top = head.bottom() + 16
            title = theme.px(40)
            width = (self.width() - 2 * MARGIN) / len(DAYS)
            height = max(40.0, (self.height() - top - title - 120) / ROWS)
            painter.setFont(theme.font(14, QFont.Weight.DemiBold))
            for column, day in enumerate(DAYS):
                x = MARGIN + column * width
                self._paint_box(painter, QRectF(x, top, width, title), day, is_title=True)
                for row in range(ROWS):
                    box = QRectF(x, top + title + row * height, width, height)
                    self._paint_box(painter, box, ENTRIES.get((column, row), ""), is_title=False)

    def _paint_box(self, painter: QPainter, box: QRectF, words: str, *, is_title: bool) -> None:
        painter.setPen(QPen(theme.colour(Colour.LINE), 1))
        painter.setBrush(theme.colour(Colour.SUNKEN if is_title else Colour.SURFACE))
        painter.drawRect(box)
        painter.setPen(theme.colour(Colour.INK if is_title else Colour.INK_SOFT))
        painter.drawText(box.adjusted(10, 8, -10, -8), Qt.TextFlag.TextWordWrap, words)

    def _reveal(self) -> None:
        self._strip.show()
        self._passphrase.line.setFocus()

    def _forget(self) -> None:
        self._passphrase.clear()
        self._problem.hide()
        self._strip.hide()

    def _ask(self) -> None:
        self.uncover_requested.emit(self._passphrase.text())
