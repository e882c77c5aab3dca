"""Groups of choices for one question: exactly one, or any number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGroupBox, QVBoxLayout

from ui.widgets.choice_card import CheckCard, ChoiceCard

DIGIT_KEYS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that may be chosen; `code` is what the presenter hears."""

    code: str
    text: str
    hint: str = ""


class _Choices(QGroupBox):
    """The cards of one question under its name; nothing is chosen beforehand."""

    def __init__(
        self, choices: Sequence[Choice], cards: Sequence[QAbstractButton], *, question: str
    ) -> None:
        super().__init__()
        self.setAccessibleName(question)
        self.setFlat(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._cards = dict(zip((choice.code for choice in choices), cards, strict=True))
        for card in cards:
            column.addWidget(card)

    def card(self, code: str) -> QAbstractButton:
        """Return the card of one choice."""
        return self._cards[code]

    def bind_digits(self) -> None:
        """Let the keys 1 to 9 press the cards; fields that take text swallow digits first."""
        for digit, card in enumerate(list(self._cards.values())[:DIGIT_KEYS], start=1):
            shortcut = QShortcut(QKeySequence(str(digit)), self)
            shortcut.activated.connect(card.click)


class ChoiceGroup(_Choices):
    """Exactly one of several; `chosen` tells the code, only when the user chose."""

    chosen = Signal(object)

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        question: str,
        chosen: str | None = None,
        big: bool = False,
        digit_keys: bool = False,
        name: str = "choices",
    ) -> None:
        cards = [
            ChoiceCard(
                choice.text,
                hint=choice.hint,
                key=_key(place, digit_keys=digit_keys and not big),
                big=big,
                name=f"{name}-{choice.code}",
            )
            for place, choice in enumerate(choices, start=1)
        ]
        super().__init__(choices, cards, question=question)
        self.setObjectName(name)
        self._group = QButtonGroup(self)
        for card in cards:
            self._group.addButton(card)
        self.set_chosen(chosen)
        self._group.buttonClicked.connect(self._tell)
        if digit_keys:
            self.bind_digits()

    @property
    def chosen_code(self) -> str | None:
        """The code of the chosen card, if one is."""
        card = self._group.checkedButton()
        return next((code for code, known in self._cards.items() if known is card), None)

    def set_chosen(self, code: str | None) -> None:
        """Show `code` as chosen, or nothing; does not tell `chosen`."""
        if code is not None:
            self._cards[code].setChecked(True)
        else:
            self._group.setExclusive(False)
            for card in self._cards.values():
                card.setChecked(False)
            self._group.setExclusive(True)

    def _tell(self, card: QAbstractButton) -> None:
        self.chosen.emit(next(code for code, known in self._cards.items() if known is card))


class MultiChoice(_Choices):
    """Any number of several; `changed` tells the codes as a frozenset, when the user chose.

    A code in `alone` ("None of these", "I'd rather not say") clears the others and is cleared by
    them.
    """

    changed = Signal(object)

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        question: str,
        chosen: Iterable[str] = (),
        alone: Iterable[str] = (),
        big: bool = False,
        digit_keys: bool = False,
        name: str = "choices",
    ) -> None:
        cards = [
            CheckCard(
                choice.text,
                hint=choice.hint,
                key=_key(place, digit_keys=digit_keys and not big),
                big=big,
                name=f"{name}-{choice.code}",
            )
            for place, choice in enumerate(choices, start=1)
        ]
        super().__init__(choices, cards, question=question)
        self.setObjectName(name)
        self._alone = frozenset(alone)
        self.set_chosen(chosen)
        for code, card in self._cards.items():
            card.clicked.connect(lambda _checked, code=code: self._tell(code))
        if digit_keys:
            self.bind_digits()

    @property
    def chosen_codes(self) -> frozenset[str]:
        """The codes of the ticked cards."""
        return frozenset(code for code, card in self._cards.items() if card.isChecked())

    def set_chosen(self, codes: Iterable[str]) -> None:
        """Show `codes` as ticked; does not tell `changed`."""
        wanted = frozenset(codes)
        for code, card in self._cards.items():
            card.setChecked(code in wanted)

    def _tell(self, code: str) -> None:
        if code in self.chosen_codes:
            if code in self._alone:
                self.set_chosen({code})
            else:
                self.set_chosen(self.chosen_codes - self._alone)
        self.changed.emit(self.chosen_codes)


def _key(place: int, *, digit_keys: bool) -> str:
    return str(place) if digit_keys and place <= DIGIT_KEYS else ""
