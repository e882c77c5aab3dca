"""What may stand in the letter, chosen together: their words, services, the check-in, size and post."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.letter.letter_language import LetterLanguageCard
from ui.letter.service_ticks import ServiceTicks
from ui.widgets.button import Button
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter import TextSize
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.presenters.check_in_choices import ONLY_SAFE
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.letter_state import LetterState

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
        self._services = ServiceTicks(presenter)
        self._language = LetterLanguageCard(presenter)
        self._built = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for card in (
            self._words(),
            self._services,
            self._check_in(),
            self._language,
            self._form(),
            self._contact_card(),
        ):
            column.addWidget(card)

    def draw(self, state: LetterState) -> None:
        """Show what was chosen."""
        if not self._built and not state.loading:
            self._build(state)
        self._approve.setChecked(state.own_words_approved)
        self._approve.setVisible(bool(state.own_words.strip()))
        self._services.draw(state)
        self._days.set_chosen(NO_CHECK_IN if state.check_in_in is None else str(state.check_in_in))
        self._ways_part.setVisible(state.check_in_in is not None)
        self._ways.set_chosen(state.check_in_way.value)
        self._language.draw(state)
        self._sizes.set_chosen(state.text_size.value)
        self._easy.setVisible(state.may_be_easy_read)
        self._easy.setChecked(state.easy_read)
        self._post.setVisible(state.may_post)
        self._post.setChecked(state.posted)
        self._slip.setChecked(state.reply_slip)
        self._slip.setVisible(bool(state.services) and state.language == "en")
        self._contact.setText("\n".join(state.safe_contact))

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
        self._days.setAccessibleName("I will check in with you")
        self._days.chosen.connect(self._promise)
        self._ways = ChoiceChips([], name="letter-way")
        self._ways.setAccessibleName("How")
        self._ways.chosen.connect(lambda code: self._intents.check_in_by(CheckInWay(code)))
        self._ways_part = Card(
            Text("How", TextRole.STRONG), Text(ONLY_SAFE, TextRole.META), self._ways, spacing=8
        )
        self._ways_part.setProperty("card", "none")
        self._ways_part.body.setContentsMargins(0, 0, 0, 0)
        return Card(
            Text("I will check in with you", TextRole.SECTION),
            self._days,
            self._ways_part,
            name="letter-check-in-card",
        )

    def _form(self) -> Card:
        self._sizes = ChoiceChips(
            [(size.value, words) for size, words in _SIZES], name="letter-size"
        )
        self._sizes.setAccessibleName("Size of the words")
        self._sizes.chosen.connect(lambda code: self._intents.choose_size(TextSize(code)))
        self._easy = CheckCard(
            "Easy read", hint="One idea a line, with pictures.", name="letter-easy-read"
        )
        self._easy.clicked.connect(lambda on: self._intents.choose_easy_read(on=on))
        self._post = CheckCard(
            "For the post", hint="Uses the safe name and address they gave.", name="letter-post"
        )
        self._post.clicked.connect(lambda on: self._intents.post(on=on))
        self._slip = CheckCard(
            "A reply slip at the end",
            hint="If they go, they can hand it over. No name is on it.",
            name="letter-slip",
        )
        self._slip.clicked.connect(lambda on: self._intents.add_slip(on=on))
        return Card(
            Text("Size of the words", TextRole.SECTION),
            self._sizes,
            self._easy,
            self._post,
            self._slip,
            name="letter-form",
        )

    def _contact_card(self) -> Card:
        self._contact = Text("", name="letter-contact")
        return Card(
            Text("Being in touch", TextRole.SECTION),
            self._contact,
            FlowRow(
                Button(
                    "Ask about safe contact",
                    icon="shield-check",
                    name="letter-safe-contact",
                    on_click=self._intents.ask_safe_contact,
                )
            ),
            kind=CardKind.SOFT,
            name="letter-contact-card",
        )

    def _build(self, state: LetterState) -> None:
        self._built = True
        self._field.set_words(state.own_words)
        for days, words in state.check_in_days:
            self._days.add_choice(str(days), words)
        for way, words in state.check_in_ways:
            self._ways.add_choice(way.value, words)

    def _promise(self, code: object) -> None:
        self._intents.promise_check_in(None if code == NO_CHECK_IN else int(str(code)))
