"""A young person's page: who they are, their story over time, what is due, how it is safe to be in touch."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from vrn_desktop.application.ports.rows import ScreeningRow
from vrn_desktop.application.services import Services
from vrn_desktop.application.young_person_service import Story
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.follow_up import FollowUp
from vrn_desktop.domain.identifiers import LetterId, YoungPersonId
from vrn_desktop.domain.letter_record import LetterEventKind, LetterRecord
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.screening import ScreeningState
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import full_date, local_date

_STATES = {
    ScreeningState.OPEN: "Unfinished",
    ScreeningState.PAUSED: "Paused, to carry on",
    ScreeningState.STOPPED: "Stopped early, which is fine",
    ScreeningState.COMPLETE: "Complete",
}
NAME_PROBLEM = (
    "Enter a name, nickname or initials of up to 200 characters, and an age from 0 to 120."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLine:
    """One thing that happened or is due; `verb` opens it."""

    day: date
    icon: str
    text: str
    meaning: str
    verb: str = ""
    route: Route | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YoungPersonState:
    """The page; the name is shown only while names are shown."""

    loading: bool = True
    heading: str = ""
    reference: str = ""
    about: str = ""
    lines: tuple[StoryLine, ...] = ()
    contact: tuple[str, ...] = ()
    editing: bool = False
    chosen_name: str = ""
    pronouns: str = ""
    age: str = ""
    access_needs: str = ""
    problem: str = ""


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
        self._story: Story | None = None
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Read the story; looking is noted in the audit trail."""
        self._services.runner.run(
            lambda: self._services.young_people.story(self._person_id),
            then=self._take,
            failed=self._refused,
        )

    def start_conversation(self) -> None:
        """Another conversation with this person."""
        self._go(Route(place=Place.NEW_CONVERSATION, young_person=self._person_id))

    def open(self, line: StoryLine) -> None:
        """Follow a line."""
        if line.route is not None:
            self._go(line.route)

    def show_name(self) -> None:
        """Show or mask names."""
        self._names.switch()

    def edit(self) -> None:
        """Change what is kept about this person."""
        if self._story is None:
            return
        person = self._story.person
        self.show(
            replace(
                self.state,
                editing=True,
                chosen_name=person.chosen_name,
                pronouns=person.pronouns,
                age=str(person.age_on(self._services.clock().date())),
                access_needs=person.access_needs,
            )
        )

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.show(replace(self.state, editing=False, problem=""))

    def keep(self, *, chosen_name: str, pronouns: str, age: str, access_needs: str) -> None:
        """Keep changed details."""
        if self._story is None:
            return
        if not age.strip().isdigit():
            self.show(replace(self.state, problem=NAME_PROBLEM))
            return
        changed = replace(
            self._story.person,
            chosen_name=" ".join(chosen_name.split()),
            pronouns=pronouns.strip(),
            age=int(age),
            age_recorded_on=self._services.clock().date(),
            access_needs=access_needs.strip(),
        )
        self._change(changed)

    def archive(self) -> None:
        """Put this person among the archived, or back; nothing is deleted."""
        if self._story is not None:
            person = self._story.person
            self._change(replace(person, archived=not person.archived))

    def _change(self, person: YoungPerson) -> None:
        self._services.runner.run(
            lambda: self._services.young_people.change(person),
            then=lambda _: self._changed(),
            failed=self._refused,
        )

    def _changed(self) -> None:
        self.cancel()
        self.load()

    def _take(self, story: Story) -> None:
        self._story = story
        self._redraw()

    def _redraw(self) -> None:
        if self._story is None:
            return
        story, person = self._story, self._story.person
        self.show(
            replace(
                self.state,
                loading=False,
                heading=self._names.label(person.chosen_name, person.reference),
                reference=person.reference,
                about=_about(person, self._services.clock().date()),
                lines=_lines(story),
                contact=contact_words(story.safe_contact, self._services.clock().date()),
            )
        )

    def _refused(self, error: Exception) -> None:
        words = NAME_PROBLEM if isinstance(error, DomainError) else told(error)
        self.show(replace(self.state, loading=False, problem=words))


def contact_words(contact: SafeContact | None, today: date) -> tuple[str, ...]:
    """How it is safe to be in touch, in words; missing means not safe."""
    if contact is None:
        return ("Not asked yet, so no way of contact counts as safe.",)
    ways = (
        ("Letters", contact.may_post()),
        ("Texts", contact.may_text()),
        ("Calls", contact.may_call()),
        ("Leaving a message", contact.may_leave_message()),
    )
    safe = tuple(name for name, is_safe in ways if is_safe)
    asked = f"Asked on {full_date(contact.asked_on)}." if contact.asked_on else ""
    again = "Ask again at this contact." if contact.needs_asking(today) else ""
    words = f"Safe: {', '.join(safe)}." if safe else "No way of contact was said to be safe."
    return tuple(part for part in (words, asked, again) if part)


def _about(person: YoungPerson, today: date) -> str:
    parts = (f"{person.age_on(today)} years", person.pronouns, person.access_needs)
    return " · ".join(part for part in parts if part)


def _lines(story: Story) -> tuple[StoryLine, ...]:
    lines = (
        *(_screening_line(row) for row in story.screenings),
        *(_letter_line(record) for record in story.letters),
        *(_follow_up_line(follow_up) for follow_up in story.follow_ups),
    )
    return tuple(sorted(lines, key=lambda line: line.day, reverse=True))


def _screening_line(row: ScreeningRow) -> StoryLine:
    done = row.state is ScreeningState.COMPLETE
    place = Place.LEVEL if done or row.state is ScreeningState.STOPPED else Place.CONVERSATION
    waiting = " · someone still has to be told" if row.open_escalations else ""
    return StoryLine(
        day=local_date(row.started_at),
        icon="message-circle",
        text="Conversation",
        meaning=f"{_STATES[row.state]}{waiting}",
        verb="Open" if done else "Carry on",
        route=Route(place=place, screening=row.id),
    )


def _letter_line(record: LetterRecord) -> StoryLine:
    given = record.given
    words = "Kept in the file"
    if given is not None and given.channel is not None:
        words = f"Given: {given.channel.value.replace('_', ' ')}"
    elif any(event.kind is LetterEventKind.PRINTED for event in record.events):
        words = "Printed"
    return StoryLine(
        day=local_date(record.made_at),
        icon="mail",
        text="Letter to the young person",
        meaning=words,
        verb="Open",
        route=Route(place=Place.LETTER, screening=record.screening_id, letter=LetterId(record.id)),
    )


def _follow_up_line(follow_up: FollowUp) -> StoryLine:
    state = "Done" if follow_up.done_at else "Promised"
    return StoryLine(
        day=follow_up.due_on,
        icon="calendar-check",
        text="Check-in",
        meaning=f"{state}. {follow_up.how}".strip(),
    )
