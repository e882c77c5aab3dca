"""Choosing a passphrase: four drawn words first, one's own on request, typed a second time."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase

TITLE = "A passphrase of your own"
OFFERED = "Four words drawn for you"
OFFERED_HINT = (
    "Easy to keep in mind, very hard to guess. Make a small story of them. If you write them down, keep "
    "the paper on you, not with the laptop."
)
ANOTHER = "Draw four others"
RATHER_OWN = "I’d rather choose my own"
RATHER_WORDS = "Use four drawn words instead"
OWN = "Your own passphrase"
OWN_HINT = "At least 12 characters. Leave out names, places and dates that people here would know."
AGAIN = "Type it once more"
AGAIN_WORDS = "Type the four words"
AGAIN_WORDS_HINT = "Small letters, one space between the words."


class PassphrasePart(QWidget):
    """`changed` tells a NewPassphrase; `another` asks for other words; `left` that it was typed."""

    changed = Signal(object)
    another = Signal()
    left = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown = NewPassphrase()
        self._words = Text("", TextRole.TITLE, name=f"{name}-words")
        self._words.setAccessibleName(OFFERED)
        draw_another = Button(
            ANOTHER, kind=ButtonKind.QUIET, icon="refresh-cw", name=f"{name}-another"
        )
        draw_another.clicked.connect(self.another)
        self._offer = Card(
            Text(OFFERED, TextRole.STRONG),
            self._words,
            Text(OFFERED_HINT, TextRole.META),
            FlowRow(draw_another),
            kind=CardKind.SOFT,
        )
        self._typed = PassphraseField(name=f"{name}-own")
        self._own = LabelledField(OWN, self._typed, hint=OWN_HINT, name=f"{name}-own-field")
        self._advice = Text("", name=f"{name}-advice")
        self._again = PassphraseField(name=f"{name}-again")
        self._again_field = LabelledField(AGAIN, self._again, name=f"{name}-again-field")
        self._again_words = PassphraseField(name=f"{name}-again-words")
        self._again_words_field = LabelledField(
            AGAIN_WORDS, self._again_words, hint=AGAIN_WORDS_HINT, name=f"{name}-words-field"
        )
        self._other_way = Button(
            RATHER_OWN, kind=ButtonKind.LINK, name=f"{name}-other-way", on_click=self._turn
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (
            self._offer,
            self._own,
            self._advice,
            self._again_field,
            self._again_words_field,
            FlowRow(self._other_way),
        ):
            column.addWidget(part)
        self._typed.line.textEdited.connect(lambda text: self._tell(typed=text))
        self._again.line.textEdited.connect(lambda text: self._tell(again=text))
        self._again_words.line.textEdited.connect(lambda text: self._tell(again=text))
        self._typed.line.installEventFilter(self)

    def show_passphrase(self, passphrase: NewPassphrase, problem: str = "") -> None:
        """Draw the choice; texts being typed keep their cursor."""
        self._shown = passphrase
        own = passphrase.own
        problem = problem or passphrase.problem
        self._words.setText(passphrase.suggested)
        self._offer.setVisible(not own)
        self._own.setVisible(own)
        self._again_field.setVisible(own)
        self._again_words_field.setVisible(not own)
        self._other_way.setText(RATHER_WORDS if own else RATHER_OWN)
        for field, text in (
            (self._typed, passphrase.typed),
            (self._again, passphrase.again),
            (self._again_words, passphrase.again),
        ):
            if field.text() != text:
                field.line.setText(text)
        self._advice.setText("\n".join(passphrase.advice))
        self._advice.setVisible(own and bool(passphrase.advice) and not problem)
        about_typed = own and bool(problem) and (bool(passphrase.advice) or not passphrase.typed)
        self._own.set_problem(problem if about_typed else "")
        self._again_field.set_problem("" if about_typed else problem)
        self._again_words_field.set_problem(problem)

    def first_field(self) -> QWidget:
        """Where a problem leads to."""
        if not self._shown.own:
            return self._again_words.line
        typed = self._typed.line
        return typed if typed.property("unfinished") else self._again.line

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell that one's own passphrase was typed."""
        if event.type() == QEvent.Type.FocusOut and self._typed.text():
            self.left.emit()
        return False

    def _turn(self) -> None:
        self.changed.emit(NewPassphrase(suggested=self._shown.suggested, own=not self._shown.own))

    def _tell(self, *, typed: str | None = None, again: str | None = None) -> None:
        self._shown = replace(
            self._shown,
            typed=self._shown.typed if typed is None else typed,
            again=self._shown.again if again is None else again,
            advice=self._shown.advice if typed is None else (),
        )
        self.changed.emit(self._shown)
