"""The central office's clock in tests: it stands still until it is moved."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class OfficeClock:
    """A clock to set by hand; a Tuesday in the fourth quarter of 2026 to begin with."""

    now: datetime = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, time: timedelta) -> None:
        self.now += time
