"""Dates, times, counts and masked names as people here write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from vrn_desktop.presenters import wording

TODAY = date(2026, 11, 24)
SUMMER_TIME = timezone(timedelta(hours=1))


def test_days_and_dates() -> None:
    assert wording.day(TODAY) == "Tuesday 24 November"
    assert wording.short_day(TODAY) == "Tue 24 Nov"
    assert wording.full_date(TODAY) == "24 November 2026"


def test_moments_become_local_time_here_and_only_here() -> None:
    moment = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert wording.clock_time(moment, SUMMER_TIME) == "00:30"
    assert wording.local_date(moment, SUMMER_TIME) == date(2026, 6, 2)
    seen = wording.moment_seen_from(moment, date(2026, 6, 2), SUMMER_TIME)
    assert seen == "Today, 00:30"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "Today"), (-1, "Yesterday"), (1, "Tomorrow"), (-4, "Fri 20 Nov"), (60, "23 January 2027")],
)
def test_days_seen_from_today(days: int, words: str) -> None:
    assert wording.day_seen_from(TODAY + timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "today"),
        (0, "today"),
        (1, "1 day ago"),
        (14, "14 days ago"),
        (15, "2 weeks ago"),
        (60, "8 weeks ago"),
        (61, "2 months ago"),
        (214, "7 months ago"),
        (731, "2 years ago"),
    ],
)
def test_how_long_ago(days: int, words: str) -> None:
    assert wording.how_long_ago(TODAY - timedelta(days=days), TODAY) == words


@pytest.mark.parametrize(
    ("hour", "words"), [(0, "Good morning"), (12, "Good afternoon"), (18, "Good evening")]
)
def test_greetings(hour: int, words: str) -> None:
    assert wording.greeting(datetime(2026, 11, 24, hour, tzinfo=UTC), UTC) == words


def test_counts_and_lists() -> None:
    assert wording.count(1, "letter") == "1 letter"
    assert wording.count(1200, "person", "people") == "1,200 people"
    assert wording.listed([]) == ""
    assert wording.listed(["school"]) == "school"
    assert wording.listed(["school", "home", "friends"]) == "school, home and friends"


@pytest.mark.parametrize(
    ("name", "masked"),
    [("Amina Khan", "A.K."), ("jo taylor-smith", "J.T.S."), ("  Kay ", "K."), ("", "")],
)
def test_masked_names(name: str, masked: str) -> None:
    assert wording.masked_name(name) == masked


@pytest.mark.parametrize(
    ("words", "begun"),
    [("free", "Free"), ("£5 for NHS staff", "£5 for NHS staff"), ("nHS", "NHS"), ("", "")],
)
def test_a_line_begins_large_and_leaves_names_as_they_are(words: str, begun: str) -> None:
    assert wording.large_at_first(words) == begun
