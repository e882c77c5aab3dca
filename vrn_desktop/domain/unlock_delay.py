"""The wait after a passphrase that did not match: it slows guessing and never locks anyone out."""

from dataclasses import dataclass, replace

FREE_MISSES = 2
LONGEST_WAIT_S = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlockDelay:
    """How often in a row the passphrase did not match, and until when to wait (security.md 3.2).

    Times are seconds of a clock that never goes backwards. There is no permanent lock and nothing
    is wiped: a bored teenager must not be able to shut a team out.
    """

    misses: int = 0
    until: float = 0.0

    def after_miss(self, now: float) -> "UnlockDelay":
        """One more miss: from the third on, wait 1, 2, 4 ... 30 seconds."""
        misses = self.misses + 1
        doublings = min(misses - FREE_MISSES - 1, LONGEST_WAIT_S.bit_length())
        wait = min(2**doublings, LONGEST_WAIT_S) if misses > FREE_MISSES else 0
        return replace(self, misses=misses, until=now + wait)

    def after_match(self) -> "UnlockDelay":
        """The passphrase matched, so the next miss is a first one again."""
        return UnlockDelay()

    def wait_left(self, now: float) -> float:
        """Seconds until the next try is taken; 0 when it may be made at once."""
        return max(0.0, self.until - now)
