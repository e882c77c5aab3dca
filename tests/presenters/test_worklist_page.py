"""All that is due as its page shows it, and days as people type them."""

from datetime import date, time, timedelta

import pytest

from tests.invented_services import PRIYA
from tests.loop_office import yes
from tests.talk import CALM_CORE, talked
from tests.went import Went
from vrn_desktop.domain.errors import DiskFullError
from vrn_desktop.domain.follow_up import FollowUpKind
from vrn_desktop.domain.handover import Caller
from vrn_desktop.presenters.loop.typed_day import NOT_A_DAY, typed_day
from vrn_desktop.presenters.loop.worklist_presenter import (
    ALREADY_PAST,
    CALENDAR_SAVED,
    DONE,
    NOT_NEEDED,
    WorklistPresenter,
)
from vrn_desktop.presenters.loop.worklist_state import WorkRow
from vrn_desktop.presenters.name_display import NameDisplay
from vrn_desktop.presenters.navigation_presenter import Place

TUESDAY = date(2026, 11, 24)


class List:
    """A list with one thing of each span of days."""

    def __init__(self) -> None:
        self.office, self.services, self.talk = talked(CALM_CORE)
        self.signpost = yes(self.services, self.talk)
        for days in (-1, 0, 3):
            self.services.follow_ups.promise(
                self.talk,
                due_on=self.office.clock().date() + timedelta(days=days),
                how="By text",
                kind=FollowUpKind.CHECK_IN,
            )
        self.went = Went()
        self.names = NameDisplay()
        self.page = WorklistPresenter(self.services, self.names, go=self.went)

    def groups(self) -> dict[str, int]:
        return {group.code: len(group.rows) for group in self.page.state.groups}

    def row(self, code: str) -> WorkRow:
        return next(g.rows[0] for g in self.page.state.groups if g.code == code)


def test_the_list_is_grouped_by_when_something_is_due() -> None:
    shown = List()

    assert shown.groups() == {"overdue": 1, "today": 1, "week": 1, "later": 2}
    assert shown.row("overdue").text == "Check in · K.I. · YP-0001"
    assert shown.row("overdue").meaning == "Yesterday. By text."


def test_names_are_masked_unless_they_are_shown() -> None:
    shown = List()
    assert "Kay" not in str(shown.page.state)

    shown.page.switch_names()
    assert "Kay Invented" in shown.row("today").text

    shown.page.detach()
    shown.names.mask()
    assert "Kay Invented" in shown.row("today").text


def test_each_verb_leads_to_where_it_is_done() -> None:
    shown = List()
    shown.services.loop.referrals.agree_handover(
        shown.signpost.id, Caller.TOGETHER, on=TUESDAY, at_time=time(15, 30)
    )
    shown.page.load()

    shown.page.open(shown.row("later"))
    assert (shown.went.last.place, shown.went.last.young_person) == (
        Place.FOLLOW_UP,
        shown.talk.young_person_id,
    )
    assert shown.went.last.follow_up is not None
    shown.page.open(shown.row("overdue"))
    assert shown.went.last.place is Place.YOUNG_PERSON
    call = next(row for g in shown.page.state.groups for row in g.rows if "First call" in row.text)
    assert call.meaning == "Today, 15:30."
    shown.page.open(call)
    assert (shown.went.last.place, shown.went.last.signpost) == (
        Place.REFERRAL,
        shown.signpost.id,
    )


def test_done_and_not_needed_take_it_off_the_list() -> None:
    shown = List()

    shown.page.done(shown.row("overdue").id)
    assert shown.page.state.notice == DONE
    shown.page.not_needed(shown.row("today").id)

    assert shown.page.state.notice == NOT_NEEDED
    assert shown.groups() == {"week": 1, "later": 2}


def test_could_not_reach_says_when_it_comes_again() -> None:
    shown = List()

    shown.page.could_not_reach(shown.row("overdue").id)

    assert shown.page.state.notice == "Noted. It comes again Fri 27 Nov."
    assert shown.groups() == {"today": 1, "week": 2, "later": 2}


