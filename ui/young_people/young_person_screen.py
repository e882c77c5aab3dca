"""A young person's page: story over time, safe contact, the little that is kept."""

from PySide6.QtWidgets import QWidget

from ui.screen import Screen
from ui.tokens import Colour
from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card, CardKind
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.loading_state import LoadingState
from ui.widgets.own_words_field import PlainLine
from ui.widgets.reason_list import Reason, ReasonList
from ui.widgets.text import Text, TextRole
from ui.widgets.two_columns import TwoColumns
from vrn_desktop.presenters.wording import full_date
from vrn_desktop.presenters.young_person_presenter import (
    StoryLine,
    YoungPersonPresenter,
    YoungPersonState,
)


class YoungPersonScreen(Screen[YoungPersonState]):
    """Draws one person's page."""

    def __init__(self, presenter: YoungPersonPresenter) -> None:
        super().__init__(name="young-person", title="")
        self._intents = presenter
        self._about = Text("", TextRole.LEAD, name="person-about")
        self.add(self._about)
        self.start = Button(
            "Start a conversation",
            kind=ButtonKind.PRIMARY,
            icon="message-circle",
            name="person-start",
            on_click=presenter.start_conversation,
        )
        self.add(
            FlowRow(
                self.start,
                Button("Show name", icon="eye", name="person-name", on_click=presenter.show_name),
                Button(
                    "Change details", icon="pen-line", name="person-edit", on_click=presenter.edit
                ),
            )
        )
        self._problem = Text("", TextRole.ERROR, name="person-problem")
        self._loading = LoadingState(name="person-loading")
        self.add(self._problem)
        self.add(self._loading)
        self._form = self._details()
        self.add(self._form)
        columns = TwoColumns(side_share=36, name="person-columns")
        self._story = ReasonList(kind=ButtonKind.SECONDARY, ruled=True, name="person-story")
        columns.main.addWidget(Card(Text("Story", TextRole.SECTION), self._story))
        self._contact = Text("", name="person-contact")
        columns.side.addWidget(
            Card(
                Text("Being in touch", TextRole.SECTION),
                self._contact,
                kind=CardKind.SOFT,
                name="person-contact-card",
            )
        )
        self.add(columns)
        self.body.addStretch(1)
        self.attach(presenter)

    def first_focus(self) -> QWidget:
        """Talking comes first."""
        return self.start

    def draw(self, state: YoungPersonState) -> None:
        """Fill the page."""
        self.set_title(state.heading)
        self._about.setText(state.about)
        self._problem.setText(state.problem)
        self._problem.setVisible(bool(state.problem))
        if state.loading:
            self._loading.start()
        else:
            self._loading.stop()
        self._contact.setText("\n".join(state.contact))
        self._story.show_reasons([self._line(line) for line in state.lines])
        if state.editing and not self._form.isVisibleTo(self):
            self._name.setText(state.chosen_name)
            self._age.setText(state.age)
            self._pronouns.setText(state.pronouns)
            self._access.setText(state.access_needs)
        self._form.setVisible(state.editing)

    def _details(self) -> Card:
        self._name = PlainLine(name="person-chosen-name")
        self._age = PlainLine(name="person-age")
        self._pronouns = PlainLine(name="person-pronouns")
        self._access = PlainLine(name="person-access")
        form = Card(
            LabelledField("Name to use", self._name, hint="First name, nickname or initials."),
            LabelledField("Age", self._age, hint="In whole years."),
            LabelledField("Pronouns", self._pronouns, hint="If they told you."),
            LabelledField(
                "What helps them", self._access, hint="An interpreter, pictures, breaks."
            ),
            FlowRow(
                Button("Keep", kind=ButtonKind.PRIMARY, name="person-keep", on_click=self._keep),
                Button("Cancel", name="person-cancel", on_click=self._cancel),
                Button(
                    "Archive or bring back",
                    kind=ButtonKind.QUIET,
                    icon="archive",
                    name="person-archive",
                    on_click=self._archive,
                ),
            ),
            name="person-form",
        )
        form.hide()
        return form

    def _keep(self) -> None:
        self._intents.keep(
            chosen_name=self._name.text(),
            pronouns=self._pronouns.text(),
            age=self._age.text(),
            access_needs=self._access.text(),
        )

    def _cancel(self) -> None:
        self._intents.cancel()

    def _archive(self) -> None:
        self._intents.archive()

    def _line(self, line: StoryLine) -> Reason:
        return Reason(
            text=f"{line.text} · {full_date(line.day)}",
            meaning=line.meaning,
            icon=line.icon,
            colour=Colour.PRIMARY,
            action=line.verb,
            on_action=lambda: self._intents.open(line),
        )
