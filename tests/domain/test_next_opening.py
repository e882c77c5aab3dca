"""Until when somebody is there, and when next: nights, weekends, bank holidays, winter and summer time."""

from datetime import UTC, date, datetime, time

import pytest

from tests.invented_directory import AT_NINE, EVENINGS, LATE
from vrn_desktop.domain.directory.next_opening import next_opening, open_until
from vrn_desktop.domain.directory.service_record import ServiceSchedule

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
ALWAYS = ServiceSchedule(
    freq="WEEKLY",
    byday=("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
    opens_at=time(0),
    closes_at=time(0),
)


def said(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment:%a %H:%M}"


def test_it_closes_at_the_end_of_the_last_span_that_joins() -> None:
    afternoon = ServiceSchedule(freq="WEEKLY", byday=("TU",), opens_at=time(17), closes_at=time(20))

    assert said(open_until((AT_NINE,), TUESDAY)) == "Tue 17:00"
    assert said(open_until((AT_NINE, afternoon), TUESDAY)) == "Tue 20:00"


def test_a_night_ends_the_next_morning() -> None:
    saturday_night = datetime(2026, 11, 28, 23, 0, tzinfo=UTC)
    sunday_morning = datetime(2026, 11, 29, 1, 0, tzinfo=UTC)

    assert said(open_until((LATE,), saturday_night)) == "Sun 02:00"
    assert said(open_until((LATE,), sunday_morning)) == "Sun 02:00"


def test_what_never_closes_has_no_end() -> None:
    assert open_until((ALWAYS,), TUESDAY) is None


@pytest.mark.parametrize(
    ("at", "next_time"),
    [
        (TUESDAY, "Tue 18:00"),
        (datetime(2026, 11, 24, 21, 0, tzinfo=UTC), "Thu 18:00"),
        (datetime(2026, 11, 27, 9, 0, tzinfo=UTC), "Tue 18:00"),
    ],
)
def test_the_next_opening_is_said(at: datetime, next_time: str) -> None:
    assert said(next_opening((EVENINGS,), at)) == next_time


def test_a_bank_holiday_is_no_opening() -> None:
    christmas_eve_evening = datetime(2026, 12, 24, 20, 0, tzinfo=UTC)

    opens = next_opening((AT_NINE,), christmas_eve_evening)

    assert opens is not None
    assert opens.date() == date(2026, 12, 29)  # the 28th stands in for Saturday's Boxing Day


def test_clocks_going_back_move_nothing_on_the_wall() -> None:
    before = datetime(2026, 10, 24, 12, 0, tzinfo=UTC)

    assert said(next_opening((AT_NINE,), before)) == "Mon 09:00"


def test_what_has_no_times_or_is_over_opens_never() -> None:
    words = ServiceSchedule(description="By appointment.")
    over = ServiceSchedule(
        freq="WEEKLY",
        byday=("TU",),
        opens_at=time(9),
        closes_at=time(10),
        valid_to=date(2020, 1, 1),
    )

    assert next_opening((words, over), TUESDAY) is None
    assert next_opening((), TUESDAY) is None


def test_a_closure_in_the_middle_of_the_day_ends_it() -> None:
    shut = ServiceSchedule(
        dtstart=date(2026, 11, 24),
        valid_from=date(2026, 11, 24),
        valid_to=date(2026, 11, 24),
        opens_at=time(12),
        closes_at=time(13),
        is_closure=True,
        freq="DAILY",
    )

    assert said(open_until((AT_NINE, shut), TUESDAY)) == "Tue 12:00"
