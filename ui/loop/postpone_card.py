"""Choosing another day for something due: a few days ahead, or a day that is typed."""

from ui.widgets.button import Button
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.loop.typed_day import DAY_HINT
from vrn_desktop.presenters.loop.worklist_presenter import WorklistPresenter
from vrn_desktop.presenters.loop.worklist_state import PostponeForm


class PostponeCard(Card):
    """Open while the presenter holds a form."""

    def __init__(self, presenter: WorklistPresenter) -> None:
        super().__init__(kind=CardKind.SOFT, name="postpone")
        self._intents = presenter
        self._title = Text("", TextRole.SECTION, name="postpone-title")
        self._days = FlowRow()
        self._typed = PlainLine(name="postpone-typed")
        self._typed.returnPressed.connect(self._move)
        self._field = LabelledField("Or a day", self._typed, hint=DAY_HINT, name="postpone-field")
        for part in (
            self._title,
            self._days,
            self._field,
            FlowRow(
                Button("Move it", icon="check", name="postpone-move", on_click=self._move),
                Button("Leave it", name="postpone-leave", on_click=presenter.stop_postponing),
            ),
        ):
            self.add(part)
        self.hide()

    def draw(self, form: PostponeForm | None) -> None:
        """Open, close, or say what is wrong with a typed day."""
        if form is None:
            self.hide()
            return
        if self.isHidden() or self._title.text() != _title(form):
            self._title.setText(_title(form))
            self._typed.clear()
            self._days.clear()
            chips = ChoiceChips([(str(n), words) for n, words in form.days], name="postpone-day")
            chips.chosen.connect(lambda code: self._intents.postpone_by(int(code)))
            self._days.add(chips)
            self.show()
            self._typed.setFocus()
        self._field.set_problem(form.problem)

    def _move(self) -> None:
        self._intents.postpone_to(self._typed.text())


def _title(form: PostponeForm) -> str:
    return f"Another day for: {form.row.text}"
