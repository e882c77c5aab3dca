"""All that is due: overdue, today, this week and later, one's own or the team's, each with one verb."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from vrn_desktop.application.calendar_service import LOOKS_AHEAD
from vrn_desktop.application.ports.rows import DueRow
from vrn_desktop.application.services import Services
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.identifiers import FollowUpId
from vrn_desktop.presenters.check_in_choices import days_from
from vrn_desktop.presenters.error_text import told
from vrn_desktop.presenters.loop.loop_words import PROMISES
from vrn_desktop.presenters.loop.typed_day import NOT_A_DAY, typed_day
from vrn_desktop.presenters.loop.worklist_state import (
    PostponeForm,
    WorkGroup,
    WorklistState,
    WorkRow,
)
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place, Route
from vrn_desktop.presenters.presenter import Presenter
from vrn_desktop.presenters.wording import day, day_seen_from, mid_sentence

DONE = "Noted as done."
NOT_NEEDED = "Noted: no longer needed."
CALENDAR_SAVED = "Saved. It says when, and no names."
ALREADY_PAST = "That day has passed. Choose one ahead."
WEEK = timedelta(days=7)


class WorklistPresenter(Presenter[WorklistState]):
    """Gathers what is due and takes it off the list."""

    def __init__(
        self, services: Services, names: NameDisplay, *, go: Callable[[Route], None]
    ) -> None:
        super().__init__(
            WorklistState(may_see_team=services.practitioner.role.may_review, team=False)
        )
        self._services = services
        self._names = names
        self._go = go
        self._rows: tuple[DueRow, ...] = ()
        names.listen(self._redraw)
        self.load()

    def detach(self) -> None:
        """The screen is gone."""
        self._names.forget(self._redraw)
        super().detach()

    def load(self) -> None:
        """Look at the list as it stands now."""
        until = self._day() + LOOKS_AHEAD
        self._services.runner.run(
            lambda: self._services.follow_ups.due_until(until),
            then=self._take,
            failed=self._refused,
        )

    def show_team(self, *, on: bool) -> None:
        """Everybody's list, for a reviewer; or one's own."""
        self.show(replace(self.state, team=on and self.state.may_see_team, postpone=None))
        self._redraw()

    def switch_names(self) -> None:
        """Show names, or mask them again."""
        self._names.switch()

    def open(self, row: WorkRow) -> None:
        """Take it up."""
        self._go(row.route)

    def back(self) -> None:
        """To the home page."""
        self._go(Route(place=Place.HOME))

    def a_reply_came(self) -> None:
        """To the page where a slip's code is typed."""
        self._go(Route(place=Place.REPLY))

    def what_was_missing(self) -> None:
        """For a reviewer: which help could not be had."""
        self._go(Route(place=Place.UNMET_NEEDS))

    def contacts_that_changed(self) -> None:
        """Who holds an old number."""
        self._go(Route(place=Place.OUT_OF_DATE))

    def done(self, follow_up: FollowUpId) -> None:
        """It was kept."""
        self._change(lambda: self._services.follow_ups.done(follow_up), lambda _: DONE)

    def not_needed(self, follow_up: FollowUpId) -> None:
        """It has become pointless, or they do not want it."""
        self._change(lambda: self._services.follow_ups.not_needed(follow_up), lambda _: NOT_NEEDED)

    def could_not_reach(self, follow_up: FollowUpId) -> None:
        """A try that reached nobody; it comes again."""
        self._change(
            lambda: self._services.follow_ups.could_not_reach(follow_up),
            lambda again: (
                f"Noted. It comes again {mid_sentence(day_seen_from(again, self._day()))}."
            ),
        )

    def start_postponing(self, row: WorkRow) -> None:
        """Choose another day."""
        form = PostponeForm(row=row, days=days_from(self._day()))
        self.show(replace(self.state, postpone=form, notice=""))

    def stop_postponing(self) -> None:
        """Leave it on its day."""
        self.show(replace(self.state, postpone=None))

    def postpone_by(self, days: int) -> None:
        """So many days from today."""
        self._postpone(self._day() + timedelta(days=days))

    def postpone_to(self, words: str) -> None:
        """A day as it was typed, or say how to write one."""
        form, today = self.state.postpone, self._day()
        if form is None:
            return
        meant = typed_day(words, today)
        problem = NOT_A_DAY if meant is None else ALREADY_PAST if meant < today else ""
        if meant is None or problem:
            form = replace(form, typed=words, problem=problem)
            self.show(replace(self.state, postpone=form))
            return
        self._postpone(meant)

    def make_calendar(self, *, with_alarm: bool) -> None:
        """One's own list as a calendar file, to be saved by the screen."""
        self._services.runner.run(
            lambda: self._services.loop.calendar.calendar(with_alarm=with_alarm),
            then=lambda made: self.show(replace(self.state, calendar=made, notice="")),
            failed=self._refused,
        )

    def calendar_saved(self, *, saved: bool, problem: str = "") -> None:
        """What became of it; only a file that was saved is written into the audit trail."""
        self.show(
            replace(
                self.state,
                calendar=None,
                notice=CALENDAR_SAVED if saved else "",
                problem=problem,
            )
        )
        if saved:
            self._services.runner.run(
                self._services.loop.calendar.saved, then=lambda _: None, failed=self._refused
            )

    def _postpone(self, due_on: date) -> None:
        form = self.state.postpone
        if form is not None:
            follow_up = form.row.id
            self._change(
                lambda: self._services.follow_ups.postpone(follow_up, due_on),
                lambda _: f"Moved to {day(due_on)}.",
            )

    def _change(self, job: Callable[[], object], words: Callable[..., str]) -> None:
        def changed(result: object) -> None:
            self.show(replace(self.state, postpone=None, notice=words(result), problem=""))
            self.load()

        self._services.runner.run(job, then=changed, failed=self._refused)

    def _take(self, rows: tuple[DueRow, ...]) -> None:
        self._rows = rows
        self.show(replace(self.state, loading=False))
        self._redraw()

    def _redraw(self) -> None:
        me = self._services.practitioner.id
        rows = [r for r in self._rows if self.state.team or r.practitioner_id == me]
        groups = _grouped(rows, self._day(), self._row)
        self.show(
            replace(
                self.state,
                groups=groups,
                empty=not groups and not self.state.loading,
                names_shown=self._names.shown,
            )
        )

    def _row(self, row: DueRow) -> WorkRow:
        today = self._day()
        about = f": {row.service_name}" if row.service_name else ""
        who = self._names.label(row.chosen_name, row.reference)
        at = f", {row.at_time.strftime('%H:%M')}" if row.at_time is not None else ""
        mine = row.practitioner_id == self._services.practitioner.id
        by = "" if mine else f"{self._services.people.name_of(row.practitioner_id)}."
        parts = (
            f"{day_seen_from(row.due_on, today)}{at}.",
            f"{row.how}." if row.how.strip() else "",
            by,
        )
        verb, route = work_route(row)
        return WorkRow(
            id=row.id,
            text=f"{PROMISES[row.kind]}{about} · {who}",
            meaning=" ".join(part for part in parts if part),
            verb=verb,
            route=route,
        )

    def _day(self) -> date:
        return self._services.clock().date()

    def _refused(self, error: Exception) -> None:
        self.show(replace(self.state, loading=False, problem=told(error), notice=""))


def work_route(row: DueRow) -> tuple[str, Route]:
    """The verb of something due, and the page on which it is done."""
    person = row.young_person_id
    if row.kind is FollowUpKind.IS_IT_HELPING:
        return "Ask", Route(place=Place.FOLLOW_UP, follow_up=row.id, young_person=person)
    if row.signpost_id is not None:
        return "Open", Route(place=Place.REFERRAL, signpost=row.signpost_id, young_person=person)
    return "Open", Route(place=Place.YOUNG_PERSON, young_person=person)


def _grouped(
    rows: list[DueRow], today: date, drawn: Callable[[DueRow], WorkRow]
) -> tuple[WorkGroup, ...]:
    def of(first: date, last: date) -> list[DueRow]:
        return [row for row in rows if first <= row.due_on <= last]

    one = timedelta(days=1)
    spans = (
        ("overdue", "Overdue", of(date.min, today - one)),
        ("today", "Due today", of(today, today)),
        ("week", "This week", of(today + one, today + WEEK)),
        ("later", "Later", of(today + WEEK + one, date.max)),
    )
    return tuple(
        WorkGroup(code=code, title=title, rows=tuple(map(drawn, found)))
        for code, title, found in spans
        if found
    )
