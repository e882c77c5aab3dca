"""Step A2 on the screen: what helps you talk?"""

from PySide6.QtWidgets import QWidget

from ui.conversation.window_page import WindowPage
from ui.widgets.choice_group import Choice, MultiChoice
from ui.widgets.own_words_field import OwnWordsField
from vrn_desktop.presenters.conversation.access_presenter import HELPS, AccessPresenter

TITLE = "What helps you talk?"
LEAD = "Choose as many as you like, or none."
WORDS_LABEL = "Anything else that helps, or the language you like best"


class AccessPage(WindowPage):
    """Nothing on it has to be chosen."""

    def __init__(self, presenter: AccessPresenter) -> None:
        super().__init__(name="access", title=TITLE, lead=LEAD)
        self._presenter = presenter
        self.helps = MultiChoice(
            [Choice(code=code, text=text, hint=hint) for code, text, hint in HELPS],
            question=TITLE,
            chosen=presenter.state.helps,
            name="access-helps",
        )
        self.helps.changed.connect(self._choose)
        self.add(self.helps)
        self.words = OwnWordsField(
            label=WORDS_LABEL, hint="", words=presenter.state.words, name="access-words"
        )
        self.words.changed.connect(self._write)
        self.add(self.words)

    def go_on(self) -> None:
        """Keep it and go on."""
        self._presenter.go_on()

    def first_focus(self) -> QWidget | None:
        """Return the first choice."""
        return self.helps.card(HELPS[0][0])

    def _choose(self, helps: object) -> None:
        if isinstance(helps, frozenset):
            self._presenter.choose(helps)

    def _write(self, words: str) -> None:
        self._presenter.write(words)
