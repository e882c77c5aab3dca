"""Pauses grow, never past six hours, and sites do not send together."""

import itertools
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from vrn_desktop.domain.sending_pause import (
    LONGEST_DELAY,
    delay_after_closing,
    longest_pause,
    pause_before_next_try,
)


def test_pauses_double_from_half_a_minute_to_six_hours() -> None:
    minutes = [longest_pause(failures) / timedelta(minutes=1) for failures in (1, 2, 3, 10, 11, 99)]
    assert minutes == [0.5, 1, 2, 256, 360, 360]


@given(failures=st.integers(1, 10**9), chance=st.integers(0, 2**64))
def test_a_pause_lies_between_nothing_and_the_longest(failures: int, chance: int) -> None:
    assert timedelta(0) <= pause_before_next_try(failures, chance) <= longest_pause(failures)


def test_chance_reaches_both_ends() -> None:
    assert pause_before_next_try(1, 0) == timedelta(0)
    assert pause_before_next_try(1, 30_000) == timedelta(seconds=30)


@given(site=st.text(max_size=20))
def test_a_sites_delay_is_fixed_and_under_two_days(site: str) -> None:
    assert timedelta(0) <= delay_after_closing(site) < LONGEST_DELAY
    assert delay_after_closing(site) == delay_after_closing(site)


def test_the_delays_of_sites_are_spread() -> None:
    delays = sorted(delay_after_closing(f"S{n:03}") for n in range(300))
    gaps = [after - before for before, after in itertools.pairwise(delays)]
    assert max(gaps) < timedelta(hours=2)
