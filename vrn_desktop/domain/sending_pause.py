"""When to try again to send: a growing pause with chance in it, and each site's own delay after a closing."""

from datetime import timedelta
from hashlib import sha256

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=6)
LONGEST_DELAY = timedelta(hours=48)


def longest_pause(failures: int) -> timedelta:
    """The most to wait after so many failures in a row (from 1): doubling from 30 seconds to 6 hours."""
    doublings = min(max(failures, 1) - 1, 16)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


def pause_before_next_try(failures: int, chance: int) -> timedelta:
    """Anything from nothing to the most, so that sites do not knock together.

    Args:
        failures: how many tries in a row have failed, from 1.
        chance: any random whole number, at least as large as 2**32 at times.
    """
    milliseconds = longest_pause(failures) // timedelta(milliseconds=1)
    return timedelta(milliseconds=chance % (milliseconds + 1))


def delay_after_closing(site: str) -> timedelta:
    """A site's fixed wait of 0 to 48 hours, in whole minutes, the same for every message it sends."""
    minutes = LONGEST_DELAY // timedelta(minutes=1)
    drawn = int.from_bytes(sha256(f"delay of {site}".encode()).digest()[:8])
    return timedelta(minutes=drawn % minutes)
