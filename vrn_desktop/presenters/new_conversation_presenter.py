"""Before a conversation: with whom, full or short form, in which kind of setting."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.ports.rows import YoungPersonRow
from vrn_desktop.application.services import Services
from vrn_desktop.application.young_person_service import usable_age, usable_name
from vrn_desktop.domain.errors import NameNotUsableError
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.screening import Form
from vrn_desktop.domain.setting import SettingKind, Workplace
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter

MATCHES_SHOWN = 6
NAME_MISSING = "Enter the name they want to be called, or initials: 1 to 200 characters."
AGE_MISSING = "Enter their age in whole years, for example 14."
CHOOSE_PERSON = "Choose a person, or say that this is someone new."
SHORT_TOO_YOUNG = "The short form is for 11 years and over. Use the full form, with a carer there."
FORM_WORDS = {
    Form.FULL: ("The whole conversation", "Over one or more visits. They can stop at any time."),
    Form.SHORT: ("The short one", "A few questions, for the street or a doorway. From 11 years."),
}
SETTING_WORDS = {
    SettingKind.SCHOOL: "School or college",
    SettingKind.YOUTH_OUTREACH: "Youth work or outreach",
    SettingKind.HEALTH: "Health",
    SettingKind.JUSTICE: "Police, custody or court",
    SettingKind.SOCIAL_CARE: "Social care",
    SettingKind.OTHER: "Another place",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonChoice:
    """A young person found by name or reference."""

    id: YoungPersonId
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConversationState:
    """The page; `alike` is a quiet hint that this may be somebody known."""

    search: str = ""
    matches: tuple[PersonChoice, ...] = ()
    chosen: PersonChoice | None = None
    is_new: bool = False
    name: str = ""
    age: str = ""
    pronouns: str = ""
    alike: str = ""
    form: Form = Form.FULL
    setting: SettingKind = SettingKind.OTHER
    problems: tuple[tuple[str, str], ...] = ()
    starting: bool = False


class NewConversationPresenter(Presenter[NewConversationState]):
    """Chooses the person and begins. `problems` are pairs of field name and what to do."""

    def __init__(
        self,
        services: Services,
        names: NameDisplay,
        *,
        go: Callable[[Route], None],
        person_id: YoungPersonId | None = None,
    ) -> None:
        super().__init__(NewConversationState())
        self._services = services
        self._names = names
        self._go = go
        self._rows: tuple[YoungPersonRow, ...] = ()
        self._wanted = person_id
        services.runner.run(self._loaded, then=self._take, failed=self._refused)

    def search(self, words: str) -> None:
        """Look for somebody known."""
        needle = words.casefold().strip()
        found = [row for row in self._rows if needle and needle in _haystack(row)]
        matches = tuple(map(self._choice, found[:MATCHES_SHOWN]))
        self.show(replace(self.state, search=words, matches=matches))

    def choose(self, person_id: YoungPersonId) -> None:
        """This is the person."""
        row = next(row for row in self._rows if row.id == person_id)
        self.show(
            replace(self.state, chosen=self._choice(row), is_new=False, matches=(), problems=())
        )

    def someone_new(self) -> None:
        """Nobody this file knows."""
        self.show(
            replace(
                self.state, chosen=None, is_new=True, name=self.state.search.strip(), problems=()
            )
        )

    def choose_again(self) -> None:
        """Back to choosing."""
        self.show(replace(self.state, chosen=None, is_new=False, problems=()))

    def describe(self, *, name: str, age: str, pronouns: str) -> None:
        """What the new person wants to be called, and their age."""
        wanted = name.casefold().strip()
        alike = next((r for r in self._rows if wanted and r.chosen_name.casefold() == wanted), None)
        hint = f"Could this be {self._choice(alike).label}?" if alike is not None else ""
        self.show(replace(self.state, name=name, age=age, pronouns=pronouns, alike=hint))

    def choose_form(self, form: Form) -> None:
        """Whole or short."""
        self.show(replace(self.state, form=form, problems=()))

    def choose_setting(self, setting: SettingKind) -> None:
        """Where this conversation takes place."""
        self.show(replace(self.state, setting=setting))

    def start(self) -> None:
        """Begin, or say what is missing."""
        problems = self._problems()
        if problems:
            self.show(replace(self.state, problems=problems))
            return
        self.show(replace(self.state, starting=True, problems=()))
        state = self.state
        self._services.runner.run(
            lambda: self._begun(state),
            then=lambda id_: self._go(Route(place=Place.CONVERSATION, screening=id_)),
            failed=self._refused,
        )

    def _loaded(self) -> tuple[Workplace, tuple[YoungPersonRow, ...]]:
        return self._services.workplaces.workplace(), self._services.young_people.rows()

    def _take(self, loaded: tuple[Workplace, tuple[YoungPersonRow, ...]]) -> None:
        workplace, self._rows = loaded
        self.show(replace(self.state, setting=workplace.setting_kind))
        if self._wanted is not None:
            self.choose(self._wanted)
        elif not self._rows:
            self.someone_new()

    def _begun(self, state: NewConversationState) -> ScreeningId:
        people = self._services.young_people
        if state.chosen is not None:
            person = people.get(state.chosen.id)
        else:
            person = people.add(state.name, int(state.age), pronouns=state.pronouns)
        return self._services.screenings.begin(
            person, form=state.form, setting_kind=state.setting
        ).id

    def _problems(self) -> tuple[tuple[str, str], ...]:
        state = self.state
        if state.chosen is None and not state.is_new:
            return (("person", CHOOSE_PERSON),)
        age = self._age()
        problems = []
        if state.is_new and not _is_name(state.name):
            problems.append(("name", NAME_MISSING))
        if age is None:
            problems.append(("age", AGE_MISSING))
        elif state.form is Form.SHORT and not self._short_form_fits(age):
            problems.append(("form", SHORT_TOO_YOUNG))
        return tuple(problems)

    def _age(self) -> int | None:
        if self.state.chosen is not None:
            known = next(row for row in self._rows if row.id == self.state.chosen.id)
            return known.age
        typed = self.state.age.strip()
        try:
            return usable_age(int(typed)) if typed.isascii() and typed.isdigit() else None
        except NameNotUsableError:
            return None

    def _short_form_fits(self, age: int) -> bool:
        instrument = self._services.content.instrument()
        return instrument.life_stage(age).id in instrument.short_form.stages

    def _choice(self, row: YoungPersonRow) -> PersonChoice:
        return PersonChoice(id=row.id, label=self._names.label(row.chosen_name, row.reference))

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, starting=False, problems=(("person", told(error)),)))


def _haystack(row: YoungPersonRow) -> str:
    return f"{row.chosen_name} {row.reference}".casefold()


def _is_name(name: str) -> bool:
    try:
        usable_name(name)
    except NameNotUsableError:
        return False
    return True
