"""A young person's page: strengths, their story over time, what is promised, how it is safe to be in touch."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vrn_desktop.application.services import Services
from vrn_desktop.application.young_person_service import Story, usable_name
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId, YoungPersonId
from vrn_desktop.domain.letter_facts import CheckInWay
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.check_in_choices import days_from, how_words, safe_ways
from vrn_desktop.presenters.contact_words import contact_words
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.help_lines import HelpLine, help_lines
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.own_group import group_choices, group_of, with_group
from vrn_desktop.presenters.person_fields import AGE_MISSING, age_of, name_problem
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.story_lines import StoryLine, lines_ahead, lines_behind
from vrn_desktop.presenters.strengths import StrengthLine, strengths_of
from vrn_desktop.presenters.young_person_state import DetailsForm, PromiseForm, YoungPersonState

CHOOSE_DAY = "Choose a day first."
DONE = "Noted as done."
PROMISED = "On the list for that day."
KEPT = "Kept."
ARCHIVED = "Archived. Nothing is deleted; you can bring them back at any time."
BROUGHT_BACK = "Back among the people you work with."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    story: Story
    about_themselves: EqualityAnswers | None
    strengths: tuple[StrengthLine, ...]


class YoungPersonPresenter(Presenter[YoungPersonState]):
    """One young person over time."""

    def __init__(
        self,
        services: Services,
        person_id: YoungPersonId,
        names: NameDisplay,
        *,
        go: Callable[[Route], None],
    ) -> None:
        super().__init__(YoungPersonState())
        self._services = services
        self._person_id = person_id
        self._names = names
        self._go = go
        self._loaded: _Loaded | None = None
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Read the story; looking is noted in the audit trail."""
        self._services.runner.run(self._read, then=self._take, failed=self._refused)

    def start_conversation(self) -> None:
        """Another conversation with this person."""
        self._go(Route(place=Place.NEW_CONVERSATION, young_person=self._person_id))

    def open(self, line: StoryLine) -> None:
        """Follow a line."""
        if line.route is not None:
            self._go(line.route)

    def open_help(self, line: HelpLine) -> None:
        """To what became of one service."""
        self._go(Route(place=Place.REFERRAL, signpost=line.id))

    def ask_safe_contact(self) -> None:
        """Ask how it is safe to be in touch."""
        self._go(Route(place=Place.SAFE_CONTACT, young_person=self._person_id))

    def switch_names(self) -> None:
        """Show names, or mask them again."""
        self._names.switch()

    def mark_done(self, follow_up: FollowUpId) -> None:
        """A promise was kept."""
        self._change(lambda: self._services.follow_ups.done(follow_up), DONE)

    # -- a promise ---------------------------------------------------------------------------------

    def plan_check_in(self) -> None:
        """Promise to check in with them."""
        if self._loaded is not None and self.state.may_promise:
            form = PromiseForm(
                days=days_from(self._day()), ways=safe_ways(self._loaded.story.safe_contact)
            )
            self.show(replace(self.state, promise=form, details=None, notice=""))

    def choose_day(self, days: int) -> None:
        """So many days from today."""
        self._set_promise(lambda form: replace(form, chosen_day=days, problem=""))

    def choose_way(self, way: CheckInWay) -> None:
        """A way they said is safe."""
        self._set_promise(lambda form: replace(form, chosen_way=way))

    def write_details(self, words: str) -> None:
        """Where or when, for example after school."""
        self._set_promise(lambda form: replace(form, details=words))

    def keep_promise(self) -> None:
        """Put it on the list, or say what is missing."""
        form, loaded = self.state.promise, self._loaded
        if form is None or loaded is None:
            return
        if form.chosen_day is None:
            self.show(replace(self.state, promise=replace(form, problem=CHOOSE_DAY)))
            return
        due = self._day() + timedelta(days=form.chosen_day)
        how = how_words(form.chosen_way, form.details)
        latest = loaded.story.screenings[0].id

        def promise() -> object:
            screening = self._services.screenings.load(latest)
            return self._services.follow_ups.promise(
                screening, due_on=due, how=how, kind=FollowUpKind.CHECK_IN
            )

        self._change(promise, PROMISED)

    # -- details -----------------------------------------------------------------------------------

    def edit(self) -> None:
        """Change what is kept about this person."""
        if self._loaded is not None:
            person = self._loaded.story.person
            form = DetailsForm(
                chosen_name=person.chosen_name,
                pronouns=person.pronouns,
                age=str(person.age_on(self._day())),
                access_needs=person.access_needs,
                archived=person.archived,
                groups=group_choices(self._services.content.texts()),
                group=group_of(self._loaded.about_themselves),
            )
            self.show(replace(self.state, details=form, promise=None, notice=""))

    def describe_group(self, group: str) -> None:
        """The heading they choose for themselves; kept with the other details."""
        form = self.state.details
        if form is not None:
            self.show(replace(self.state, details=replace(form, group=group)))

    def cancel(self) -> None:
        """Close the forms and leave everything as it was."""
        self.show(replace(self.state, details=None, promise=None, problem=""))

    def keep(self, *, chosen_name: str, pronouns: str, age: str, access_needs: str) -> None:
        """Keep changed details, or say what is missing."""
        form, loaded = self.state.details, self._loaded
        if form is None or loaded is None:
            return
        typed = replace(
            form, chosen_name=chosen_name, pronouns=pronouns, age=age, access_needs=access_needs
        )
        problems, years = _problems(typed), age_of(age)
        self.show(replace(self.state, details=replace(typed, problems=problems)))
        if problems or years is None:
            return
        person = replace(
            loaded.story.person,
            chosen_name=usable_name(chosen_name),
            pronouns=pronouns.strip(),
            access_needs=access_needs.strip(),
        )
        if years != person.age_on(self._day()):
            person = replace(person, age=years, age_recorded_on=self._day())
        self._change(lambda: self._keep(person, typed.group), KEPT)

    def archive(self) -> None:
        """Put this person among the archived, or back; nothing is deleted."""
        if self._loaded is not None:
            person = self._loaded.story.person
            changed = replace(person, archived=not person.archived)
            words = ARCHIVED if changed.archived else BROUGHT_BACK
            self._change(lambda: self._services.young_people.change(changed), words)

    # -- inside ------------------------------------------------------------------------------------

    def _read(self) -> _Loaded:
        story = self._services.young_people.story(self._person_id)
        about = self._services.aftertalk.equality(self._person_id)
        for row in story.screenings:
            screening = self._services.screenings.load(row.id)
            instrument = self._services.screenings.path(screening).instrument
            strengths = strengths_of(instrument, screening)
            if strengths:
                return _Loaded(story=story, about_themselves=about, strengths=strengths)
        return _Loaded(story=story, about_themselves=about, strengths=())

    def _keep(self, person: YoungPerson, group: str) -> None:
        self._services.young_people.change(person)
        about = self._services.aftertalk.equality(person.id)
        if group != group_of(about):
            self._services.aftertalk.keep_equality(with_group(about, person.id, group))

    def _change(self, job: Callable[[], object], words: str) -> None:
        def changed(_: object) -> None:
            self.show(replace(self.state, details=None, promise=None, notice=words, problem=""))
            self.load()

        self._services.runner.run(job, then=changed, failed=self._refused)

    def _set_promise(self, change: Callable[[PromiseForm], PromiseForm]) -> None:
        if self.state.promise is not None:
            self.show(replace(self.state, promise=change(self.state.promise)))

    def _take(self, loaded: _Loaded) -> None:
        self._loaded = loaded
        self._redraw()

    def _redraw(self) -> None:
        if self._loaded is None:
            return
        story, today = self._loaded.story, self._day()
        person = story.person
        self.show(
            replace(
                self.state,
                loading=False,
                heading=self._names.label(person.chosen_name, person.reference),
                reference=person.reference,
                about=_about(person, today),
                archived=person.archived,
                names_shown=self._names.shown,
                strengths=self._loaded.strengths,
                help=help_lines(story.referrals, today),
                ahead=lines_ahead(story, today),
                behind=lines_behind(story, today, self._services.content.instrument()),
                contact=contact_words(story.safe_contact, today),
                may_promise=bool(story.screenings),
            )
        )

    def _day(self) -> date:
        return self._services.clock().date()

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error), notice=""))


def _problems(form: DetailsForm) -> tuple[tuple[str, str], ...]:
    name = name_problem(form.chosen_name)
    age = AGE_MISSING if age_of(form.age) is None else ""
    return tuple((field, words) for field, words in (("name", name), ("age", age)) if words)


def _about(person: YoungPerson, today: date) -> str:
    parts = (f"{person.age_on(today)} years", person.pronouns, person.access_needs)
    return " · ".join(part for part in parts if part)
