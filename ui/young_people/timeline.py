"""A story over time: a line down the page with a mark for each thing that happened, newest first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.icons import paint_icon
from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.story_lines import StoryLine

MARK = 34
ICON = 18
GAP = 16


class _Mark(QWidget):
    """The mark of one thing, with the line that leads on to the next."""

    def __init__(self, icon: str, *, last: bool) -> None:
        super().__init__()
        self._icon = icon
        self._last = last
        self.setFixedWidth(theme.px(MARK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line, the round ground and the icon."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            side = float(theme.px(MARK))
            middle = side / 2
            if not self._last:
                painter.setPen(QPen(theme.colour(Colour.LINE), 2))
                painter.drawLine(round(middle), round(side), round(middle), self.height())
            painter.setPen(QPen(theme.colour(Colour.PRIMARY), 1.5))
            painter.setBrush(theme.colour(Colour.SOFT))
            painter.drawEllipse(QRectF(1, 1, side - 2, side - 2))
            icon = float(theme.px(ICON))
            box = QRectF(middle - icon / 2, middle - icon / 2, icon, icon)
            paint_icon(painter, self._icon, box, theme.colour(Colour.PRIMARY))


class Timeline(QWidget):
    """Draws the lines of a story; each may be opened."""

    def __init__(self, *, name: str, on_open: Callable[[StoryLine], object]) -> None:
        super().__init__()
        self.setObjectName(name)
        self._on_open = on_open
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_lines(self, lines: Sequence[StoryLine]) -> None:
        """Draw `lines` in place of what was there."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, line in enumerate(lines):
            self._column.addWidget(self._row(line, place, last=place == len(lines) - 1))

    def _row(self, line: StoryLine, place: int, *, last: bool) -> QWidget:
        holder = QWidget()
        holder.setObjectName(f"{self.objectName()}-{place}")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(_Mark(line.icon, last=last))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.setContentsMargins(0, 4, 0, 18)
        words.addWidget(Text(line.when, TextRole.META))
        words.addWidget(Text(line.text, TextRole.STRONG))
        if line.meaning:
            words.addWidget(Text(line.meaning, TextRole.META))
        row.addLayout(words, 1)
        if line.verb:
            button = Button(
                line.verb,
                name=f"{holder.objectName()}-action",
                on_click=lambda: self._on_open(line),
            )
            button.setAccessibleName(f"{line.verb}: {line.text}, {line.when}")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder
