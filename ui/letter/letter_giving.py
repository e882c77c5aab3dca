"""How the letter reached them: only ways that were said to be safe; the record of giving."""

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.letter_channel import LetterChannel
from vrn_desktop.domain.letter_record import ReadingCheck
from vrn_desktop.presenters.letter_presenter import LetterPresenter, LetterStage, LetterState

CHANNELS = {
    LetterChannel.HAND: "They took it with them",
    LetterChannel.POST: "It goes by post",
    LetterChannel.KEPT: "I keep it for them",
    LetterChannel.READ_ALOUD: "I read it aloud",
    LetterChannel.DECLINED: "They did not want it",
}
CHECKS = {
    ReadingCheck.TOLD_BACK: "They told me what it says",
    ReadingCheck.NOT_YET: "Not yet",
    ReadingCheck.NOT_WANTED: "They did not want to",
}
NOT_SAFE = "Ways that were not said to be safe are not offered."


class LetterGivingPanel(Card):
    """Asked once the letter is kept; nothing is chosen beforehand."""

    def __init__(self, presenter: LetterPresenter) -> None:
        super().__init__(name="letter-giving")
        self._intents = presenter
        self._channel: LetterChannel | None = None
        self._check = ReadingCheck.NOT_YET
        self.add(Text("How did it reach them?", TextRole.SECTION))
        self._channels = ChoiceChips([], name="letter-channel")
        self._channels.chosen.connect(self._choose_channel)
        self.add(self._channels)
        self.add(Text(NOT_SAFE, TextRole.META))
        self.add(Text("Did they tell you in their own words what it says?", TextRole.STRONG))
        self._checks = ChoiceChips(
            [(check.value, words) for check, words in CHECKS.items()], name="letter-reading"
        )
        self._checks.chosen.connect(self._choose_check)
        self._checks.set_chosen(self._check.value)
        self.add(self._checks)
        self._note = Button(
            "Note it", kind=ButtonKind.PRIMARY, name="letter-given", on_click=self._given
        )
        self.add(self._note)
        self._built = False

    def draw(self, state: LetterState) -> None:
        """Offer the safe ways."""
        if not self._built and state.channels:
            self._built = True
            for channel, is_safe in state.channels:
                if is_safe:
                    self._channels.add_choice(channel.value, CHANNELS[channel])
        self._note.setVisible(state.stage is LetterStage.KEPT)

    def _choose_channel(self, code: object) -> None:
        self._channel = LetterChannel(str(code))

    def _choose_check(self, code: object) -> None:
        self._check = ReadingCheck(str(code))

    def _given(self) -> None:
        if self._channel is not None:
            self._intents.given(self._channel, self._check)
