"""How the letter reached them: only ways that were said to be safe; the record of giving."""

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import ReadingCheck
from vrn_desktop.presenters.letter_presenter import LetterPresenter
from vrn_desktop.presenters.letter_state import LetterStage, LetterState
from vrn_desktop.presenters.letter_words import CHANNELS, CHECKS

HOW = "How did it reach them?"
TOLD_BACK = "Did they tell you in their own words what it says?"
NOT_SAFE = "Ways that were not said to be safe are not offered."
WAS_GIVEN = "How it reached them"


class LetterGivingPanel(Card):
    """Asked once the letter is kept; nothing is chosen beforehand."""

    def __init__(self, presenter: LetterPresenter) -> None:
        super().__init__(name="letter-giving")
        self._title = Text(HOW, TextRole.SECTION)
        self._given = Text("", name="letter-given-words")
        self._channels = ChoiceChips([], name="letter-channel")
        self._channels.setAccessibleName(HOW)
        self._channels.chosen.connect(lambda code: presenter.choose_channel(LetterChannel(code)))
        self._checks = ChoiceChips(
            [(check.value, words) for check, words in CHECKS.items()], name="letter-reading"
        )
        self._checks.setAccessibleName(TOLD_BACK)
        self._checks.chosen.connect(lambda code: presenter.choose_check(ReadingCheck(code)))
        note = Button(
            "Note it",
            kind=ButtonKind.PRIMARY,
            icon="check",
            name="letter-note",
            on_click=presenter.note_given,
        )
        self._asked = (
            self._channels,
            Text(NOT_SAFE, TextRole.META),
            Text(TOLD_BACK, TextRole.STRONG),
            self._checks,
            FlowRow(note),
        )
        for part in (self._title, self._given, *self._asked):
            self.add(part)
        self._offered: tuple[LetterChannel, ...] = ()

    def draw(self, state: LetterState) -> None:
        """Offer the safe ways, or say how it was given."""
        for channel in state.channels:
            if channel not in self._offered:
                self._channels.add_choice(channel.value, CHANNELS[channel])
        self._offered = state.channels
        given = state.stage is LetterStage.GIVEN
        self._title.setText(WAS_GIVEN if given else HOW)
        self._given.setText(state.given_words)
        self._given.setVisible(given)
        for part in self._asked:
            part.setVisible(not given)
        self._channels.set_chosen(state.channel.value if state.channel else None)
        self._checks.set_chosen(state.reading_check.value if state.reading_check else None)
