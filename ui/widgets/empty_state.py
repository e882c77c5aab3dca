"""What a page says while there is nothing on it yet, with the one next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole

WIDEST_TEXT = 560
MOST_OF_THE_ROOM = 1000


class EmptyState(QWidget):
    """Icon, title, a sentence and up to a few buttons, in the middle of the free room."""

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        icon: str,
        name: str = "empty",
        buttons: tuple[Button, ...] = (),
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(IconMark(icon, size=56), 0, middle)
        self._title = Text(title, TextRole.TITLE, centred=True)
        column.addWidget(self._title)
        self._sentence = Text(text, TextRole.LEAD, centred=True)
        self._sentence.setMaximumWidth(WIDEST_TEXT)
        holder = QHBoxLayout()
        holder.addStretch(1)
        holder.addWidget(self._sentence, MOST_OF_THE_ROOM)
        holder.addStretch(1)
        column.addLayout(holder)
        self._sentence.setVisible(bool(text))
        for button in buttons:
            column.addWidget(button, 0, middle)
        column.addStretch(3)

    def set_title(self, title: str, text: str = "") -> None:
        """Say why it is empty, in other words, and what to do."""
        self._title.setText(title)
        if text:
            self._sentence.setText(text)
            self._sentence.show()
