"""The one clock and the one maker of identifiers."""

from datetime import UTC, datetime
from uuid import uuid4  # noqa: TID251  the one maker of identifiers


def now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)  # noqa: TID251  the one clock


def new_id() -> str:
    """A random identifier that says nothing about when or where it was made."""
    return uuid4().hex
