"""Where a passphrase is typed: hidden unless asked, pasting allowed, Caps Lock pointed out."""

import sys

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole

SHOW = "Show passphrase"
HIDE = "Hide passphrase"
CAPS_HINT = "Caps Lock seems to be on."


class PassphraseField(QWidget):
    """A line for a passphrase; `entered` tells that Enter was pressed. The text is never kept."""

    entered = Signal()

    def __init__(self, *, name: str = "passphrase", accessible_name: str = "Passphrase") -> None:
        super().__init__()
        self.setObjectName(name)
        self.line = PlainLine(name=f"{name}-line")
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.returnPressed.connect(self.entered)
        self.line.installEventFilter(self)
        self._eye = Button(SHOW, icon="eye", name=f"{name}-eye", on_click=self._toggle)
        self._eye.set_compact(True)
        self._caps = Text(CAPS_HINT, TextRole.META, name=f"{name}-caps")
        self._caps.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self._eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._caps)
        self.setFocusProxy(self.line)
        self.setAccessibleName(accessible_name)
        self.line.setAccessibleName(accessible_name)

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed and hide it again."""
        self.line.clear()
        self._show(visible=False)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """Notice a capital letter typed without Shift: Qt does not tell about Caps Lock itself."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text()
            if letter.isalpha() and sys.platform != "darwin":
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(letter.isupper() != shifted)
        return False

    def _toggle(self) -> None:
        self._show(visible=self.line.echoMode() == QLineEdit.EchoMode.Password)

    def _show(self, *, visible: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if visible else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self._eye.setText(HIDE if visible else SHOW)
        self._eye.set_icon("eye-off" if visible else "eye")
