"""After a break: the good things again, what has changed, and whether this place is private."""

from PySide6.QtWidgets import QWidget

from ui.conversation.window_page import WindowPage
from ui.widgets.card import Card
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.own_words_field import OwnWords, OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.conversation_presenter import ConversationPresenter
from vrn_desktop.presenters.conversation.conversation_state import ConversationState, ResumeView

TITLE = "Has anything changed?"
LEAD = "Good to see you again. We go on where you left off. You don’t have to say anything twice."
GOOD_THINGS = "You told us about good things"
NOTHING_YET = "We haven’t talked about the good things yet. We can start there."
WORDS_LABEL = "What is different now, in their own words"
WORDS_HINT = "Leave it empty if nothing has changed."
PRIVATE_QUESTION = "Is this place private today?"
PRIVATE, NOT_PRIVATE = "private", "not_private"
MISSING = "Say whether this place is private today"


class ResumePage(WindowPage):
    """Never shows again what was said about harm (TI-21)."""

    def __init__(self, presenter: ConversationPresenter) -> None:
        super().__init__(name="resume", title=TITLE, lead=LEAD)
        self._presenter = presenter
        self._summary = ErrorSummary(name="resume-summary")
        self.column.insertWidget(0, self._summary)
        self.add(Text(PRIVATE_QUESTION, TextRole.SECTION))
        self.private = ChoiceGroup(
            (
                Choice(code=PRIVATE, text="Yes, only the people we want can see or hear us"),
                Choice(code=NOT_PRIVATE, text="Not private: leave out what needs privacy"),
            ),
            question=PRIVATE_QUESTION,
            name="resume-private",
        )
        self.add(self.private)
        self._strengths = Card(name="resume-strengths")
        self._drawn = False
        self.add(self._strengths)
        self.words = OwnWordsField(label=WORDS_LABEL, hint=WORDS_HINT, name="resume-words")
        self.add(self.words)

    def show_state(self, state: ConversationState) -> None:
        """Show the good things once."""
        if state.resume is not None and not self._drawn:
            self._drawn = True
            self._fill(state.resume)

    def go_on(self) -> None:
        """Carry on, or say what is missing."""
        chosen = self.private.chosen_code
        if chosen is None:
            self._summary.show_problems([(MISSING, self.private.card(PRIVATE))])
            return
        self._summary.show_problems([])
        self._presenter.carry_on(private=chosen == PRIVATE, words=self.words.words())

    def first_focus(self) -> QWidget | None:
        """Return the first thing to say."""
        return self.private.card(PRIVATE)

    def _fill(self, resume: ResumeView) -> None:
        if not resume.strengths:
            self._strengths.add(Text(NOTHING_YET, name="resume-nothing"))
            return
        self._strengths.add(Text(GOOD_THINGS, TextRole.SECTION))
        for strength in resume.strengths:
            self._strengths.add(Text(f"{strength.label}: {strength.answer}"))
            if strength.own_words:
                self._strengths.add(OwnWords(strength.own_words))
