"""Short fields for free words, which no keyboard, spell checker or clipboard history may learn."""

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from ui.fonts import load_fonts_for
from ui.private_clipboard import forget_selection, private_clipboard
from ui.theme import theme
from ui.widgets.text import Text, TextRole

SENSITIVE = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
LONGEST = 500
_CUT = "edit-cut"
_TAKING = frozenset({_CUT, "edit-copy"})


class PlainLine(QLineEdit):
    """One line of words about a person; keyboards are asked not to learn it (security.md L16)."""

    def __init__(self, *, name: str, placeholder: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setInputMethodHints(SENSITIVE)
        self.textChanged.connect(load_fonts_for)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut without leaving a trace in clipboard histories."""
        cut = event.matches(QKeySequence.StandardKey.Cut)
        if cut or event.matches(QKeySequence.StandardKey.Copy):
            self._take(cut=cut)
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was only selected out of the middle mouse button."""
        super().mouseReleaseEvent(event)
        forget_selection()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the usual menu, with our own way to copy and cut."""
        menu = self.private_menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def private_menu(self) -> QMenu:
        """Return the usual menu, whose copy and cut leave no trace."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in _TAKING:
                action.triggered.disconnect()
                cut = action.objectName() == _CUT
                action.triggered.connect(lambda _=False, cut=cut: self._take(cut=cut))
        return menu

    def _take(self, *, cut: bool) -> None:
        if self.hasSelectedText() and self.echoMode() == QLineEdit.EchoMode.Normal:
            private_clipboard.copy(self.selectedText())
            if cut and not self.isReadOnly():
                self.insert("")


class PlainArea(QPlainTextEdit):
    """A few lines of words; Tab leaves the field and `left` tells that the words are complete."""

    left = Signal()

    def __init__(
        self, *, name: str, placeholder: str = "", lines: int = 3, longest: int = LONGEST
    ) -> None:
        super().__init__()
        self._longest = longest
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setInputMethodHints(SENSITIVE)
        self.setTabChangesFocus(True)
        self._lines = lines
        self._fit()
        theme.changed.connect(self._fit)
        self.textChanged.connect(self._changed)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the words are complete."""
        super().focusOutEvent(event)
        self.left.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy, cut and drag without leaving a trace in clipboard histories."""
        return private_clipboard.words_to_copy(self.textCursor().selection().toPlainText())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep what was only selected out of the middle mouse button."""
        super().mouseReleaseEvent(event)
        forget_selection()

    def _fit(self) -> None:
        self.setFixedHeight(theme.px(22) * self._lines + 24)

    def _changed(self) -> None:
        words = self.toPlainText()
        load_fonts_for(words)
        if len(words) > self._longest:
            cursor = self.textCursor()
            self.setPlainText(words[: self._longest])
            cursor.setPosition(self._longest)
            self.setTextCursor(cursor)


class OwnWordsField(QWidget):
    """The young person's own words, kept as they said them; `changed` tells the words as typed."""

    changed = Signal(str)

    def __init__(
        self,
        *,
        label: str = "In their own words",
        hint: str = "Write it the way they said it. A sentence is enough.",
        words: str = "",
        name: str = "ownWords",
        lines: int = 3,
        longest: int = LONGEST,
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.area = PlainArea(name=f"{name}-area", lines=lines, longest=longest)
        self.area.setAccessibleName(label)
        self.area.setAccessibleDescription(hint)
        self.area.setPlainText(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label, self._hint = Text(label, TextRole.STRONG), Text(hint, TextRole.META)
        column.addWidget(self._label)
        column.addWidget(self._hint)
        self._hint.setVisible(bool(hint))
        column.addWidget(self.area)
        self.setFocusProxy(self.area)
        self.area.textChanged.connect(self._tell)

    def say(self, label: str, hint: str) -> None:
        """Ask in other words, for example of the young person themselves."""
        if label == self._label.text():
            return
        self._label.setText(label)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.area.setAccessibleName(label)
        self.area.setAccessibleDescription(hint)

    def words(self) -> str:
        """Return the words as typed."""
        return self.area.toPlainText()

    def set_words(self, words: str) -> None:
        """Show `words`; does not tell `changed` and does not move the cursor of someone typing."""
        if words != self.words():
            self.area.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            self.area.setPlainText(words)
            self.area.blockSignals(False)  # noqa: FBT003 - Qt's own signature

    def _tell(self) -> None:
        self.changed.emit(self.words())


class OwnWords(QWidget):
    """The young person's words, shown as a quotation."""

    def __init__(self, words: str, *, name: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(f"“{words}”", TextRole.QUOTE, name=name))
