"""Step A1 on the screen: who can see or hear, and is this place private?"""

from PySide6.QtWidgets import QWidget

from ui.conversation.window_page import WindowPage
from ui.widgets.choice_group import Choice, ChoiceGroup, MultiChoice
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.message_banner import BannerTone, MessageBanner
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.conversation.privacy_presenter import (
    MISSING,
    WHO,
    PrivacyField,
    PrivacyPresenter,
    PrivacyState,
)

TITLE = "A safe place to talk"
LEAD = "For you, before you begin. No question comes up until this is answered."
WHO_QUESTION = "Who else can see or hear you?"
PRIVATE_QUESTION = "Is this place private?"
PRIVATE, NOT_PRIVATE = "private", "not_private"


class PrivacyPage(WindowPage):
    """Nothing is chosen beforehand; without privacy the rest of the talk still goes on (TI-01)."""

    def __init__(self, presenter: PrivacyPresenter) -> None:
        super().__init__(name="privacy", title=TITLE, lead=LEAD)
        self._presenter = presenter
        self._summary = ErrorSummary(name="privacy-summary")
        self._missing: tuple[PrivacyField, ...] = ()
        self.column.insertWidget(0, self._summary)
        self.add(Text(WHO_QUESTION, TextRole.SECTION))
        self.who = MultiChoice(
            [Choice(code=code, text=text) for code, text in WHO],
            question=WHO_QUESTION,
            chosen=presenter.state.who,
            alone=("nobody",),
            name="privacy-who",
        )
        self.who.changed.connect(self._choose_who)
        self.add(self.who)
        self.add(Text(PRIVATE_QUESTION, TextRole.SECTION))
        self.private = ChoiceGroup(
            (
                Choice(
                    code=PRIVATE,
                    text="Yes, private",
                    hint="Nobody can see or hear us who shouldn’t",
                ),
                Choice(
                    code=NOT_PRIVATE,
                    text="Not private",
                    hint="Questions that need privacy are left out. The rest can go on",
                ),
            ),
            question=PRIVATE_QUESTION,
            name="privacy-private",
        )
        self.private.chosen.connect(self._choose_private)
        self.add(self.private)
        self._hint = MessageBanner(
            "Is it really private?", tone=BannerTone.NOTICE, icon="eye", name="privacy-hint"
        )
        self.add(self._hint)
        presenter.attach(self._draw)

    def go_on(self) -> None:
        """Keep it and go on, or say what is missing."""
        self._missing = ()
        self._presenter.go_on()

    def leave(self) -> None:
        """Let go of the presenter."""
        self._presenter.detach()

    def first_focus(self) -> QWidget | None:
        """Return the first choice."""
        return self.who.card(WHO[0][0])

    def _draw(self, state: PrivacyState) -> None:
        self.who.set_chosen(state.who)
        if state.private is not None:
            self.private.set_chosen(PRIVATE if state.private else NOT_PRIVATE)
        self._hint.set_message("Is it really private?", state.hint)
        self._hint.setVisible(bool(state.hint))
        if state.missing != self._missing:
            self._missing = state.missing
            fields = {
                PrivacyField.WHO: self.who.card(WHO[0][0]),
                PrivacyField.PRIVATE: self.private.card(PRIVATE),
            }
            self._summary.show_problems([(MISSING[one], fields[one]) for one in state.missing])

    def _choose_who(self, who: object) -> None:
        if isinstance(who, frozenset):
            self._presenter.choose_who(who)

    def _choose_private(self, code: object) -> None:
        self._presenter.choose_private(code == PRIVATE)
