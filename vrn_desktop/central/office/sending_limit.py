"""How fast one device may send: far faster than any laptop needs, far slower than a flood."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

AT_ONCE = 200
"""More than two years' messages of one site; a stick's worth of lateness never meets the limit."""
A_SECOND = 2.0
_MOST_REMEMBERED = 20_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime


class SendingLimit:
    """A bucket of tries a device, filled again as time passes; only checked signatures draw on it."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._buckets: dict[str, _Bucket] = {}

    def allows(self, device: str) -> bool:
        """Whether one more message of this device is looked at now."""
        now = self._clock()
        if len(self._buckets) >= _MOST_REMEMBERED:
            self._buckets.clear()
        bucket = self._buckets.setdefault(device, _Bucket(left=AT_ONCE, at=now))
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.left, bucket.at = min(AT_ONCE, bucket.left + passed * A_SECOND), now
        if bucket.left < 1:
            return False
        bucket.left -= 1
        return True
