"""When somebody looked last, when to look again, and what a look that found a change means (SP-03)."""

from dataclasses import replace
from datetime import date

import pytest

from tests.invented_directory import LISTENING, OUR_OWN
from vrn_desktop.domain.directory.service_freshness import (
    is_doubted,
    last_look,
    needs_look,
    next_check_after,
    next_look,
)
from vrn_desktop.domain.directory.service_query import ServiceCheck

TODAY = date(2026, 11, 24)
WRONG = ServiceCheck(checked_on=TODAY, checked_by="Sam", still_right=False, note="moved")
RIGHT = ServiceCheck(checked_on=TODAY, checked_by="Sam", still_right=True)


def test_three_months_later_even_at_the_end_of_a_month() -> None:
    assert next_check_after(date(2026, 11, 30)) == date(2027, 2, 28)


def test_sp_03_the_newest_look_counts_whoever_looked() -> None:
    checked = replace(LISTENING, last_checked=date(2026, 11, 20), assured_on=date(2026, 10, 1))

    assert last_look(checked) == date(2026, 11, 20)
    assert last_look(replace(checked, assured_on=TODAY)) == TODAY
    assert last_look(replace(checked, last_checked=None, assured_on=None)) is None


@pytest.mark.parametrize(
    ("assured", "needs"),
    [(None, True), (date(2026, 8, 23), True), (date(2026, 8, 24), False), (TODAY, False)],
)
def test_sp_03_what_nobody_checked_for_three_months_needs_a_look(
    assured: date | None,
    needs: bool,
) -> None:
    assert needs_look(replace(LISTENING, assured_on=assured), TODAY) is needs


def test_our_own_day_holds_and_a_later_look_moves_others_on() -> None:
    soon = date(2026, 12, 1)
    ours = replace(OUR_OWN, next_check=soon)
    theirs = replace(LISTENING, last_checked=TODAY, assured_on=None, next_check=soon)

    assert next_look(ours) == soon
    assert next_look(theirs) == date(2027, 2, 24)
    assert next_look(replace(ours, next_check=date(2026, 1, 1))) == date(2027, 2, 20)


def test_a_change_that_was_found_puts_a_service_in_doubt_until_it_is_written_right() -> None:
    assert is_doubted(LISTENING, (WRONG,))
    assert not is_doubted(LISTENING, (RIGHT, WRONG))
    assert not is_doubted(LISTENING, ())
    assert is_doubted(OUR_OWN, (WRONG,))
    assert not is_doubted(replace(OUR_OWN, last_checked=TODAY), (WRONG,))
