"""Up to three telephone numbers, each with what it is for."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import PlainLine
from vrn_desktop.presenters.directory.entry_form import NUMBERS, EntryForm, with_number


class EntryNumbers(QWidget):
    """Tells `changed` the whole form whenever a number changed."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._form = EntryForm()
        self._lines: list[tuple[PlainLine, PlainLine]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for place in range(NUMBERS):
            number = PlainLine(name=f"entry-number-{place}", placeholder="Number")
            about = PlainLine(name=f"entry-number-about-{place}", placeholder="What it is for")
            number.setAccessibleName(f"Number {place + 1}")
            about.setAccessibleName(f"What number {place + 1} is for")
            number.setMinimumWidth(theme.px(200))
            about.setMinimumWidth(theme.px(260))
            number.textEdited.connect(lambda text, n=place: self._tell(n, "number", text))
            about.textEdited.connect(lambda text, n=place: self._tell(n, "about", text))
            self._lines.append((number, about))
            column.addWidget(FlowRow(number, about))
        self.setFocusProxy(self._lines[0][0])

    def draw(self, form: EntryForm) -> None:
        """Show the numbers of the form."""
        self._form = form
        for (number, about), typed in zip(self._lines, form.numbers, strict=True):
            for line, text in ((number, typed.number), (about, typed.about)):
                if line.text() != text:
                    line.setText(text)

    def _tell(self, place: int, part: str, text: str) -> None:
        typed = replace(self._form.numbers[place], **{part: text})
        self._form = with_number(self._form, place, typed)
        self.changed.emit(self._form)