@pytest.mark.parametrize(
    ("typed", "problem"),
    [("soon", NOT_A_DAY), ("", NOT_A_DAY), ("23 November", ALREADY_PAST), ("1/12", "")],
)
def test_another_day_can_be_typed_and_lies_ahead(typed: str, problem: str) -> None:
    shown = List()
    shown.page.start_postponing(shown.row("overdue"))

    shown.page.postpone_to(typed)

    form = shown.page.state.postpone
    assert (form.problem if form is not None else "") == problem
    assert bool(shown.page.state.notice) is not bool(problem)


def test_another_day_can_be_chosen_or_left() -> None:
    shown = List()
    shown.page.start_postponing(shown.row("overdue"))
    shown.page.stop_postponing()
    assert shown.groups()["overdue"] == 1

    shown.page.start_postponing(shown.row("overdue"))
    shown.page.postpone_by(7)

    assert shown.page.state.notice == "Moved to Tuesday 1 December."
    assert "overdue" not in shown.groups()


def test_a_supervisor_may_look_at_the_teams_list_and_sees_whose_it_is() -> None:
    shown = List()
    services = shown.office.as_person(PRIYA).services()
    theirs = WorklistPresenter(services, NameDisplay(), go=Went())

    assert theirs.state.may_see_team
    assert theirs.state.empty
    theirs.show_team(on=True)
    assert "Sam Invented." in theirs.state.groups[0].rows[0].meaning

    assert not shown.page.state.may_see_team
    shown.page.show_team(on=True)
    assert not shown.page.state.team


def test_the_calendar_is_made_for_the_screen_and_noted_once_saved() -> None:
    shown = List()
    acts = len(shown.office.store.acts)

    shown.page.make_calendar(with_alarm=True)
    assert b"BEGIN:VCALENDAR" in (shown.page.state.calendar or b"")
    assert len(shown.office.store.acts) == acts
    shown.page.calendar_saved(saved=True)

    assert shown.page.state.calendar is None
    assert shown.page.state.notice == CALENDAR_SAVED
    assert len(shown.office.store.acts) == acts + 1


def test_the_list_leads_to_its_neighbours_and_says_what_went_wrong() -> None:
    shown = List()
    for act in (
        shown.page.a_reply_came,
        shown.page.contacts_that_changed,
        shown.page.what_was_missing,
        shown.page.back,
    ):
        act()
    assert shown.went.places == [
        Place.REPLY,
        Place.OUT_OF_DATE,
        Place.UNMET_NEEDS,
        Place.HOME,
    ]

    shown.office.store.refuses = DiskFullError()
    shown.page.done(shown.row("overdue").id)
    assert "disk is full" in shown.page.state.problem


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", TUESDAY),
        ("Yesterday", date(2026, 11, 23)),
        ("tomorrow", date(2026, 11, 25)),
        ("14/12", date(2026, 12, 14)),
        ("14.12.", date(2026, 12, 14)),
        ("3/1", date(2027, 1, 3)),
        ("14/12/26", date(2026, 12, 14)),
        ("14-12-2027", date(2027, 12, 14)),
        ("2026-12-14", date(2026, 12, 14)),
        ("14 December", date(2026, 12, 14)),
        ("1st Dec", date(2026, 12, 1)),
        ("20 oct 2025", date(2025, 10, 20)),
        ("31/2", None),
        ("14 Smarch", None),
        ("next week", None),
        ("", None),
    ],
)
def test_a_day_is_understood_as_people_write_it(typed: str, meant: date | None) -> None:
    assert typed_day(typed, TUESDAY) == meant


def test_a_leap_day_is_a_day_in_its_own_year_only() -> None:
    assert typed_day("29/2", date(2028, 2, 27)) == date(2028, 2, 29)
    assert typed_day("29/2", TUESDAY) is None
