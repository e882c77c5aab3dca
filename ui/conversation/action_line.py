"""One quiet line with one action: something is not saved yet, or still has to be acted on (TI-06)."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.theme import theme
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole

RADIUS = 12


class ActionLine(QWidget):
    """Takes little room, never flashes, and is read out when it comes up by whoever shows it."""

    def __init__(
        self,
        words: str,
        *,
        icon: str,
        action: str,
        action_icon: str,
        on_action: Callable[[], object],
        name: str,
        colour: Colour = Colour.PRIMARY,
        ground: Colour = Colour.SOFT,
        rounded: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._ground = ground
        self._radius = RADIUS if rounded else 0
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 10, 6)
        row.setSpacing(12)
        row.addWidget(IconMark(icon, colour))
        row.addWidget(Text(words, TextRole.STRONG, name=f"{name}-text"), 1)
        row.addWidget(
            Button(
                action,
                kind=ButtonKind.QUIET,
                icon=action_icon,
                name=f"{name}-action",
                on_click=on_action,
            )
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(self._ground))
            painter.drawRoundedRect(QRectF(self.rect()), self._radius, self._radius)
