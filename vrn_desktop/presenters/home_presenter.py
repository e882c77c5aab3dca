"""Home: what is due today, what is unfinished, how this laptop is, and where help is."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from vrn_desktop.application.follow_up_service import Today
from vrn_desktop.application.ports.rows import DueRow, OpenEscalationRow, ScreeningRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.domain.level_decision import LevelDecision
from vrn_desktop.domain.screening import ScreeningState
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import (
    count,
    day,
    day_seen_from,
    greeting,
    local_date,
    mid_sentence,
    moment_seen_from,
)

SHOWN = 8


class DueIcon(StrEnum):
    """What kind of thing is due."""

    TELL = "life-buoy"
    CHECK_IN = "phone"
    DRAFT = "pen-line"
    LEVEL = "scale"
    REVIEW = "clipboard-check"
    DEBRIEF = "message-circle"


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """One thing to do, with one verb and where the verb leads; `done` marks a promise as kept."""

    icon: DueIcon
    text: str
    meaning: str
    verb: str
    route: Route
    done: FollowUpId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeState:
    """The home page."""

    loading: bool = True
    greeting: str = ""
    day_and_setting: str = ""
    due: tuple[DueLine, ...] = ()
    more: str = ""
    backup: str = ""
    backup_is_old: bool = False
    lock_words: str = "Locks itself after 5 minutes"
    services_words: str = ""
    problem: str = ""


class HomePresenter(Presenter[HomeState]):
    """Gathers the day."""

    def __init__(
        self,
        services: Services,
        names: NameDisplay,
        *,
        go: Callable[[Route], None],
        backup_words: Callable[[date], tuple[str, bool]] | None = None,
    ) -> None:
        super().__init__(HomeState())
        self._services = services
        self._names = names
        self._go = go
        self._backup_words = backup_words
        names.listen(self.load)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self.load)
        super().detach()

    def load(self) -> None:
        """Look at the day as it stands now."""
        self._services.runner.run(self._loaded, then=self._take, failed=self._refused)

    def start_conversation(self) -> None:
        """Begin with somebody."""
        self._go(Route(place=Place.NEW_CONVERSATION))

    def open(self, line: DueLine) -> None:
        """Follow a line's verb."""
        self._go(line.route)

    def mark_done(self, follow_up: FollowUpId) -> None:
        """A promise was kept."""
        self._services.runner.run(
            lambda: self._services.follow_ups.done(follow_up),
            then=lambda _: self.load(),
            failed=self._refused,
        )

    def open_place(self, place: Place) -> None:
        """To another page of the program."""
        self._go(Route(place=place))

    def _loaded(self) -> tuple[Today, str, int]:
        workplace = self._services.workplaces.workplace()
        directory = self._services.signposting.directory()
        return self._services.follow_ups.today(), workplace.setting_name, len(directory.entries)

    def _take(self, loaded: tuple[Today, str, int]) -> None:
        today, setting, services = loaded
        lines = self._lines(today)
        first_name = self._services.practitioner.name.split()[:1]
        backup, is_old = self._backup_words(today.day) if self._backup_words else ("", False)
        self.show(
            HomeState(
                loading=False,
                greeting=", ".join([greeting(self._services.clock()), *first_name]),
                day_and_setting=f"{day(today.day)} · {setting}",
                due=lines[:SHOWN],
                more=f"And {count(len(lines) - SHOWN, 'more thing')}" if len(lines) > SHOWN else "",
                backup=backup,
                backup_is_old=is_old,
                services_words=f"{count(services, 'service')} and help lines, each with its check state",
            )
        )

    def _lines(self, today: Today) -> tuple[DueLine, ...]:
        return (
            *(self._tell(row, today.day) for row in today.open_escalations),
            *(self._promise(row, today.day) for row in today.due),
            *(self._review(decision) for decision in today.waiting),
            *(self._debriefs(today.debriefs) if today.debriefs else ()),
            *(self._draft(row, today.day) for row in today.drafts),
        )

    def _tell(self, row: OpenEscalationRow, today: date) -> DueLine:
        since = mid_sentence(moment_seen_from(row.raised_at, today))
        return DueLine(
            icon=DueIcon.TELL,
            text=f"Tell someone · {self._names.label(row.chosen_name, row.reference)}",
            meaning=f"{row.text} Since {since}.",
            verb="Record what was done",
            route=Route(place=Place.ESCALATION, screening=row.screening_id, escalation=row.id),
        )

    def _promise(self, row: DueRow, today: date) -> DueLine:
        what = "See how they are" if row.kind is FollowUpKind.AFTERCARE else "Check in"
        when = mid_sentence(day_seen_from(row.due_on, today))
        return DueLine(
            icon=DueIcon.CHECK_IN,
            text=f"{what} · {self._names.label(row.chosen_name, row.reference)}",
            meaning=f"Promised for {when}. {row.how}".strip(),
            verb="Open",
            route=Route(place=Place.YOUNG_PERSON, young_person=row.young_person_id),
            done=row.id,
        )

    def _draft(self, row: ScreeningRow, today: date) -> DueLine:
        name = self._names.label(row.chosen_name, row.reference)
        begun = mid_sentence(day_seen_from(local_date(row.started_at), today))
        if row.state is ScreeningState.STOPPED or row.position == "step:Z8":
            return DueLine(
                icon=DueIcon.LEVEL,
                text=f"Weigh the level · {name}",
                meaning=f"Conversation of {begun}",
                verb="Look",
                route=Route(place=Place.LEVEL, screening=row.id),
            )
        return DueLine(
            icon=DueIcon.DRAFT,
            text=f"Unfinished conversation · {name}",
            meaning=f"Begun {begun}. Everything said is kept.",
            verb="Carry on",
            route=Route(place=Place.CONVERSATION, screening=row.id),
        )

    def _review(self, decision: LevelDecision) -> DueLine:
        asked_by = self._services.people.name_of(decision.decided_by)
        return DueLine(
            icon=DueIcon.REVIEW,
            text="A level waits for a second person",
            meaning=f"Asked by {asked_by}",
            verb="Review",
            route=Route(place=Place.REVIEW, screening=decision.screening_id),
        )

    def _debriefs(self, wanted: int) -> tuple[DueLine, ...]:
        return (
            DueLine(
                icon=DueIcon.DEBRIEF,
                text=f"{count(wanted, 'colleague')} would like a debrief or a break",
                meaning="After a conversation. Only you see this.",
                verb="See who",
                route=Route(place=Place.REVIEW),
            ),
        )

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error)))
