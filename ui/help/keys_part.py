"""The list of keys: those that work everywhere, and those of a conversation."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.shortcuts import SHORTCUTS
from ui.widgets.text import Text, TextRole

EVERYWHERE = "On every page"
IN_CONVERSATION = "In a conversation"
OR = " or "
CONVERSATION_KEYS = (
    ("1 to 9", "Choose an answer"),
    ("Ctrl+Enter", "Continue"),
    ("Alt+Left", "Back one page"),
    ("Ctrl+K", "Skip this question"),
    ("Ctrl+Shift+K", "Skip this part"),
    ("Ctrl+J", "Change the subject"),
    ("Ctrl+D", "Side by side, on or off"),
    ("Ctrl+P", "Pause or stop"),
    ("Ctrl+G", "A quiet moment"),
    ("Ctrl+T", "They are telling me something"),
    ("Ctrl+Shift+A", "The safety steps that are still to do"),
    ("Ctrl+Shift+F", "Safety flags (only you see them)"),
)


class KeysPart(QWidget):
    """Keys and what they do, two columns under a heading each."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("help-keys")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(12)
        everywhere = [(OR.join(shortcut.keys), shortcut.words) for shortcut in SHORTCUTS]
        for heading, keys in ((EVERYWHERE, everywhere), (IN_CONVERSATION, CONVERSATION_KEYS)):
            column.addWidget(Text(heading, TextRole.SECTION))
            grid = QGridLayout()
            grid.setHorizontalSpacing(18)
            grid.setVerticalSpacing(8)
            grid.setColumnStretch(0, 2)
            grid.setColumnStretch(1, 3)
            for row, (pressed, words) in enumerate(keys):
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(Text(pressed, TextRole.STRONG), row, 0, top)
                grid.addWidget(Text(words), row, 1, top)
            column.addLayout(grid)
