"""With whom: somebody found by name, initials or reference, or somebody new."""

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.new_conversation_presenter import (
    NewConversationPresenter,
    NewConversationState,
    PersonChoice,
)

ALIKE = "Is it {label}?"


class PersonChooser(QWidget):
    """One of three cards: search, the person chosen, or the fields of somebody new."""

    def __init__(self, presenter: NewConversationPresenter) -> None:
        super().__init__()
        self._intents = presenter
        self._shown: tuple[PersonChoice, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self._search_part(), self._chosen_part(), self._new_part()):
            column.addWidget(card)

    def place(self, field: str) -> QWidget | None:
        """The control in which a problem of this field is put right, if it stands here."""
        if field == "person":
            return self.search if self._search_card.isVisibleTo(self) else self._again
        fields = {"name": self.name, "age": self.age}
        return fields.get(field) if self._new_card.isVisibleTo(self) else None

    def first_focus(self) -> QWidget:
        """Finding somebody, the new person's name, or choosing again."""
        if self._search_card.isVisibleTo(self):
            return self.search
        return self.name if self._new_card.isVisibleTo(self) else self._again

    def draw(self, state: NewConversationState) -> None:
        """Show one of the three."""
        self._search_card.setVisible(state.chosen is None and not state.is_new)
        self._chosen_card.setVisible(state.chosen is not None)
        self._new_card.setVisible(state.is_new)
        self._chosen.setText(state.chosen.label if state.chosen is not None else "")
        self._search_words.setText(state.search_words)
        self._search_words.setVisible(bool(state.search_words))
        if state.matches != self._shown:
            self._show_matches(state.matches)
        for line, words in (
            (self.name, state.name),
            (self.age, state.age),
            (self.pronouns, state.pronouns),
        ):
            if line.text() != words:
                with QSignalBlocker(line):
                    line.setText(words)
        alike = state.alike
        self._alike.setVisible(alike is not None)
        if alike is not None:
            self._alike.setText(ALIKE.format(label=alike.label))
        said = dict(state.problems)
        self._name_field.set_problem(said.get("name", ""))
        self._age_field.set_problem(said.get("age", ""))

    def _search_part(self) -> Card:
        self.search = PlainLine(name="new-search", placeholder="Name, initials or reference")
        self.search.textChanged.connect(self._intents.search)
        self.search.returnPressed.connect(self._intents.choose_only_match)
        self._matches = FlowRow(spacing=8, name="new-matches")
        self._search_words = Text("", TextRole.META, name="new-search-words")
        self._someone_new = Button(
            "This is someone new",
            icon="user-plus",
            name="new-someone",
            on_click=self._intents.someone_new,
        )
        self._search_card = Card(
            LabelledField("Find someone you have met", self.search),
            self._matches,
            self._search_words,
            FlowRow(self._someone_new),
            name="new-search-card",
        )
        return self._search_card

    def _chosen_part(self) -> Card:
        self._chosen = Text("", TextRole.SECTION, name="new-chosen")
        self._again = _again(self._intents, "new-again")
        self._chosen_card = Card(self._chosen, FlowRow(self._again), name="new-chosen-card")
        return self._chosen_card

    def _new_part(self) -> Card:
        self.name = PlainLine(name="new-name")
        self.age = PlainLine(name="new-age")
        self.pronouns = PlainLine(name="new-pronouns")
        for line in (self.name, self.age, self.pronouns):
            line.textChanged.connect(lambda _text: self._describe())
        self._name_field = LabelledField(
            "Name to use",
            self.name,
            hint="What they want to be called. A first name, a nickname or initials is enough.",
        )
        self._age_field = LabelledField(
            "Age", self.age, hint="In whole years. It decides the wording of the questions."
        )
        self._alike = Button("", icon="user", name="new-alike", on_click=self._take_alike)
        self._new_card = Card(
            self._name_field,
            FlowRow(self._alike),
            self._age_field,
            LabelledField("Pronouns", self.pronouns, hint="If they want to say."),
            FlowRow(_again(self._intents, "new-known")),
            name="new-person-card",
        )
        return self._new_card

    def _take_alike(self) -> None:
        alike = self._intents.state.alike
        if alike is not None:
            self._intents.choose(alike.id)

    def _describe(self) -> None:
        self._intents.describe(
            name=self.name.text(), age=self.age.text(), pronouns=self.pronouns.text()
        )

    def _show_matches(self, matches: tuple[PersonChoice, ...]) -> None:
        self._shown = matches
        self._matches.clear()
        for place, match in enumerate(matches):
            self._matches.add(
                Button(
                    match.label,
                    icon="user",
                    name=f"new-match-{place}",
                    on_click=partial(self._intents.choose, match.id),
                )
            )


def _again(presenter: NewConversationPresenter, name: str) -> Button:
    words = "Choose someone else" if name == "new-again" else "Find someone you have met"
    return Button(words, kind=ButtonKind.LINK, name=name, on_click=presenter.choose_again)
