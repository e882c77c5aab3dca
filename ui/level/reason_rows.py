"""Reasons under each other: a sentence, and under it each answer it rests on with its own way back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.icon_mark import IconMark
from ui.widgets.text import Text, TextRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line under a reason; `verb` and `on_click` lead to its question, `about` says which for the ear."""

    words: str
    verb: str = ""
    about: str = ""
    on_click: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A reason with its lines; `small` is the rule's id for whoever looks it up."""

    text: str
    icon: str
    colour: Colour
    lines: tuple[Line, ...] = ()
    small: str = ""


class ReasonRows(QWidget):
    """Draws rows; `show_rows` replaces them."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Draw `rows` in place of what was there."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, row in enumerate(rows):
            self._column.addWidget(self._row(row, f"{self.objectName()}-{place}"))

    def _row(self, row: Row, name: str) -> QWidget:
        holder = QWidget()
        holder.setObjectName(name)
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        beside.addWidget(IconMark(row.icon, row.colour), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(row.text, TextRole.STRONG))
        for place, line in enumerate(row.lines):
            words.addWidget(_line(line, f"{name}-{place}"))
        if row.small:
            words.addWidget(Text(row.small, TextRole.META))
        beside.addLayout(words, 1)
        return holder


def _line(line: Line, name: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    row.addWidget(Text(line.words, TextRole.META), 1)
    if line.verb:
        link = Button(
            line.verb, kind=ButtonKind.LINK, name=f"{name}-action", on_click=line.on_click
        )
        link.setAccessibleName(f"{line.verb}: {line.about or line.words}")
        row.addWidget(link, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder
