"""The office's log: who did what, when; lines are only ever added, and none holds a number of a site."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from vrn_desktop.central.store.office_tables import OFFICE_LOG

_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One thing that somebody did."""

    number: int
    at: datetime
    who: str
    act: str
    about: str


def write_down(connection: Connection, *, at: datetime, who: str, act: str, about: str) -> None:
    """Add a line, in the transaction of what was done.

    Args:
        connection: the transaction.
        at: when.
        who: a person's name, or the part of the program that did it by itself.
        act: a short code; `central/web/log_words.py` has its words.
        about: whom or what it was done to: a person, a site, a period; never a number of a site.
    """
    connection.execute(
        insert(OFFICE_LOG).values(at=at, who=who[:_LONGEST], act=act, about=about[:_LONGEST])
    )


def log_lines(
    connection: Connection, *, most: int, before: int | None = None
) -> tuple[LogLine, ...]:
    """The newest lines first; `before` goes on from a line's number."""
    query = select(OFFICE_LOG).order_by(OFFICE_LOG.c.id.desc()).limit(most)
    if before is not None:
        query = query.where(OFFICE_LOG.c.id < before)
    return tuple(
        LogLine(number=row.id, at=row.at, who=row.who, act=row.act, about=row.about)
        for row in connection.execute(query)
    )
