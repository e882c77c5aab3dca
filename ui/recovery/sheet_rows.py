"""Four fields for the four rows of a recovery sheet, each with what is not right about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.tokens import Colour
from ui.widgets.icon_mark import IconMark
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from vrn_desktop.presenters.recovery.sheet_words import ROW_NAMES

RIGHT = "This row fits."


class SheetRows(QWidget):
    """`typed` and `left` tell the row from 1; `entered` that Enter was pressed in the last one."""

    typed = Signal(int, str)
    left = Signal(int)
    entered = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.lines: list[PlainLine] = []
        self._fields: list[LabelledField] = []
        self._marks: list[IconMark] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row, row_name in enumerate(ROW_NAMES, start=1):
            line = PlainLine(name=f"{name}-row-{row}")
            line.textEdited.connect(lambda words, row=row: self.typed.emit(row, words))
            line.editingFinished.connect(lambda row=row: self.left.emit(row))
            line.returnPressed.connect(lambda row=row: self._go_down(row))
            mark = IconMark("circle-check", Colour.PRIMARY, size=24)
            keep = mark.sizePolicy()
            keep.setRetainSizeWhenHidden(True)
            mark.setSizePolicy(keep)
            field = LabelledField(row_name, line, name=f"{name}-row-{row}-field")
            beside = QHBoxLayout()
            beside.setSpacing(10)
            beside.addWidget(field, 1)
            beside.addWidget(mark)
            column.addLayout(beside)
            self.lines.append(line)
            self._fields.append(field)
            self._marks.append(mark)

    def show_rows(
        self, rows: tuple[str, ...], problems: tuple[str, ...], right: tuple[bool, ...]
    ) -> None:
        """Draw texts, problems and marks; a line being typed keeps its cursor."""
        for place, line in enumerate(self.lines):
            if line.text() != rows[place]:
                line.setText(rows[place])
            self._fields[place].set_problem(problems[place])
            self._marks[place].setVisible(right[place])
            if right[place]:
                line.setAccessibleDescription(RIGHT)

    def _go_down(self, row: int) -> None:
        if row < len(self.lines):
            self.lines[row].setFocus()
        else:
            self.entered.emit()
