"""Somebody who is to sign in: their name, their training, their own passphrase."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui.first_run.page import SetUpPage
from ui.recovery.passphrase_part import PassphrasePart
from ui.widgets.button import Button, ButtonKind
from ui.widgets.choice_card import CheckCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.first_run.first_run_checks import name_key, passphrase_key
from vrn_desktop.presenters.first_run.first_run_presenter import FirstRunPresenter
from vrn_desktop.presenters.first_run.first_run_state import MAY_COME_LATER, FirstRunState
from vrn_desktop.presenters.first_run.first_run_words import COMES_LATER, WHAT_A_ROLE_DOES

NAME = "Name"
NAME_HINT = "As colleagues know them. It stands on the unlock screen."
TRAINED = "Trained for the questions about home, harm and exploitation"
TRAINED_HINT = (
    "Tick this only after the training your safeguarding partnership asks for. Without it, those questions "
    "stay closed and the program says who can ask them."
)
LATER_TITLE = "This is left for later"
LATER_TEXT = "A supervisor can add people at any time under Settings, People who sign in."
ADD_NOW = "Add them now after all"


class PersonPage(SetUpPage):
    """One page for each role."""

    def __init__(self, presenter: FirstRunPresenter, role: Role) -> None:
        super().__init__(name=f"person-{role}")
        self._role = role
        self._form_page = SetUpPage(name=f"{role}-form")
        self._name = PlainLine(name=f"{role}-name")
        self._name.textEdited.connect(partial(presenter.type_name, role))
        self._name_field = LabelledField(
            NAME, self._name, hint=NAME_HINT, name=f"{role}-name-field"
        )
        self._trained = CheckCard(TRAINED, hint=TRAINED_HINT, name=f"{role}-trained")
        self._trained.clicked.connect(lambda on: presenter.mark_trained(role, trained=on))
        self._passphrase = PassphrasePart(name=f"{role}-passphrase")
        self._passphrase.changed.connect(partial(presenter.type_passphrase, role))
        self._passphrase.another.connect(partial(presenter.suggest_another, role))
        self._passphrase.left.connect(partial(presenter.judge, role))
        form = self._form_page.column
        form.addWidget(Text(WHAT_A_ROLE_DOES[role], TextRole.LEAD))
        if role in MAY_COME_LATER:
            later = Button(
                COMES_LATER[role],
                kind=ButtonKind.LINK,
                name=f"{role}-later",
                on_click=partial(presenter.come_later, role),
            )
            form.addWidget(FlowRow(later))
        for part in (self._name_field, self._trained, self._passphrase):
            form.addWidget(part)
        self._trained.setVisible(role is not Role.ADMINISTRATOR)
        now = Button(ADD_NOW, name=f"{role}-now", on_click=partial(presenter.add_now, role))
        self._later = EmptyState(
            LATER_TITLE, LATER_TEXT, icon="user-plus", name=f"{role}-left", buttons=(now,)
        )
        self.column.addWidget(self._form_page)
        self.column.addWidget(self._later)

    def draw(self, state: FirstRunState) -> None:
        """Draw what was typed and what is missing."""
        person = state.people[self._role]
        self._form_page.setVisible(not person.later)
        self._later.setVisible(person.later)
        if self._name.text() != person.name:
            self._name.setText(person.name)
        self._name_field.set_problem(state.problems.get(name_key(self._role), ""))
        self._trained.setChecked(person.trained)
        self._passphrase.show_passphrase(
            person.passphrase, state.problems.get(passphrase_key(self._role), "")
        )

    def field_of(self, key: str) -> QWidget | None:
        """The field that a problem belongs to."""
        return self._name if key == name_key(self._role) else self._passphrase.first_field()

    def first_field(self) -> QWidget | None:
        """The name."""
        return self._name if self._name.isVisibleTo(self) else None
