"""One question: big, with its answers as cards, and nothing on it that has to be filled."""

from PySide6.QtWidgets import QWidget

from ui.conversation.answer_cards import AnswerCards
from ui.conversation.shared_before_card import SharedBeforeCard
from ui.conversation.typed_words import TypedWords
from ui.conversation.window_page import WindowPage
from ui.widgets.button import Button, ButtonKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.message_banner import MessageBanner
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text
from vrn_desktop.domain.identifiers import AnswerCode, ItemId
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, QuestionView

ADD_WORDS = "Add their own words"
ADD_MY_WORDS = "Add my own words"
NOT_ASKED = "Not asked"
NOT_ASKED_NAME = "Not asked, or not right to ask now"
TAKE_BACK = "Take this answer back"
WHY = "Why we ask"
WORDS_LABEL = "In their own words"
WORDS_HINT = "Only what others need to know to help. Their words, not yours."
MY_WORDS_LABEL = "In my own words"
MY_WORDS_HINT = "As much or as little as you like. You don’t have to."
REMINDER_TITLE = "Say this first"


class QuestionPage(WindowPage):
    """Is kept for the whole conversation: the next question only changes its words."""

    def __init__(
        self, presenter: ConversationPresenter, *, digit_keys: bool, goes_on: bool, symbols: bool
    ) -> None:
        super().__init__(name="question", title=" ")
        self._presenter = presenter
        self._goes_on = goes_on
        self._item: ItemId | None = None
        self._shared = False
        self._words_open = False
        self._reminder = MessageBanner(REMINDER_TITLE, icon="message-circle", name="reminder")
        self.column.insertWidget(0, self._reminder)
        self.before = SharedBeforeCard(presenter)
        self.answers = AnswerCards(digit_keys=digit_keys, symbols=symbols)
        self.answers.chosen.connect(self._choose)
        self.add(self.before)
        self.add(self.answers)
        self._why = Text("", name="question-why")
        self._why_button = Button(
            WHY, kind=ButtonKind.QUIET, icon="info", name="question-whyButton"
        )
        self._why_button.setCheckable(True)
        self._why_button.toggled.connect(self._why.setVisible)
        self._add_words = Button(
            ADD_WORDS,
            kind=ButtonKind.QUIET,
            icon="pen-line",
            name="question-addWords",
            on_click=self._open_words,
        )
        self._not_asked = Button(
            NOT_ASKED,
            kind=ButtonKind.QUIET,
            icon="minus",
            name="question-notAsked",
            on_click=self._mark_not_asked,
        )
        self._not_asked.setCheckable(True)
        self._take_back = Button(
            TAKE_BACK,
            kind=ButtonKind.QUIET,
            icon="undo-2",
            name="question-takeBack",
            on_click=presenter.take_back,
        )
        policy = self._take_back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._take_back.setSizePolicy(policy)
        self.add(
            FlowRow(self._add_words, self._not_asked, self._why_button, self._take_back, spacing=8)
        )
        self.add(self._why)
        self.words = OwnWordsField(label=WORDS_LABEL, hint=WORDS_HINT)
        self.add(self.words)
        self.typed = TypedWords(self.words, self._keep_words)

    def show_state(self, state: ConversationState) -> None:
        """Show the question of `state`."""
        view = state.question
        if view is None:
            return
        if view.item != self._item:
            self._start(view)
        self._shared = state.side_by_side
        self._draw_question(view)
        self._draw_extras(view)

    def go_on(self) -> None:
        """Go to the next page."""
        self._presenter.go_on()

    def flush(self) -> None:
        """Keep what was typed."""
        self.typed.flush()

    def first_focus(self) -> QWidget | None:
        """Return the chosen answer or the first one."""
        cards = self.answers.cards
        if self.before.isVisibleTo(self):
            return self.before.first_focus()
        return next((card for card in cards if card.isChecked()), cards[0] if cards else None)

    def _start(self, view: QuestionView) -> None:
        self.flush()
        self._item = view.item
        self._words_open = bool(view.own_words)
        self._why_button.setChecked(False)
        self._why.setText(view.why)
        self.words.set_words(view.own_words)

    def _draw_question(self, view: QuestionView) -> None:
        _set_text(self.heading, view.question)
        _set_text(self.lead, view.hint)
        self.lead.setVisible(bool(view.hint))
        if view.reminder:
            self._reminder.set_message(REMINDER_TITLE, view.reminder)
        self._reminder.setVisible(bool(view.reminder))
        was_shared_before = view.shared_before is not None
        self.before.setVisible(was_shared_before)
        self.answers.setVisible(not was_shared_before)
        if was_shared_before:
            self.before.draw(view)
        self.answers.show_options(view.options, question=view.question, big=self._shared)

    def _draw_extras(self, view: QuestionView) -> None:
        asked = view.shared_before is None
        words_shown = self._words_open and view.may_add_words and asked
        if self._shared:
            self.words.say(MY_WORDS_LABEL, MY_WORDS_HINT)
        else:
            self.words.say(WORDS_LABEL, WORDS_HINT)
        self.words.setVisible(words_shown)
        self._add_words.setVisible(view.may_add_words and asked and not words_shown)
        label = ADD_MY_WORDS if self._shared else ADD_WORDS
        if self._add_words.text() != label:
            self._add_words.setText(label)
        self._not_asked.setVisible(not self._shared)
        self._not_asked.setAccessibleName(NOT_ASKED_NAME)
        self._not_asked.setChecked(view.not_asked_chosen)
        self._take_back.setVisible(view.is_answered)
        self._why_button.setVisible(self._shared)
        self._why.setVisible(self._shared and self._why_button.isChecked())

    def _choose(self, code: object) -> None:
        self._presenter.answer(AnswerCode(str(code)))
        if self._goes_on:
            self.flush()
            self._presenter.go_on()

    def _mark_not_asked(self) -> None:
        self._not_asked.setChecked(True)
        self._presenter.mark_not_asked()

    def _open_words(self) -> None:
        self._words_open = True
        self._add_words.hide()
        self.words.show()
        self.words.area.setFocus()

    def _keep_words(self, words: str) -> None:
        if self._item is not None:
            self._presenter.write_words(self._item, words)


def _set_text(text: Text, words: str) -> None:
    if text.text() != words:
        text.setText(words)
