"""Before a conversation: with whom, the whole or the short form, in which kind of setting."""

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.button_keys import press_by_primary_keys
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from ui.young_people.person_chooser import PersonChooser
from vrn_desktop.domain.screening import Form
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.presenters.new_conversation_presenter import (
    FORM_WORDS,
    SETTING_WORDS,
    NewConversationPresenter,
    NewConversationState,
)

NARROW = 760
WHICH_FORM, WHERE = "Which form?", "Where are you?"


class NewConversationScreen(Screen[NewConversationState]):
    """Draws the page; one heading, one primary action."""

    def __init__(self, presenter: NewConversationPresenter) -> None:
        super().__init__(
            name="new-conversation", title="Who is this conversation with?", content_width=NARROW
        )
        self._intents = presenter
        self._problems: tuple[tuple[str, str], ...] | None = None
        self._summary = ErrorSummary(name="new-problems")
        self._chooser = PersonChooser(presenter)
        self._form = ChoiceGroup(
            [Choice(code=form, text=w, hint=hint) for form, (w, hint) in FORM_WORDS.items()],
            question=WHICH_FORM,
            name="new-form",
        )
        self._form.chosen.connect(lambda code: presenter.choose_form(Form(code)))
        self._setting = ChoiceChips(
            [(kind.value, words) for kind, words in SETTING_WORDS.items()], name="new-setting"
        )
        self._setting.setAccessibleName(WHERE)
        self._setting.chosen.connect(lambda code: presenter.choose_setting(SettingKind(code)))
        for part in (
            self._summary,
            self._chooser,
            Text(WHICH_FORM, TextRole.SECTION),
            self._form,
            Text(WHERE, TextRole.SECTION),
            self._setting,
        ):
            self.add(part)
        self.body.addStretch(1)
        begin = Button(
            "Begin",
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            trailing_icon=True,
            name="new-begin",
            on_click=self._begin,
        )
        press_by_primary_keys(begin)
        self.set_footer(StickyFooter(end=(begin,), name="new-footer"))
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Finding somebody, or the new person's name."""
        return self._chooser.first_focus()

    def draw(self, state: NewConversationState) -> None:
        """Fill the page; the summary takes the focus only when it has something new to say."""
        self._chooser.draw(state)
        self._form.set_chosen(state.form)
        self._setting.set_chosen(state.setting.value)
        if state.problems != self._problems:
            self._problems = state.problems
            self._summary.show_problems(
                [(words, self._place(field)) for field, words in state.problems]
            )

    def _place(self, field: str) -> QWidget:
        return self._chooser.place(field) or self._form.card(Form.FULL)

    def _begin(self) -> None:
        self._problems = None
        self._intents.start()
