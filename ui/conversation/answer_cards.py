"""The answers to a question as cards that are kept and only change their words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGroupBox, QVBoxLayout

from ui.widgets.choice_card import ChoiceCard
from vrn_desktop.presenters.conversation.answer_symbol import symbol_of
from vrn_desktop.presenters.conversation.conversation_state import OptionView

DIGIT_KEYS = 9
USUAL_ANSWERS = 6


class AnswerCards(QGroupBox):
    """Exactly one answer of several, silence among them with the same size and place (TI-19).

    `chosen` tells the code when somebody chose. Arrow keys only move the focus: an answer is given by a
    click, Space or its digit, never on the way to another one.
    """

    chosen = Signal(object)

    def __init__(
        self, *, name: str = "answers", digit_keys: bool = True, symbols: bool = False
    ) -> None:
        super().__init__()
        self._digits = DIGIT_KEYS if digit_keys else 0
        self._symbols = symbols
        self.setObjectName(name)
        self.setFlat(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._cards: list[ChoiceCard] = []
        self._options: tuple[OptionView, ...] = ()
        self._big = False
        for _ in range(USUAL_ANSWERS):  # now, so that Tab comes to them before what is built later
            self._add_card()

    def show_options(
        self, options: Sequence[OptionView], *, question: str, big: bool = False
    ) -> None:
        """Show these answers; cards change only where their words or their mark do."""
        self.setAccessibleName(question)
        while len(self._cards) < len(options):
            self._add_card()
        for place, option in enumerate(options):
            before = self._options[place] if place < len(self._options) else None
            self._show(place, option, before, big=big)
        for card in self._cards[len(options) :]:
            card.hide()
        self._options, self._big = tuple(options), big

    @property
    def cards(self) -> tuple[ChoiceCard, ...]:
        """The cards in use, in their order."""
        return tuple(self._cards[: len(self._options)])

    def card(self, code: str) -> ChoiceCard:
        """Return the card of one answer."""
        return next(
            card
            for card, option in zip(self.cards, self._options, strict=True)
            if option.code == code
        )

    def _show(
        self, place: int, option: OptionView, before: OptionView | None, *, big: bool
    ) -> None:
        card = self._cards[place]
        if before is None or before.text != option.text or big != self._big:
            digit = place + 1
            key = str(digit) if digit <= self._digits and not big else ""
            symbol = symbol_of(option) if self._symbols else ""
            card.show_choice(option.text, key=key, big=big, symbol=symbol)
        card.setObjectName(f"{self.objectName()}-{option.code}")
        if card.isChecked() != option.chosen:
            card.setChecked(option.chosen)
        if card.isHidden():
            card.show()

    def _add_card(self) -> None:
        place = len(self._cards)
        card = ChoiceCard("")
        card.setAutoExclusive(False)
        card.clicked.connect(lambda: self._choose(place))
        if place < self._digits:
            shortcut = QShortcut(QKeySequence(str(place + 1)), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda: self._choose_visible(place))
        self._cards.append(card)
        self._column.addWidget(card)
        card.hide()

    def _choose_visible(self, place: int) -> None:
        if place < len(self._options):
            self._choose(place)

    def _choose(self, place: int) -> None:
        self._cards[place].setChecked(True)
        self.chosen.emit(self._options[place].code)
