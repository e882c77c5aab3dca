"""Parts of the page of a kept letter: how it went, and taking it back."""

from ui.letter.letter_giving import NOT_SAFE, TOLD_BACK
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.flow_row import FlowRow
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import ReadingCheck, RecallReason
from vrn_desktop.presenters.kept_letter_presenter import (
    RECALLS,
    KeptLetterPresenter,
    KeptLetterState,
)
from vrn_desktop.presenters.letter_words import CHANNELS, CHECKS

HOW = "How did it go out?"
RECALL = "Take it back"
RECALL_LEAD = "For example when something in it is wrong. It can then never be printed again."


class GivenCard(Card):
    """Only ways that were said to be safe; nothing is chosen beforehand."""

    def __init__(self, presenter: KeptLetterPresenter) -> None:
        super().__init__(Text(HOW, TextRole.SECTION), name="kept-letter-giving")
        self._channels = ChoiceChips([], name="kept-letter-channel")
        self._channels.setAccessibleName(HOW)
        self._channels.chosen.connect(lambda code: presenter.choose_channel(LetterChannel(code)))
        self._checks = ChoiceChips(
            [(check.value, words) for check, words in CHECKS.items()], name="kept-letter-reading"
        )
        self._checks.setAccessibleName(TOLD_BACK)
        self._checks.chosen.connect(lambda code: presenter.choose_check(ReadingCheck(code)))
        note = Button(
            "Note it", icon="check", name="kept-letter-note", on_click=presenter.note_given
        )
        for part in (
            self._channels,
            Text(NOT_SAFE, TextRole.META),
            Text(TOLD_BACK, TextRole.STRONG),
            self._checks,
            FlowRow(note),
        ):
            self.add(part)
        self._offered: set[LetterChannel] = set()

    def draw(self, state: KeptLetterState) -> None:
        """Offer the safe ways."""
        for channel in state.channels:
            if channel not in self._offered:
                self._channels.add_choice(channel.value, CHANNELS[channel])
                self._offered.add(channel)
        self._channels.set_chosen(state.channel.value if state.channel else None)
        self._checks.set_chosen(state.reading_check.value if state.reading_check else None)
        self.setVisible(state.may_go_out)


class RecallCard(Card):
    """A reason first, then the button; what to do follows on the page."""

    def __init__(self, presenter: KeptLetterPresenter) -> None:
        super().__init__(
            Text(RECALL, TextRole.SECTION),
            Text(RECALL_LEAD, TextRole.META),
            kind=CardKind.SUNKEN,
            name="kept-letter-recall-card",
        )
        self._reasons = ChoiceChips(
            [(reason.value, words) for reason, words in RECALLS.items()],
            name="kept-letter-recall-reason",
        )
        self._reasons.setAccessibleName("Why it is taken back")
        self._reasons.chosen.connect(lambda code: presenter.choose_recall(RecallReason(code)))
        take_back = Button(
            "Take it back",
            kind=ButtonKind.SECONDARY,
            icon="undo-2",
            name="kept-letter-recall",
            on_click=presenter.recall,
        )
        self.add(self._reasons)
        self.add(FlowRow(take_back))

    def draw(self, state: KeptLetterState) -> None:
        """Show the reason chosen."""
        self._reasons.set_chosen(state.recall_reason.value if state.recall_reason else None)
        self.setVisible(not (state.loading or state.recalled))
