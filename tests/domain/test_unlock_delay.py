"""The wait after passphrases that did not match."""

from vrn_desktop.domain.unlock_delay import UnlockDelay


def test_the_first_two_misses_are_free_then_waits_double_up_to_thirty_seconds() -> None:
    delay, waits = UnlockDelay(), []
    for _ in range(12):
        delay = delay.after_miss(now=100.0)
        waits.append(delay.wait_left(100.0))
    assert waits == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30, 30, 30]


def test_nobody_is_locked_out_however_often_they_miss() -> None:
    delay = UnlockDelay(misses=10_000).after_miss(now=5.0)
    assert delay.wait_left(5.0) == 30
    assert delay.wait_left(20.0) == 15
    assert delay.wait_left(35.0) == delay.wait_left(1e9) == 0


def test_a_match_starts_anew() -> None:
    delay = UnlockDelay()
    for _ in range(6):
        delay = delay.after_miss(now=0.0)
    assert delay.after_match().after_miss(now=0.0).wait_left(0.0) == 0
