"""Hours in words: now, next, and the week; nothing is guessed."""

from datetime import UTC, date, datetime, time

import pytest

from tests.invented_directory import AT_NINE, EVENINGS, LATE
from vrn_desktop.domain.directory.service_record import ServiceSchedule
from vrn_desktop.presenters.directory.opening_words import (
    ALWAYS,
    CALL_FIRST,
    NOT_KNOWN,
    HoursLine,
    now_words,
    span_words,
    week_lines,
)

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)
EVERY_DAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ROUND_THE_CLOCK = ServiceSchedule(
    freq="WEEKLY", byday=EVERY_DAY, opens_at=time(0), closes_at=time(0)
)


@pytest.mark.parametrize(
    ("schedules", "at", "words"),
    [
        ((), TUESDAY, NOT_KNOWN),
        ((ServiceSchedule(description="By appointment"),), TUESDAY, NOT_KNOWN),
        ((AT_NINE,), TUESDAY, "Open now until 17:00"),
        ((EVENINGS,), TUESDAY, "Closed. Opens today 18:00"),
        ((AT_NINE,), datetime(2026, 11, 24, 19, 0, tzinfo=UTC), "Closed. Opens tomorrow 09:00"),
        ((AT_NINE,), datetime(2026, 11, 28, 10, 0, tzinfo=UTC), "Closed. Opens Monday 09:00"),
        ((AT_NINE,), datetime(2026, 12, 25, 10, 0, tzinfo=UTC), CALL_FIRST),
        ((ROUND_THE_CLOCK,), TUESDAY, ALWAYS),
        ((AT_NINE,), datetime(2026, 7, 24, 8, 30, tzinfo=UTC), "Open now until 17:00"),
    ],
)
def test_whether_somebody_is_there_now(
    schedules: tuple[ServiceSchedule, ...], at: datetime, words: str
) -> None:
    assert now_words(schedules, at) == words


def test_the_week_is_said_in_as_few_lines_as_it_needs() -> None:
    assert week_lines((AT_NINE,), TODAY) == (
        HoursLine(days="Monday to Friday", hours="09:00 to 17:00"),
        HoursLine(days="Saturday to Sunday", hours="closed"),
    )
    assert week_lines((ROUND_THE_CLOCK,), TODAY) == (
        HoursLine(days="Every day", hours="day and night"),
    )


def test_what_is_not_every_week_and_what_is_only_words_stands_below() -> None:
    monthly = ServiceSchedule(freq="MONTHLY", byday=("1TU",), opens_at=time(18), closes_at=time(20))
    fortnightly = ServiceSchedule(
        freq="WEEKLY", interval=2, byday=("TH",), opens_at=time(10), closes_at=time(12)
    )
    words = ServiceSchedule(description="In term time only.")
    shut = ServiceSchedule(
        valid_from=date(2026, 12, 24), valid_to=date(2027, 1, 2), is_closure=True
    )

    assert week_lines((monthly, fortnightly, words, shut), TODAY) == (
        HoursLine(days="First Tuesday of the month", hours="18:00 to 20:00"),
        HoursLine(days="Every 2 weeks, Thursday", hours="10:00 to 12:00"),
        HoursLine(days="", hours="In term time only."),
        HoursLine(days="24 December 2026 to 2 January 2027", hours="closed"),
    )


def test_what_is_over_is_not_said() -> None:
    over = ServiceSchedule(
        freq="WEEKLY",
        byday=("MO",),
        opens_at=time(9),
        closes_at=time(10),
        valid_to=date(2026, 11, 23),
    )

    assert week_lines((over,), TODAY) == ()


def test_times_past_midnight_are_said_as_people_say_them() -> None:
    assert span_words(time(20), time(2)) == "20:00 to 02:00 the next morning"
    assert span_words(time(20), time(0)) == "20:00 to midnight"
    assert span_words(None, time(2)) == "times not given"
    assert [line.days for line in week_lines((LATE,), TODAY)] == [
        "Monday to Thursday",
        "Friday to Saturday",
        "Sunday",
    ]
