"""When a service is there: day and night, or from and to for each day of the week."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.theme import theme
from ui.widgets.button import Button
from ui.widgets.choice_card import CheckCard
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.directory.entry_form import DayHours, EntryForm, with_day
from vrn_desktop.presenters.wording import WEEKDAYS

ALWAYS = "Open day and night, every day"
HINT = "Times as 09:00 and 17:30. Leave a day empty if it is closed then, or if you do not know."
PAST_MIDNIGHT = "Past midnight"
NOTE, NOTE_HINT = "Anything else about the hours", "For example: in term time only."


class EntryHours(QWidget):
    """Tells `changed` the whole form whenever a time changed."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._form = EntryForm()
        self._always = CheckCard(ALWAYS, name="entry-always")
        self._always.clicked.connect(lambda on: self._tell(replace(self._form, day_and_night=on)))
        self._days = QWidget()
        self._lines: list[tuple[PlainLine, PlainLine, Button]] = []
        grid = QGridLayout(self._days)
        grid.setContentsMargins(0, 0, 0, 0)
        for number, day in enumerate(WEEKDAYS):
            self._add_day(grid, number, day)
        grid.setColumnStretch(5, 1)
        self._note = PlainLine(name="entry-hours-note")
        self._note.textEdited.connect(lambda text: self._tell(replace(self._form, hours_note=text)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._always)
        column.addWidget(self._days)
        column.addWidget(
            LabelledField(NOTE, self._note, hint=NOTE_HINT, name="entry-hours-note-field")
        )
        self.setFocusProxy(self._lines[0][0])

    def draw(self, form: EntryForm) -> None:
        """Show the hours of the form."""
        self._form = form
        self._always.setChecked(form.day_and_night)
        self._days.setVisible(not form.day_and_night)
        for (opens, closes, late), day in zip(self._lines, form.week, strict=True):
            for line, text in ((opens, day.opens), (closes, day.closes)):
                if line.text() != text:
                    line.setText(text)
            late.setChecked(day.past_midnight)
        if self._note.text() != form.hours_note:
            self._note.setText(form.hours_note)

    def _add_day(self, grid: QGridLayout, number: int, day: str) -> None:
        opens, closes = (PlainLine(name=f"entry-{part}-{number}") for part in ("opens", "closes"))
        late = Button(PAST_MIDNIGHT, name=f"entry-late-{number}")
        late.setCheckable(True)
        late.setAccessibleName(f"{day}: {PAST_MIDNIGHT.lower()}")
        for line, words in ((opens, "from"), (closes, "to")):
            line.setAccessibleName(f"{day}, {words}")
            line.setMaximumWidth(theme.px(110))
        grid.addWidget(Text(day, TextRole.STRONG, wrap=False), number, 0)
        grid.addWidget(opens, number, 1)
        grid.addWidget(Text("to", TextRole.META, wrap=False), number, 2)
        grid.addWidget(closes, number, 3)
        grid.addWidget(late, number, 4)
        opens.textEdited.connect(lambda text: self._tell_day(number, opens=text))
        closes.textEdited.connect(lambda text: self._tell_day(number, closes=text))
        late.clicked.connect(lambda on: self._tell_day(number, past_midnight=on))
        self._lines.append((opens, closes, late))

    def _tell_day(
        self,
        number: int,
        *,
        opens: str | None = None,
        closes: str | None = None,
        past_midnight: bool | None = None,
    ) -> None:
        before = self._form.week[number]
        day = DayHours(
            opens=before.opens if opens is None else opens,
            closes=before.closes if closes is None else closes,
            past_midnight=before.past_midnight if past_midnight is None else past_midnight,
        )
        self._tell(with_day(self._form, number, day))

    def _tell(self, form: EntryForm) -> None:
        self._form = form
        self.changed.emit(form)
