"""Periods are closed once, in order, by the calendar; what a lost file drew is never drawn again."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.fake_store import FakeStore
from tests.invented_counted_people import person_quarter
from tests.invented_services import PRIYA, SAM, FixedClock
from tests.watched_count_office import WatchedCountOffice, enrolled
from vrn_desktop.application.counting_service import ClosedPeriods, CountingService
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counts_sent import (
    EnrolmentStep,
    NothingToWithdrawError,
    NumbersState,
    OfficeReceipt,
)
from vrn_desktop.domain.errors import (
    EnrolmentStepError,
    NotAllowedError,
    RefusedByOfficeError,
)
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter, Week
from vrn_desktop.domain.young_person import YoungPerson

WEEKS = tuple(Week(2026, number) for number in range(40, 47))
"""Those that have closed on 24 November 2026, since the enrolment's first quarter began."""
KAY, LEE = YoungPersonId("kay"), YoungPersonId("lee")


@dataclass
class Site:
    practitioner: Practitioner = PRIYA
    store: FakeStore = field(default_factory=FakeStore)
    clock: FixedClock = field(default_factory=FixedClock)
    office: WatchedCountOffice = field(default_factory=WatchedCountOffice)

    def __post_init__(self) -> None:
        self.service = CountingService(self, self.office, self.clock)
        self.enrol(EnrolmentStep.IN_FORCE)

    def enrol(self, step: EnrolmentStep, trusted_day: date = date(2026, 11, 20)) -> None:
        with self.store.change(Act.ENROLMENT_CHANGED, "") as work:
            work.counts.put_enrolment(enrolled(step, trusted_day=trusted_day))
        self.store.acts.clear()

    def go_to(self, day: date) -> None:
        self.clock.now = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)

    def ledger(self) -> list[tuple[Period, NumbersState]]:
        with self.store.read() as work:
            return [(entry.period, entry.state) for entry in reversed(work.counts.ledger())]

    def counted(self) -> dict[YoungPersonId, set[Week]]:
        with self.store.read() as work:
            return {who: set(weeks) for who, weeks in work.counts.counted_before().items()}

    def receive(self, day: date) -> None:
        """A receipt of the centre for the last message."""
        with self.store.change(Act.COUNTS_RECEIPTED, "") as work:
            last = work.counts.ledger()[0]
            receipt = OfficeReceipt(
                message_id=last.message_id, digest=last.digest, accepted=True, day=day
            )
            work.counts.add_receipt(last.number, receipt, b"raw", self.clock())
        self.store.acts.clear()

    def add_person(self, person: YoungPersonId) -> None:
        with self.store.change(Act.YOUNG_PERSON_ADDED, person) as work:
            work.young_people.add(
                YoungPerson(
                    id=person,
                    reference=work.young_people.next_reference(),
                    chosen_name="Invented",
                    age=15,
                    age_recorded_on=date(2026, 1, 1),
                    practitioner_id=SAM.id,
                )
            )
        self.store.acts.clear()


def test_all_that_is_due_is_drawn_in_order_each_in_a_change_of_its_own() -> None:
    site = Site()

    closed = site.service.close_due_periods()

    assert closed == ClosedPeriods(drawn=WEEKS)
    assert site.ledger() == [(week, NumbersState.OK) for week in WEEKS]
    assert site.store.acts == [(Act.COUNTS_DRAWN, str(week)) for week in WEEKS]


def test_what_was_drawn_is_not_drawn_again() -> None:
    site = Site()
    site.service.close_due_periods()

    assert site.service.close_due_periods() == ClosedPeriods()
    assert site.office.drawn == list(WEEKS)


def test_a_quarter_follows_its_last_week_and_the_year_its_last_quarter() -> None:
    site = Site()
    site.enrol(EnrolmentStep.IN_FORCE, trusted_day=date(2027, 1, 10))
    site.go_to(date(2027, 1, 11))
    drawn = site.service.close_due_periods().drawn
    assert drawn[-3:] == (Week(2026, 53), Quarter(2026, 4), ProgrammeYear(2026))
    assert len(drawn) == 14 + 2


def test_a_drawing_sees_the_people_of_its_period_and_who_was_counted_before() -> None:
    site = Site()
    site.store.records.counts.people += [
        person_quarter("kay", Week(2026, 41)),
        person_quarter("lee", Week(2026, 43)),
    ]
    site.service.close_due_periods()

    assert [row.person for row in site.office.rows[Week(2026, 41)]] == [KAY]
    assert site.office.before[Week(2026, 41)] == {}
    assert site.office.before[Week(2026, 43)] == {KAY: {Week(2026, 41)}}
    assert site.counted() == {KAY: {Week(2026, 41)}, LEE: {Week(2026, 43)}}


@pytest.mark.parametrize("step", [EnrolmentStep.WORDS_WAIT, EnrolmentStep.ENDED])
def test_nothing_is_drawn_unless_the_enrolment_is_in_force(step: EnrolmentStep) -> None:
    site = Site()
    site.enrol(step)
    assert site.service.close_due_periods() == ClosedPeriods()
    assert (site.office.drawn, site.store.acts) == ([], [])


