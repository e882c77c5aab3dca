"""Dated additions to a locked record; the original stays (TI-23)."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.level_presenter import LevelPresenter
from vrn_desktop.presenters.level_state import AddendumLine, LevelState

TITLE = "Added later"
HINT = "Only what others need to know to help. It gets today’s date; nothing above changes."


class AddendaCard(Card):
    """What was added, oldest first, and a field to add something."""

    def __init__(self, presenter: LevelPresenter) -> None:
        super().__init__(name="level-addenda")
        self._shown: tuple[AddendumLine, ...] = ()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self._field = OwnWordsField(label="Add to the record", hint=HINT, name="level-addendum")
        self._field.changed.connect(presenter.write_addendum)
        self._problem = Text("", TextRole.ERROR, name="level-addendum-problem")
        self.add(Text(TITLE, TextRole.SECTION))
        self.add(self._lines)
        add = Button(
            "Add it", icon="plus", name="level-add-addendum", on_click=presenter.add_addendum
        )
        for part in (self._field, self._problem, FlowRow(add)):
            self.add(part)
        self.hide()

    def draw(self, state: LevelState) -> None:
        """Show what was added; only a locked record takes additions."""
        self.setVisible(state.complete)
        self._field.set_words(state.addendum)
        self._problem.setText(state.addendum_problem)
        self._problem.setVisible(bool(state.addendum_problem))
        if state.addenda == self._shown:
            return
        self._shown = state.addenda
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in state.addenda:
            self._lines.addWidget(_drawn(line))


def _drawn(line: AddendumLine) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Text(line.day_and_author, TextRole.META))
    column.addWidget(Text(line.text))
    return holder
