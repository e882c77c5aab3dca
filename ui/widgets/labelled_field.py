"""A field with its label, hint and, where something is missing, how to put it right."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Colour
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole


class LabelledField(QWidget):
    """Label and hint above `editor`; the editor's accessible name and description follow them."""

    def __init__(self, label: str, editor: QWidget, *, hint: str = "", name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.editor = editor
        self._label = label
        self._hint = hint
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._caption = Text(label, TextRole.STRONG)
        self._caption.setBuddy(editor)
        column.addWidget(self._caption)
        if hint:
            column.addWidget(Text(hint, TextRole.META))
        self._problem = Text("", TextRole.ERROR, name=f"{name}-problem")
        self._problem_row = QWidget()
        row = QHBoxLayout(self._problem_row)
        row.setContentsMargins(0, 2, 0, 2)
        row.addWidget(IconMark("circle-alert", Colour.ERROR, size=20))
        row.addWidget(self._problem, 1)
        column.addWidget(self._problem_row)
        column.addWidget(editor)
        if not editor.objectName():
            editor.setObjectName(f"{name}-editor")
        self.setFocusProxy(editor)
        self.set_problem("")

    def set_label(self, label: str) -> None:
        """Ask for something else."""
        self._label = label
        self._caption.setText(label)

    def set_problem(self, problem: str) -> None:
        """Say how to put the field right; an empty text says it is fine."""
        self._problem.setText(problem)
        self._problem_row.setVisible(bool(problem))
        # What takes the keys is what is read out and framed: the line inside a passphrase field.
        typed_into = self.editor.focusProxy() or self.editor
        typed_into.setAccessibleName(self._label)
        typed_into.setAccessibleDescription(". ".join(filter(None, (problem, self._hint))))
        if typed_into.property("unfinished") != bool(problem):
            typed_into.setProperty("unfinished", bool(problem))
            typed_into.style().unpolish(typed_into)
            typed_into.style().polish(typed_into)
