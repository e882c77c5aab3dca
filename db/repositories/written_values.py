"""How times, days, sets and small tables are written in a column, and read back."""

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from types import MappingProxyType
from typing import Any


def write_time(at: datetime) -> str:
    """A time in UTC with all its digits, so that texts sort as times do."""
    if at.tzinfo is None:
        raise ValueError("a time without its zone cannot be kept")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def write_time_or_none(at: datetime | None) -> str | None:
    """The same, where there may be no time yet."""
    return None if at is None else write_time(at)


def read_time(text: str) -> datetime:
    """The time a column holds, in UTC."""
    return datetime.fromisoformat(text)


def read_time_or_none(text: str | None) -> datetime | None:
    """The same, where there may be no time yet."""
    return None if text is None else datetime.fromisoformat(text)


def read_day(text: str) -> date:
    """The day a column holds."""
    return date.fromisoformat(text)


def write_clock(at: time | None) -> str:
    """A time of day as hours and minutes; empty is no time."""
    return "" if at is None else at.isoformat(timespec="minutes")


def read_clock(text: str) -> time | None:
    """The time of day a column holds."""
    return time.fromisoformat(text) if text else None


def write_set(members: Iterable[str]) -> str:
    """A set as a sorted list, so that equal sets are written alike."""
    return json.dumps(sorted(members), ensure_ascii=False)


def write_list(members: Iterable[str]) -> str:
    """A list whose order counts."""
    return json.dumps(list(members), ensure_ascii=False)


def read_list(text: str) -> list[Any]:
    """The list a column holds."""
    members: list[Any] = json.loads(text)
    return members


def write_table(table: Mapping[str, Any]) -> str:
    """A small table of names and plain values."""
    return json.dumps(dict(table), ensure_ascii=False, sort_keys=True)


def read_table(text: str) -> dict[str, Any]:
    """The small table a column holds."""
    table: dict[str, Any] = json.loads(text)
    return table


def read_words(text: str) -> Mapping[str, str]:
    """A small table of texts that nobody can change in place."""
    return MappingProxyType(read_table(text))
