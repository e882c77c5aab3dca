"""Steps Z2 and Z3: their words read back, and what would make the biggest difference."""

from ui.conversation.closing.closing_page import ClosingPage
from ui.widgets.choice_card import CheckCard
from ui.widgets.own_words_field import OwnWordsField
from vrn_desktop.presenters.closing import your_words_presenter as texts
from vrn_desktop.presenters.closing.your_words_presenter import (
    WhatMattersPresenter,
    YourWordsPresenter,
    YourWordsState,
)

APPROVE = "Yes, these words may stand in my letter"
APPROVE_HINT = "Leave it empty and the letter goes without them."


class YourWordsPage(ClosingPage[YourWordsState]):
    """Read their words back; they can change them."""

    def __init__(self, presenter: YourWordsPresenter) -> None:
        super().__init__(name="your-words", question="Have I got this right?", hint=texts.READ_BACK)
        self._field = OwnWordsField(
            label="In your words", words=presenter.state.words, name="your-words-field"
        )
        self._field.changed.connect(presenter.write)
        self.add(self._field)
        self._approve = CheckCard(APPROVE, hint=APPROVE_HINT, name="your-words-approve")
        self._approve.clicked.connect(lambda on: presenter.approve(yes=on))
        self.add(self._approve)
        self.attach(presenter, presenter.go_on)

    def draw(self, state: YourWordsState) -> None:
        """Show the yes; the words stay as they are being typed."""
        self._approve.setChecked(state.approved)
        self._approve.setVisible(bool(state.words.strip()))


class WhatMattersPage(ClosingPage[str]):
    """What would make the biggest difference; asked even when all else was skipped (TI-30)."""

    def __init__(self, presenter: WhatMattersPresenter) -> None:
        super().__init__(
            name="what-matters", question=texts.MATTERS, hint="You can leave this empty."
        )
        self._field = OwnWordsField(
            label="In your words", words=presenter.state, name="what-matters-field"
        )
        self._field.changed.connect(presenter.write)
        self.add(self._field)
        self.attach(presenter, presenter.go_on)

    def draw(self, state: str) -> None:
        """The words stay as they are being typed."""
