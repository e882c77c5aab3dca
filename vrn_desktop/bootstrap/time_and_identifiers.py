"""The one clock and the one maker of identifiers."""

from datetime import UTC, datetime
from uuid import uuid4  # noqa: TID251  the one maker of identifiers


def now() -> datetime:
    """The time, aware, as the clock on the wall has it: its date is the day people would say it is."""
    return datetime.now(UTC).astimezone()  # noqa: TID251  the one clock


def new_id() -> str:
    """A random identifier that says nothing about when or where it was made."""
    return uuid4().hex
