"""What was published: every edition for ever, and the newest of each period."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from vrn_desktop.central.published_table import Release
from vrn_desktop.central.publishing.release_text import release_from_text
from vrn_desktop.central.store.people_tables import PEOPLE
from vrn_desktop.central.store.release_tables import RELEASES
from vrn_desktop.domain.programme_period import Period, period_from_text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOnList:
    """A release without its tables."""

    id: str
    period: Period
    edition: int
    published_at: datetime
    published_by: str
    is_newest: bool
    """No later edition has taken its place."""


def all_releases(connection: Connection) -> tuple[ReleaseOnList, ...]:
    """Every edition of every period, what was published last first."""
    newest = (
        select(RELEASES.c.period, func.max(RELEASES.c.edition).label("edition"))
        .group_by(RELEASES.c.period)
        .subquery()
    )
    rows = connection.execute(
        select(
            RELEASES.c.id,
            RELEASES.c.period,
            RELEASES.c.edition,
            RELEASES.c.published_at,
            PEOPLE.c.name,
            newest.c.edition.label("newest"),
        )
        .join(PEOPLE, PEOPLE.c.id == RELEASES.c.published_by)
        .join(newest, newest.c.period == RELEASES.c.period)
        .order_by(RELEASES.c.published_at.desc(), RELEASES.c.period.desc(), RELEASES.c.id)
    )
    return tuple(
        ReleaseOnList(
            id=row.id,
            period=period_from_text(row.period),
            edition=row.edition,
            published_at=row.published_at,
            published_by=row.name,
            is_newest=row.edition == row.newest,
        )
        for row in rows
    )


def release(connection: Connection, release_id: str) -> Release | None:
    """One release, whole; None if there is no such."""
    text = connection.scalar(select(RELEASES.c.text).where(RELEASES.c.id == release_id))
    return None if text is None else release_from_text(text)
