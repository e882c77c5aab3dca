"""Step A4 on the screen: how to go on, a stop sign, something calming."""

from PySide6.QtWidgets import QWidget

from ui.conversation.window_page import WindowPage
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.own_words_field import OwnWordsField
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.choices_presenter import (
    STOP_SIGNS,
    WAYS,
    ChoicesPresenter,
)

TITLE = "Your choices"
LEAD = "You can change your mind at any time."
HOW = "How would you like to do this?"
STOP = "Pick a stop sign"
STOP_HINT = "When you use it we stop at once. You don’t have to say why."
CALMING_LABEL = "Something that helps you feel calm"
CALMING_HINT = "Music, a walk, a drink of water … We can do it if things get hard."


class ChoicesPage(WindowPage):
    """Nothing is chosen beforehand and nothing has to be."""

    def __init__(self, presenter: ChoicesPresenter) -> None:
        super().__init__(name="choices", title=TITLE, lead=LEAD)
        self._presenter = presenter
        state = presenter.state
        self.add(Text(HOW, TextRole.SECTION))
        self.how = ChoiceGroup(
            [Choice(code=way.value, text=text, hint=hint) for way, text, hint in WAYS],
            question=HOW,
            chosen=state.how,
            name="choices-how",
        )
        self.how.chosen.connect(self._choose_how)
        self.add(self.how)
        self.add(Text(STOP, TextRole.SECTION))
        self.add(Text(STOP_HINT, TextRole.META))
        self.stop_sign = ChoiceGroup(
            [Choice(code=code, text=text) for code, text in STOP_SIGNS],
            question=STOP,
            chosen=state.stop_sign,
            name="choices-stop",
        )
        self.stop_sign.chosen.connect(self._choose_sign)
        self.add(self.stop_sign)
        self.calming = OwnWordsField(
            label=CALMING_LABEL, hint=CALMING_HINT, words=state.calming, name="choices-calming"
        )
        self.calming.changed.connect(self._write)
        self.add(self.calming)

    def go_on(self) -> None:
        """Keep it and go on the way they chose."""
        self._presenter.go_on()

    def first_focus(self) -> QWidget | None:
        """Return the first way."""
        return self.how.card(WAYS[0][0].value)

    def _choose_how(self, code: object) -> None:
        self._presenter.choose_how(str(code))

    def _choose_sign(self, code: object) -> None:
        self._presenter.choose_stop_sign(str(code))

    def _write(self, words: str) -> None:
        self._presenter.write_calming(words)
