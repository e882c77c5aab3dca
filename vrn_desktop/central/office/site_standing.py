"""How it stands with every site: its key, its last message, what is missing, what should be looked into."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, func, select

from vrn_desktop.central.office.message_state import DeviceState
from vrn_desktop.central.store.event_tables import EVENTS_LOOKED_INTO
from vrn_desktop.central.store.message_tables import CHAIN_EVENTS, CONTRIBUTIONS, SEALED_MESSAGES
from vrn_desktop.central.store.site_tables import DEVICES, SITES
from vrn_desktop.domain.programme_period import Period, Quarter, period_from_text
from vrn_desktop.exchange.payload import PeriodState

ON_ITS_WAY = timedelta(days=3)
"""A site waits up to two days before it sends; a stick may take longer."""


class SiteKey(StrEnum):
    """How far a site is enrolled."""

    OFFERED = "offered"
    """It has its file, or is about to get it; no key has asked yet."""
    WAITS = "waits"
    IN_FORCE = "in_force"
    ENDED = "ended"
    """Its key was revoked or refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteStanding:
    """One site as the office sees it; no number of it."""

    site: str
    organisation: str
    starts: Quarter
    ends: Quarter | None
    key: SiteKey
    last_message_at: datetime | None
    missing: tuple[Period, ...]
    """Periods that closed some days ago and of which nothing came, the oldest first."""
    open_events: int
    lost: tuple[str, ...] = ()
    """Periods of which the site says that its file was lost, and of which no numbers came before."""


def all_sites(connection: Connection, now: datetime) -> tuple[SiteStanding, ...]:
    """Every site that was ever offered a place, by name."""
    keys, last = _keys(connection), _last_messages(connection)
    came, events = _periods_that_came(connection), _open_events(connection)
    lost = _said_to_be_lost(connection)
    return tuple(
        SiteStanding(
            site=row.site,
            organisation=row.organisation,
            starts=_quarter(row.starts),
            ends=None if row.ends is None else _quarter(row.ends),
            key=keys.get(row.site, SiteKey.OFFERED),
            last_message_at=last.get(row.site),
            missing=_missing(
                _quarter(row.starts),
                None if row.ends is None else _quarter(row.ends),
                came.get(row.site, frozenset()),
                (now - ON_ITS_WAY).date(),
            )
            if keys.get(row.site) is SiteKey.IN_FORCE
            else (),
            open_events=events.get(row.site, 0),
            lost=tuple(sorted(lost.get(row.site, ()))),
        )
        for row in connection.execute(select(SITES).order_by(SITES.c.site))
    )


def _keys(connection: Connection) -> Mapping[str, SiteKey]:
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(DEVICES.c.site, DEVICES.c.state)):
        found.setdefault(row.site, set()).add(row.state)
    return {site: _key_of(states) for site, states in found.items()}


def _key_of(states: set[str]) -> SiteKey:
    if DeviceState.APPROVED in states:
        return SiteKey.IN_FORCE
    return SiteKey.WAITS if DeviceState.WAITING in states else SiteKey.ENDED


def _last_messages(connection: Connection) -> Mapping[str, datetime]:
    rows = connection.execute(
        select(DEVICES.c.site, func.max(SEALED_MESSAGES.c.received_at).label("last"))
        .join(SEALED_MESSAGES, SEALED_MESSAGES.c.device == DEVICES.c.fingerprint)
        .group_by(DEVICES.c.site)
    )
    return {row.site: row.last for row in rows}


def _periods_that_came(connection: Connection) -> Mapping[str, frozenset[str]]:
    came: dict[str, set[str]] = {}
    for row in connection.execute(select(CONTRIBUTIONS.c.site, CONTRIBUTIONS.c.period).distinct()):
        came.setdefault(row.site, set()).add(row.period)
    return {site: frozenset(periods) for site, periods in came.items()}


def _said_to_be_lost(connection: Connection) -> Mapping[str, set[str]]:
    stated = select(CONTRIBUTIONS.c.site, CONTRIBUTIONS.c.period, CONTRIBUTIONS.c.state)
    lost: dict[str, set[str]] = {}
    for row in connection.execute(stated.where(CONTRIBUTIONS.c.state == PeriodState.MISSING.value)):
        lost.setdefault(row.site, set()).add(row.period)
    with_numbers = stated.where(
        CONTRIBUTIONS.c.state == PeriodState.OK.value, CONTRIBUTIONS.c.site.in_(lost)
    )
    for row in connection.execute(with_numbers):
        lost[row.site].discard(row.period)
    return lost


def _open_events(connection: Connection) -> Mapping[str, int]:
    looked_into = select(EVENTS_LOOKED_INTO.c.event_id)
    rows = connection.execute(
        select(CHAIN_EVENTS.c.site, func.count().label("events"))
        .where(CHAIN_EVENTS.c.id.not_in(looked_into))
        .group_by(CHAIN_EVENTS.c.site)
    )
    return {row.site: row.events for row in rows}


def _missing(
    starts: Quarter, ends: Quarter | None, came: frozenset[str], closed_by: date
) -> tuple[Period, ...]:
    closed = (each for each in _expected(starts, ends, closed_by) if each.closed_from <= closed_by)
    return tuple(period for period in closed if str(period) not in came)


def _expected(starts: Quarter, ends: Quarter | None, until: date) -> Iterator[Period]:
    quarter = starts
    while quarter.first_day <= until and (ends is None or quarter <= ends):
        yield from quarter.weeks
        yield quarter
        if quarter == quarter.programme_year.quarters[-1]:
            yield quarter.programme_year
        quarter = quarter.next


def _quarter(text: str) -> Quarter:
    period = period_from_text(text)
    if not isinstance(period, Quarter):
        raise TypeError("a site starts and ends with a quarter")
    return period
