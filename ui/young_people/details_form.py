"""Changing the little that is kept about a young person; archiving, and bringing back."""

from ui.widgets.button import Button, ButtonKind
from ui.widgets.card import Card
from ui.widgets.choice_chips import ChoiceChips
from ui.widgets.error_summary import ErrorSummary
from ui.widgets.flow_row import FlowRow
from ui.widgets.labelled_field import LabelledField
from ui.widgets.own_words_field import PlainLine
from ui.widgets.text import Text, TextRole
from vrn_desktop.presenters.own_group import TITLE, WHY
from vrn_desktop.presenters.young_person_presenter import YoungPersonPresenter
from vrn_desktop.presenters.young_person_state import DetailsForm

ARCHIVE, BRING_BACK = "Archive", "Bring back from the archive"


class DetailsCard(Card):
    """The form; open while the presenter holds one."""

    def __init__(self, presenter: YoungPersonPresenter) -> None:
        super().__init__(name="person-form")
        self._intents = presenter
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._offered = False
        self._summary = ErrorSummary(name="person-problems")
        self._name = PlainLine(name="person-chosen-name")
        self._age = PlainLine(name="person-age")
        self._pronouns = PlainLine(name="person-pronouns")
        self._access = PlainLine(name="person-access")
        self._groups = ChoiceChips((), name="person-group")
        self._groups.chosen.connect(presenter.describe_group)
        self._fields = {
            "name": LabelledField(
                "Name to use", self._name, hint="First name, nickname or initials."
            ),
            "age": LabelledField("Age", self._age, hint="In whole years."),
        }
        self._archive = Button(
            ARCHIVE,
            kind=ButtonKind.QUIET,
            icon="archive",
            name="person-archive",
            on_click=presenter.archive,
        )
        for part in (
            Text("Change details", TextRole.SECTION),
            self._summary,
            *self._fields.values(),
            LabelledField("Pronouns", self._pronouns, hint="If they told you."),
            LabelledField(
                "What helps them", self._access, hint="An interpreter, pictures, breaks."
            ),
            LabelledField(TITLE, self._groups, hint=WHY),
            FlowRow(
                Button(
                    "Keep",
                    kind=ButtonKind.PRIMARY,
                    icon="check",
                    name="person-keep",
                    on_click=self._keep,
                ),
                Button("Cancel", name="person-cancel", on_click=presenter.cancel),
                self._archive,
            ),
        ):
            self.add(part)
        self.hide()

    def draw(self, form: DetailsForm | None) -> None:
        """Open with what is kept, close, or say what is missing; what is typed stays."""
        if form is not None and self.isHidden():
            self._name.setText(form.chosen_name)
            self._age.setText(form.age)
            self._pronouns.setText(form.pronouns)
            self._access.setText(form.access_needs)
            self._offer(form.groups)
            self._archive.setText(BRING_BACK if form.archived else ARCHIVE)
            self.show()
            self._name.setFocus()
        self.setVisible(form is not None)
        if form is None:
            return
        self._groups.set_chosen(form.group)
        if form.problems == self._shown:
            return
        self._shown = form.problems
        said = dict(form.problems)
        for key, field in self._fields.items():
            field.set_problem(said.get(key, ""))
        places = {"name": self._name, "age": self._age}
        self._summary.show_problems([(words, places[key]) for key, words in form.problems])

    def _offer(self, groups: tuple[tuple[str, str], ...]) -> None:
        if not self._offered:
            for code, words in groups:
                self._groups.add_choice(code, words)
            self._offered = True

    def _keep(self) -> None:
        self._shown = None
        self._intents.keep(
            chosen_name=self._name.text(),
            pronouns=self._pronouns.text(),
            age=self._age.text(),
            access_needs=self._access.text(),
        )
