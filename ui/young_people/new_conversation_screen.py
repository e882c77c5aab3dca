"""Before a conversation: with whom, the whole or the short form, in which kind of setting."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.sticky_strip import StickyFooter
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.screening import Form
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.presenters.new_conversation_presenter import (
    FORM_WORDS,
    SETTING_WORDS,
    NewConversationPresenter,
    NewConversationState,
    PersonChoice,
)

NARROW = 760


class NewConversationScreen(Screen[NewConversationState]):
    """Draws the page; one heading, one primary action."""

    def __init__(self, presenter: NewConversationPresenter) -> None:
        super().__init__(
            name="new-conversation", title="Who is this conversation with?", content_width=NARROW
        )
        self._intents = presenter
        self._shown: tuple[PersonChoice, ...] = ()
        self._summary = ErrorSummary(name="new-problems")
        self.add(self._summary)
        self.add(self._finding())
        self.add(self._someone_new())
        self._form = ChoiceGroup(
            [Choice(code=form, text=w, hint=hint) for form, (w, hint) in FORM_WORDS.items()],
            question="Which form?",
            name="new-form",
        )
        self._form.chosen.connect(lambda code: presenter.choose_form(Form(code)))
        self._setting = ChoiceGroup(
            [Choice(code=kind, text=words) for kind, words in SETTING_WORDS.items()],
            question="Where are you?",
            name="new-setting",
        )
        self._setting.chosen.connect(lambda code: presenter.choose_setting(SettingKind(code)))
        for title, group in (("Which form?", self._form), ("Where are you?", self._setting)):
            self.add(Text(title, TextRole.SECTION))
            self.add(group)
        self.body.addStretch(1)
        go_on = Button(
            "Begin",
            kind=ButtonKind.PRIMARY,
            icon="arrow-right",
            trailing_icon=True,
            name="new-begin",
            on_click=presenter.start,
        )
        go_on.setShortcut("Ctrl+Return")
        self.set_footer(StickyFooter(end=(go_on,), name="new-footer"))
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Finding somebody, or the new person's name."""
        return self._search if self._search.isVisibleTo(self) else self._name

    def draw(self, state: NewConversationState) -> None:
        """Fill the page."""
        self._chosen.setText(f"With {state.chosen.label}" if state.chosen else "")
        self._chosen_card.setVisible(state.chosen is not None or state.is_new)
        self._search_card.setVisible(state.chosen is None and not state.is_new)
        self._new_card.setVisible(state.is_new)
        if state.is_new and not self._name.text() and state.name:
            self._name.setText(state.name)
        self._alike.setText(state.alike)
        self._alike.setVisible(bool(state.alike))
        self._form.set_chosen(state.form)
        self._setting.set_chosen(state.setting)
        if state.matches != self._shown:
            self._show_matches(state.matches)
        fields = {"name": self._name_field, "age": self._age_field}
        said = dict(state.problems)
        for key, field in fields.items():
            field.set_problem(said.get(key, ""))
        places: dict[str, QWidget] = {
            "name": self._name,
            "age": self._age if state.is_new else self._form,
            "form": self._form,
            "person": self._search,
        }
        self._summary.show_problems([(words, places[key]) for key, words in state.problems])

    def _finding(self) -> QWidget:
        self._search = PlainLine(name="new-search", placeholder="Name, initials or reference")
        self._search.textChanged.connect(self._intents.search)
        self._matches = FlowRow(spacing=8, name="new-matches")
        self._search_card = Card(
            LabelledField("Find someone you have met", self._search),
            self._matches,
            Button(
                "This is someone new",
                icon="user-plus",
                name="new-someone",
                on_click=self._intents.someone_new,
            ),
            name="new-search-card",
        )
        return self._search_card

    def _someone_new(self) -> QWidget:
        self._chosen = Text("", TextRole.STRONG, name="new-chosen")
        self._name = PlainLine(name="new-name")
        self._age = PlainLine(name="new-age")
        self._pronouns = PlainLine(name="new-pronouns")
        for line in (self._name, self._age, self._pronouns):
            line.textChanged.connect(lambda _text: self._describe())
        self._alike = Text("", TextRole.META, name="new-alike")
        self._name_field = LabelledField(
            "Name to use",
            self._name,
            hint="What they want to be called. A first name, a nickname or initials is enough.",
        )
        self._age_field = LabelledField(
            "Age", self._age, hint="In whole years. It decides the wording of the questions."
        )
        self._new_card = Card(
            self._name_field,
            self._alike,
            self._age_field,
            LabelledField("Pronouns", self._pronouns, hint="If they want to say."),
            name="new-person-card",
        )
        self._chosen_card = Card(
            self._chosen,
            self._new_card,
            Button(
                "Choose someone else",
                kind=ButtonKind.LINK,
                name="new-again",
                on_click=self._intents.choose_again,
            ),
            name="new-chosen-card",
        )
        self._new_card.body.setContentsMargins(0, 0, 0, 0)
        self._new_card.setProperty("card", "none")
        return self._chosen_card

    def _describe(self) -> None:
        self._intents.describe(
            name=self._name.text(), age=self._age.text(), pronouns=self._pronouns.text()
        )

    def _show_matches(self, matches: tuple[PersonChoice, ...]) -> None:
        self._shown = matches
        self._matches.clear()
        for match in matches:
            self._matches.add(
                Button(
                    match.label,
                    icon="user",
                    name=f"new-match-{match.id}",
                    on_click=partial(self._intents.choose, match.id),
                )
            )