def test_a_file_that_no_centre_knows_draws_nothing() -> None:
    site = Site()
    site.store.records.counts.enrolment = None
    assert site.service.close_due_periods() == ClosedPeriods()


def test_a_clock_far_ahead_draws_no_further_than_the_quarter_after_the_centres_last_word() -> None:
    site = Site()
    site.go_to(date(2028, 6, 1))
    closed = site.service.close_due_periods()
    assert closed.held_back
    assert closed.drawn[-1] == Quarter(2027, 1)
    assert not Site().service.close_due_periods().held_back


def test_an_office_that_refuses_leaves_what_was_closed_and_the_rest_for_the_next_time() -> None:
    site = Site()
    site.office.refuses = Week(2026, 42)
    with pytest.raises(RefusedByOfficeError):
        site.service.close_due_periods()
    assert [period for period, _ in site.ledger()] == [Week(2026, 40), Week(2026, 41)]

    site.office.refuses = None
    assert site.service.close_due_periods().drawn == WEEKS[2:]


def restored_site(day: date = date(2026, 11, 24), drawn_until: date = date(2026, 10, 20)) -> Site:
    """A site whose backup knows only what was drawn by that day; brought back on `day`."""
    site = Site()
    site.go_to(drawn_until)
    site.service.close_due_periods()
    site.add_person(KAY)
    site.add_person(LEE)
    site.go_to(day)
    site.store.records.counts.restored = True
    site.office.drawn.clear()
    site.store.acts.clear()
    return site


def test_after_a_restore_all_that_was_due_is_missing_and_nothing_of_it_is_drawn() -> None:
    site = restored_site()

    closed = site.service.close_due_periods()

    assert closed == ClosedPeriods(missing=WEEKS[2:])
    assert site.office.drawn == []
    assert site.ledger()[2:] == [(week, NumbersState.MISSING) for week in WEEKS[2:]]
    assert site.store.acts == [(Act.COUNTS_LOST, ""), (Act.COUNTS_LOST, "2026-W46")]
    assert site.service.close_due_periods() == ClosedPeriods()


def test_after_a_restore_everybody_counts_as_counted_and_a_receipt_lets_the_next_week_be_drawn() -> (
    None
):
    site = restored_site()
    site.service.close_due_periods()
    assert site.counted() == {KAY: {Week(2026, 42)}, LEE: {Week(2026, 42)}}

    site.receive(date(2026, 11, 24))
    site.store.records.counts.people.append(person_quarter("kay", Week(2026, 47)))
    site.go_to(date(2026, 11, 26))
    assert site.service.close_due_periods() == ClosedPeriods(drawn=(Week(2026, 47),))
    assert site.counted()[KAY] == {Week(2026, 42)}


def test_until_that_receipt_all_is_missing_whatever_the_clock_says() -> None:
    site = restored_site(day=date(2026, 10, 21))
    assert site.service.close_due_periods() == ClosedPeriods()

    site.go_to(date(2026, 11, 24))
    assert site.service.close_due_periods() == ClosedPeriods(missing=WEEKS[2:])
    site.go_to(date(2026, 11, 26))
    assert site.service.close_due_periods() == ClosedPeriods(missing=(Week(2026, 47),))


def test_what_was_due_by_the_centres_day_is_missing_and_what_came_after_is_drawn() -> None:
    site = restored_site(day=date(2026, 10, 22))
    site.service.close_due_periods()
    site.receive(date(2026, 11, 5))

    site.go_to(date(2026, 11, 24))
    closed = site.service.close_due_periods()
    assert (closed.missing, closed.drawn) == (WEEKS[3:5], WEEKS[5:])


def test_a_supervisor_withdraws_numbers_once_and_they_are_not_drawn_again() -> None:
    site = Site()
    site.service.close_due_periods()
    site.store.acts.clear()

    site.service.withdraw(2)

    assert site.ledger()[-1] == (Week(2026, 41), NumbersState.WITHDRAWN)
    assert site.store.acts == [(Act.COUNTS_WITHDRAWN, "2026-W41")]
    with pytest.raises(NothingToWithdrawError):
        site.service.withdraw(2)
    with pytest.raises(NothingToWithdrawError):
        site.service.withdraw(8)
    site.clock.go_on(timedelta(hours=1))
    assert site.service.close_due_periods() == ClosedPeriods()


def test_a_practitioner_withdraws_nothing_and_nobody_does_without_a_centre() -> None:
    site = Site()
    site.service.close_due_periods()
    site.practitioner = SAM
    with pytest.raises(NotAllowedError):
        site.service.withdraw(1)
    site.practitioner = PRIYA
    site.enrol(EnrolmentStep.ENDED)
    with pytest.raises(EnrolmentStepError):
        site.service.withdraw(1)
    assert len(site.ledger()) == len(WEEKS)


def test_after_a_long_absence_one_period_at_a_time_is_drawn_until_none_is_due() -> None:
    site = Site()

    closed = [site.service.close_one() for _ in range(len(WEEKS) + 1)]

    assert closed == [True] * len(WEEKS) + [False]
    assert site.office.drawn == list(WEEKS)
