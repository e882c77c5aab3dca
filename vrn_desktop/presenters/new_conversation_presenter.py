"""Before a conversation: with whom, full or short form, in which kind of setting."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vrn_desktop.application.ports.rows import YoungPersonRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.screening import Form
from vrn_desktop.domain.setting import SettingKind, Workplace
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.person_fields import AGE_MISSING, age_of, name_problem
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import masked_name

MATCHES_SHOWN = 6
CHOOSE_PERSON = "Choose a person, or say that this is someone new."
NO_MATCH = "Nobody found. Try initials or the reference, or begin with someone new."
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
    """The page; `alike` may be the person who is being added as new, and never blocks."""

    loading: bool = True
    search: str = ""
    matches: tuple[PersonChoice, ...] = ()
    search_words: str = ""
    chosen: PersonChoice | None = None
    is_new: bool = False
    name: str = ""
    age: str = ""
    pronouns: str = ""
    alike: PersonChoice | None = None
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
        self._rows: dict[YoungPersonId, YoungPersonRow] = {}
        self._wanted = person_id
        self._added: YoungPerson | None = None
        names.listen(self._relabel)
        services.runner.run(self._loaded, then=self._take, failed=self._refused)

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._relabel)
        super().detach()

    def search(self, words: str) -> None:
        """Look for somebody known."""
        needle = words.casefold().strip()
        found = [row for row in self._rows.values() if needle and needle in _haystack(row)]
        more = len(found) - MATCHES_SHOWN
        said = f"And {more:,} more. Type a little more." if more > 0 else ""
        self.show(
            replace(
                self.state,
                search=words,
                matches=tuple(map(self._choice, found[:MATCHES_SHOWN])),
                search_words=NO_MATCH if needle and not found else said,
            )
        )

    def choose(self, person_id: YoungPersonId) -> None:
        """This is the person."""
        row = self._rows.get(person_id)
        if row is not None:
            self.show(
                replace(
                    self.state,
                    chosen=self._choice(row),
                    is_new=False,
                    matches=(),
                    search_words="",
                    problems=(),
                )
            )

    def choose_only_match(self) -> None:
        """Enter in the search: the one person found."""
        if len(self.state.matches) == 1:
            self.choose(self.state.matches[0].id)

    def someone_new(self) -> None:
        """Nobody this file knows; what was searched for is their name unless they say otherwise."""
        self.show(replace(self.state, chosen=None, is_new=True, age="", pronouns="", problems=()))
        self.describe(name=self.state.search.strip(), age="", pronouns="")

    def choose_again(self) -> None:
        """Back to choosing."""
        self.show(replace(self.state, chosen=None, is_new=False, problems=()))

    def describe(self, *, name: str, age: str, pronouns: str) -> None:
        """What the new person wants to be called, and their age, as typed."""
        wanted = name.casefold().strip()
        alike = next(
            (r for r in self._rows.values() if wanted and r.chosen_name.casefold() == wanted), None
        )
        hint = self._choice(alike) if alike is not None else None
        self._added = None
        self.show(replace(self.state, name=name, age=age, pronouns=pronouns, alike=hint))

    def choose_form(self, form: Form) -> None:
        """Whole or short."""
        self.show(replace(self.state, form=form, problems=()))

    def choose_setting(self, setting: SettingKind) -> None:
        """Where this conversation takes place."""
        self.show(replace(self.state, setting=setting))

    def start(self) -> None:
        """Begin, or say what is missing."""
        if self.state.starting or self.state.loading:
            return
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
        workplace, rows = loaded
        self._rows = {row.id: row for row in rows}
        self.show(replace(self.state, loading=False, setting=workplace.setting_kind))
        if self._wanted is not None:
            self.choose(self._wanted)
        elif not rows:
            self.someone_new()

    def _begun(self, state: NewConversationState) -> ScreeningId:
        """Somebody new is added once, even when beginning has to be tried again."""
        people = self._services.young_people
        if state.chosen is not None:
            person = people.get(state.chosen.id)
        else:
            person = self._added or people.add(
                state.name, age_of(state.age) or 0, pronouns=state.pronouns
            )
            self._added = person
        return self._services.screenings.begin(
            person, form=state.form, setting_kind=state.setting
        ).id

    def _problems(self) -> tuple[tuple[str, str], ...]:
        state = self.state
        if state.chosen is None and not state.is_new:
            return (("person", CHOOSE_PERSON),)
        age = self._age()
        name = name_problem(state.name) if state.is_new else ""
        too_young = age is not None and not self._form_fits(state.form, age)
        problems = (
            ("name", name),
            ("age", AGE_MISSING if age is None else ""),
            ("form", SHORT_TOO_YOUNG if too_young else ""),
        )
        return tuple((field, words) for field, words in problems if words)

    def _age(self) -> int | None:
        if self.state.chosen is not None:
            return self._rows[self.state.chosen.id].age
        return age_of(self.state.age)

    def _form_fits(self, form: Form, age: int) -> bool:
        instrument = self._services.content.instrument()
        stages = instrument.short_form.stages
        return form is Form.FULL or instrument.life_stage(age).id in stages

    def _choice(self, row: YoungPersonRow) -> PersonChoice:
        return PersonChoice(id=row.id, label=self._names.label(row.chosen_name, row.reference))

    def _relabel(self) -> None:
        """Names were shown or masked."""
        state = self.state
        chosen, alike = (
            self._choice(self._rows[choice.id]) if choice else None
            for choice in (state.chosen, state.alike)
        )
        matches = tuple(self._choice(self._rows[match.id]) for match in state.matches)
        self.show(replace(state, chosen=chosen, alike=alike, matches=matches))

    def _refused(self, error: Exception) -> None:
        problems = (("person", told(error)),)
        self.show(replace(self.state, loading=False, starting=False, problems=problems))


def _haystack(row: YoungPersonRow) -> str:
    return f"{row.chosen_name} {masked_name(row.chosen_name)} {row.reference}".casefold()
