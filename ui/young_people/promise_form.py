"""Promising a check-in: a day, a way they said is safe, and where or when."""

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.presenters.check_in_choices import ONLY_SAFE
from vrn_desktop.presenters.young_person_presenter import YoungPersonPresenter
from vrn_desktop.presenters.young_person_state import PromiseForm


class PromiseCard(Card):
    """The form; open while the presenter holds one."""

    def __init__(self, presenter: YoungPersonPresenter) -> None:
        super().__init__(name="promise-form")
        self._intents = presenter
        self._days = FlowRow()
        self._ways = FlowRow()
        self._day_chips: ChoiceChips | None = None
        self._way_chips: ChoiceChips | None = None
        self._details = PlainLine(name="promise-details")
        self._details.textEdited.connect(presenter.write_details)
        self._problem = Text("", TextRole.ERROR, name="promise-problem")
        for part in (
            Text("When will you check in?", TextRole.SECTION),
            self._days,
            Text("How", TextRole.STRONG),
            Text(ONLY_SAFE, TextRole.META),
            self._ways,
            LabelledField("Where or when", self._details, hint="For example after the club."),
            self._problem,
            FlowRow(
                Button(
                    "Promise it",
                    kind=ButtonKind.PRIMARY,
                    icon="check",
                    name="promise-keep",
                    on_click=presenter.keep_promise,
                ),
                Button("Cancel", name="promise-cancel", on_click=presenter.cancel),
            ),
        ):
            self.add(part)
        self.hide()

    def draw(self, form: PromiseForm | None) -> None:
        """Open, close, or show what was chosen."""
        if form is None:
            self.hide()
            return
        if self.isHidden():
            self._build(form)
            self.show()
        if self._day_chips is not None and self._way_chips is not None:
            chosen = None if form.chosen_day is None else str(form.chosen_day)
            self._day_chips.set_chosen(chosen)
            self._way_chips.set_chosen(form.chosen_way.value)
        self._problem.setText(form.problem)
        self._problem.setVisible(bool(form.problem))

    def _build(self, form: PromiseForm) -> None:
        """The days and the safe ways of today."""
        self._details.clear()
        self._days.clear()
        self._ways.clear()
        self._day_chips = ChoiceChips(
            [(str(days), words) for days, words in form.days], name="promise-day"
        )
        self._day_chips.chosen.connect(lambda code: self._intents.choose_day(int(code)))
        self._way_chips = ChoiceChips(
            [(way.value, words) for way, words in form.ways], name="promise-way"
        )
        self._way_chips.chosen.connect(lambda code: self._intents.choose_way(CheckInWay(code)))
        self._days.add(self._day_chips)
        self._ways.add(self._way_chips)
