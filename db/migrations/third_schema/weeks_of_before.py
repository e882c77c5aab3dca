"""Conversations approved before weeks were kept: each counts in the week in which it was held.

Nothing was drawn by then, so every week is still open. Whatever is approved later gets its week at
its approval (`domain.period_closing.week_to_count`).
"""

from datetime import datetime

from sqlalchemy import Connection, text

_APPROVED = text(
    "SELECT id, started_at FROM screening WHERE id IN (SELECT screening_id FROM level_decision "
    "WHERE state IN ('confirmed', 'approved', 'declined')) ORDER BY id"
)
_ADD = text("INSERT INTO count_week (screening_id, week) VALUES (:screening, :week)")


def keep_weeks(connection: Connection) -> None:
    """Write the ISO week of every conversation whose level somebody confirmed."""
    weeks = [
        {"screening": screening, "week": _iso_week(started_at)}
        for screening, started_at in connection.execute(_APPROVED)
    ]
    if weeks:
        connection.execute(_ADD, weeks)


def _iso_week(started_at: str) -> str:
    year, week, _ = datetime.fromisoformat(started_at).isocalendar()
    return f"{year}-W{week:02}"
