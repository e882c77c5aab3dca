"""The form about a colleague: name, role, training, and for a new one their own passphrase."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.recovery.passphrase_part import PassphrasePart
from ui.widgets.card import Card, CardKind
from ui.widgets.choice_card import CheckCard
from ui.widgets.choice_group import Choice, ChoiceGroup
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text
from vrn_desktop.domain.practitioner import Role
from vrn_desktop.presenters.people.people_state import PeopleMode, PeopleState, PersonForm
from vrn_desktop.presenters.people.people_words import ROLE_HINTS, ROLES

NAME = "Name"
ROLE = "What are they here for?"
TRAINED = "Trained for the questions about home, harm and exploitation"
TRAINED_HINT = "Tick this only after the training your safeguarding partnership asks for."
CURRENT = "Your passphrase as it is now"
HAND_OVER = (
    "Please hand the laptop over now. They choose their own passphrase, and nobody else sees it."
)


class PersonFormPart(QWidget):
    """Shows the fields a mode needs; `changed` tells the form as it is typed."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._form = PersonForm()
        self._roles: tuple[Role, ...] = ()
        self.name = PlainLine(name="person-name")
        self._name_field = LabelledField(NAME, self.name, name="person-name-field")
        self._role_holder = QVBoxLayout()
        self._role_choice: ChoiceGroup | None = None
        self._trained = CheckCard(TRAINED, hint=TRAINED_HINT, name="person-trained")
        self._hand_over = Card(Text(HAND_OVER), kind=CardKind.SOFT)
        self.current = PassphraseField(name="person-current")
        self._current_field = LabelledField(CURRENT, self.current, name="person-current-field")
        self.passphrase = PassphrasePart(name="person-passphrase")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._name_field)
        column.addLayout(self._role_holder)
        for part in (self._trained, self._hand_over, self._current_field, self.passphrase):
            column.addWidget(part)
        self.name.textEdited.connect(lambda text: self._tell(replace(self._form, name=text)))
        self._trained.clicked.connect(lambda on: self._tell(replace(self._form, trained=on)))
        self.passphrase.changed.connect(
            lambda passphrase: self._tell(replace(self._form, passphrase=passphrase))
        )

    def draw(self, state: PeopleState) -> None:
        """Draw the fields of the mode with what is missing in them."""
        mode, form = state.mode, state.form
        self._form = form
        adding, changing = mode is PeopleMode.ADD, mode is PeopleMode.CHANGE
        own, resetting = mode is PeopleMode.OWN, mode is PeopleMode.RESET
        self._name_field.setVisible(adding or changing)
        self._name_field.set_problem(state.problems.get("name", ""))
        if self.name.text() != form.name:
            self.name.setText(form.name)
        self._offer_roles(state.roles_to_add if adding else ())
        if self._role_choice is not None:
            self._role_choice.set_chosen(form.role.value)
        may_train = form.role is not Role.ADMINISTRATOR
        self._trained.setVisible((adding or changing) and may_train)
        self._trained.setChecked(form.trained)
        self._hand_over.setVisible(adding or resetting)
        self._current_field.setVisible(own)
        self._current_field.set_problem(state.problems.get("current", ""))
        self.passphrase.setVisible(adding or resetting or own)
        self.passphrase.show_passphrase(form.passphrase, state.problems.get("passphrase", ""))

    def field_of(self, key: str) -> QWidget:
        """The field that a problem belongs to."""
        if key == "name":
            return self.name
        return self.current.line if key == "current" else self.passphrase.first_field()

    def _offer_roles(self, roles: tuple[Role, ...]) -> None:
        if roles == self._roles:
            return
        self._roles = roles
        if self._role_choice is not None:
            self._role_choice.hide()
            self._role_choice.deleteLater()
            self._role_choice = None
        if roles:
            choices = [
                Choice(code=role.value, text=ROLES[role], hint=ROLE_HINTS[role]) for role in roles
            ]
            self._role_choice = ChoiceGroup(choices, question=ROLE, name="person-role")
            self._role_choice.chosen.connect(
                lambda code: self._tell(replace(self._form, role=Role(code)))
            )
            self._role_holder.addWidget(self._role_choice)

    def _tell(self, form: PersonForm) -> None:
        self._form = form
        self.changed.emit(form)
