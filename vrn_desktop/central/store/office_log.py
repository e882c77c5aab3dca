"""The office's log: who did what, when; lines are only ever added, and none holds a number of a site."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from vrn_desktop.central.store.office_tables import OFFICE_LOG

_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One thing that somebody did."""

    at: datetime
    who: str
    """A person's name, or "the program" for what it did by itself."""
    act: str
    """What, in a few plain words."""
    about: str = ""
    """To whom or what: a person, a site, a period; never a number of a site."""


def write_down(
    connection: Connection, *, at: datetime, who: str, act: str, about: str = ""
) -> None:
    """Add a line (see `LogLine`), in the transaction of what was done."""
    connection.execute(
        insert(OFFICE_LOG).values(at=at, who=who[:_LONGEST], act=act, about=about[:_LONGEST])
    )


def newest_lines(
    connection: Connection, *, most: int, before: int | None = None
) -> tuple[tuple[int, LogLine], ...]:
    """The newest lines first, each with its number; `before` goes on from a line's number."""
    query = select(OFFICE_LOG).order_by(OFFICE_LOG.c.id.desc()).limit(most)
    if before is not None:
        query = query.where(OFFICE_LOG.c.id < before)
    return tuple(
        (row.id, LogLine(at=row.at, who=row.who, act=row.act, about=row.about))
        for row in connection.execute(query)
    )
