"""A calendar file with what is due, for a phone or another program: days and neutral words, nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry; there is no field for a person or a service. `uid` is random and stays the same."""

    uid: str
    title: str
    on: date
    at_time: time | None = None


class CalendarRenderer(Protocol):
    """Writes iCalendar (RFC 5545)."""

    def render(
        self, entries: Sequence[CalendarEntry], *, made_at: datetime, with_alarm: bool
    ) -> bytes: ...
