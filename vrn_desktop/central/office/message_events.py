"""What an office should look into: second draws, forks, messages that were refused."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from vrn_desktop.central.store.event_tables import EVENTS_LOOKED_INTO
from vrn_desktop.central.store.message_tables import CHAIN_EVENTS, REFUSALS
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.people_tables import PEOPLE

_LONGEST_NOTE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEvent:
    """One event, and who looked into it."""

    id: int
    at: datetime
    event: str
    """A code of `exchange.message_chain.ChainEvent`."""
    site: str
    period: str
    looked_by: str
    """Empty while nobody has."""
    looked_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedCount:
    """How often something was refused for one reason since a day."""

    refusal: str
    times: int


def events(
    connection: Connection, *, site: str | None = None, most: int = 200
) -> tuple[MessageEvent, ...]:
    """Events, those that nobody looked into first, then the newest."""
    query = (
        select(CHAIN_EVENTS, EVENTS_LOOKED_INTO, PEOPLE.c.name)
        .outerjoin(EVENTS_LOOKED_INTO, EVENTS_LOOKED_INTO.c.event_id == CHAIN_EVENTS.c.id)
        .outerjoin(PEOPLE, PEOPLE.c.id == EVENTS_LOOKED_INTO.c.looked_by)
        .order_by(EVENTS_LOOKED_INTO.c.event_id.is_not(None), CHAIN_EVENTS.c.id.desc())
        .limit(most)
    )
    if site is not None:
        query = query.where(CHAIN_EVENTS.c.site == site)
    return tuple(
        MessageEvent(
            id=row.id,
            at=row.at,
            event=row.event,
            site=row.site,
            period=row.period,
            looked_by=row.name or "",
            looked_at=row.looked_at,
            note=row.note or "",
        )
        for row in connection.execute(query)
    )


def look_into(
    connection: Connection, event_id: int, *, person_id: str, who: str, note: str, now: datetime
) -> bool:
    """Note that somebody has looked into an event; False if there is none, or somebody was quicker."""
    found = connection.execute(
        select(CHAIN_EVENTS.c.site, CHAIN_EVENTS.c.period, CHAIN_EVENTS.c.event).where(
            CHAIN_EVENTS.c.id == event_id
        )
    ).one_or_none()
    if found is None:
        return False
    row = insert(EVENTS_LOOKED_INTO).values(
        event_id=event_id, looked_by=person_id, looked_at=now, note=note[:_LONGEST_NOTE]
    )
    try:
        with connection.begin_nested():
            connection.execute(row)
    except IntegrityError:
        return False
    about = f"{found.site} {found.period} {found.event.replace('_', ' ')}"
    write_down(connection, at=now, who=who, act="event looked into", about=about)
    return True


def refused_since(connection: Connection, day: date) -> tuple[RefusedCount, ...]:
    """How often what was refused from that day on, the most frequent first."""
    times = func.sum(REFUSALS.c.times)
    rows = connection.execute(
        select(REFUSALS.c.refusal, times.label("times"))
        .where(REFUSALS.c.day >= day)
        .group_by(REFUSALS.c.refusal)
        .order_by(times.desc(), REFUSALS.c.refusal)
    )
    return tuple(RefusedCount(refusal=row.refusal, times=int(row.times)) for row in rows)


LOOKED_BACK = timedelta(days=28)
