"""A quiet word while something takes longer than a moment; it never covers a control."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.announcement import announce
from ui.widgets.text import Text, TextRole

PATIENCE_MS = 300


class LoadingState(QWidget):
    """Empty for 300 ms after `start`, then says its words until `stop`."""

    def __init__(self, words: str = "Opening…", *, name: str = "loading") -> None:
        super().__init__()
        self.setObjectName(name)
        self._text = Text(words, TextRole.LEAD, centred=True)
        column = QVBoxLayout(self)
        column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignCenter)
        self._text.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._say)

    def start(self, words: str | None = None) -> None:
        """Begin to wait."""
        if words is not None:
            self._text.setText(words)
        self.show()
        self._patience.start()

    def stop(self) -> None:
        """What was waited for is there."""
        self._patience.stop()
        self._text.hide()
        self.hide()

    def _say(self) -> None:
        self._text.show()
        announce(self, self._text.text())
