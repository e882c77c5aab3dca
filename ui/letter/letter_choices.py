"""What may stand in the letter, chosen together: their words, services, the check-in, size and post."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter import TextSize
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.presenters.letter_presenter import LetterPresenter, LetterState, ServiceTick

NO_CHECK_IN = "none"
_SIZES = (
    (TextSize.STANDARD, "Usual"),
    (TextSize.LARGE, "Large print"),
    (TextSize.VERY_LARGE, "Very large"),
)


class LetterChoicesPanel(QWidget):
    """Everything that can be left out, can be left out."""

    def __init__(self, presenter: LetterPresenter) -> None:
        super().__init__()
        self.setObjectName("letter-choices")
        self._intents = presenter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self._words())
        self._services = Card(
            Text("Services in the letter", TextRole.SECTION), name="letter-services"
        )
        self._none = Text(
            "No service was chosen. The letter still thanks them and says who to call.",
            TextRole.META,
            name="letter-no-services",
        )
        self._services.add(self._none)
        self._column.addWidget(self._services)
        self._column.addWidget(self._check_in())
        self._column.addWidget(self._form())
        self._ticks: dict[str, tuple[CheckCard, CheckCard | None]] = {}
        self._built = False

    def draw(self, state: LetterState) -> None:
        """Show what was chosen."""
        if not self._built and not state.loading:
            self._build(state)
        self._approve.setChecked(state.own_words_approved)
        self._approve.setVisible(bool(state.own_words.strip()))
        for tick in state.services:
            included, checked = self._ticks[tick.id]
            included.setChecked(tick.included)
            if checked is not None:
                checked.setChecked(tick.ticked)
                checked.setVisible(tick.included)
        self._days.set_chosen(NO_CHECK_IN if state.check_in_in is None else str(state.check_in_in))
        self._ways.setVisible(state.check_in_in is not None)
        self._ways.set_chosen(state.check_in_way.value)
        self._sizes.set_chosen(state.text_size.value)
        self._post.setVisible(state.may_post)
        self._post.setChecked(state.posted)

    def _words(self) -> Card:
        self._field = OwnWordsField(
            label="In their words",
            hint="Only if they say yes to each word. You can leave it out.",
            name="letter-words",
        )
        self._field.changed.connect(self._intents.write_words)
        self._approve = CheckCard("They said yes to these words", name="letter-words-approved")
        self._approve.clicked.connect(lambda on: self._intents.approve_words(yes=on))
        return Card(self._field, self._approve, name="letter-words-card")

    def _check_in(self) -> Card:
        self._days = ChoiceChips([(NO_CHECK_IN, "Not in this letter")], name="letter-check-in")
        self._days.chosen.connect(self._promise)
        self._ways = ChoiceChips([], name="letter-way")
        self._ways.chosen.connect(lambda code: self._intents.check_in_by(CheckInWay(code)))
        return Card(
            Text("I will check in with you", TextRole.SECTION),
            self._days,
            self._ways,
            name="letter-check-in-card",
        )

    def _form(self) -> Card:
        self._sizes = ChoiceChips(
            [(size.value, words) for size, words in _SIZES], name="letter-size"
        )
        self._sizes.chosen.connect(lambda code: self._intents.choose_size(TextSize(code)))
        self._post = CheckCard(
            "For the post", hint="Uses the safe name and address they gave.", name="letter-post"
        )
        self._post.clicked.connect(lambda on: self._intents.post(on=on))
        return Card(
            Text("Size of the words", TextRole.SECTION),
            self._sizes,
            self._post,
            Button(
                "Ask about safe contact again",
                icon="shield-check",
                name="letter-safe-contact",
                on_click=self._intents.ask_safe_contact,
            ),
            name="letter-form",
        )

    def _build(self, state: LetterState) -> None:
        self._built = True
        self._field.set_words(state.own_words)
        self._none.setVisible(not state.services)
        for tick in state.services:
            self._ticks[tick.id] = self._service(tick)
        for days, words in state.check_in_days:
            self._days.add_choice(str(days), words)
        for way, words, is_safe in state.check_in_ways:
            if is_safe:
                self._ways.add_choice(way.value, words)

    def _service(self, tick: ServiceTick) -> tuple[CheckCard, CheckCard | None]:
        hint = "Sensitive: only if they want it on paper." if tick.sensitive else ""
        included = CheckCard(tick.name, hint=hint, name=f"letter-service-{tick.id}")
        included.clicked.connect(partial(self._include, tick))
        self._services.add(included)
        if not tick.needs_tick:
            return included, None
        checked = CheckCard(
            "I have checked this number today", hint=tick.check, name=f"letter-checked-{tick.id}"
        )
        checked.setAccessibleName(f"I have checked the number of {tick.name} today")
        checked.clicked.connect(partial(self._tick, tick))
        self._services.add(checked)
        return included, checked

    def _include(self, tick: ServiceTick, on: bool) -> None:  # noqa: FBT001  Qt's own signal
        self._intents.include(tick.id, included=on)

    def _tick(self, tick: ServiceTick, on: bool) -> None:  # noqa: FBT001  Qt's own signal
        self._intents.tick(tick.id, ticked=on)

    def _promise(self, code: object) -> None:
        self._intents.promise_check_in(None if code == NO_CHECK_IN else int(str(code)))
