"""How complete and how orderly the numbers come in: by week, by site, and how much was left unanswered."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from vrn_desktop.central.store.message_tables import (
    CHAIN_EVENTS,
    CONTRIBUTIONS,
    REFUSALS,
    SEALED_MESSAGES,
)
from vrn_desktop.domain.programme_period import Period, period_from_text
from vrn_desktop.exchange.payload import PeriodState

LATE_AFTER = timedelta(days=14)
"""Two weeks by stick are in the plan; later is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """One accepted message, without its numbers."""

    site: str
    period: Period
    state: PeriodState
    number: int
    received_at: datetime

    @property
    def is_late(self) -> bool:
        """It came more than two weeks after its period could close."""
        return self.received_at.date() > self.period.closed_from + LATE_AFTER

    @property
    def is_early(self) -> bool:
        """It came before its period could close: the site's clock runs ahead."""
        return self.received_at.date() < self.period.closed_from


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOrder:
    """What stands out with one site's messages; nothing of its numbers."""

    site: str
    last_period: Period
    missing_numbers: tuple[int, ...]
    """Numbers of messages that never came, though later ones did."""
    late: int
    early: int
    without_numbers: int
    withdrawn: int
    events: int
    """Second draws and forks."""

    @property
    def stands_out(self) -> bool:
        """Whether somebody should ask the site."""
        return bool(
            self.missing_numbers or self.late or self.early or self.withdrawn or self.events
        )


def messages_that_came(connection: Connection) -> tuple[Came, ...]:
    """Every accepted message, by site and number."""
    asked = (
        select(
            CONTRIBUTIONS.c.site,
            CONTRIBUTIONS.c.period,
            CONTRIBUTIONS.c.state,
            CONTRIBUTIONS.c.number,
            SEALED_MESSAGES.c.received_at,
        )
        .join(SEALED_MESSAGES, SEALED_MESSAGES.c.digest == CONTRIBUTIONS.c.digest)
        .order_by(CONTRIBUTIONS.c.site, CONTRIBUTIONS.c.number)
    )
    return tuple(
        Came(
            site=row.site,
            period=period_from_text(row.period),
            state=PeriodState(row.state),
            number=row.number,
            received_at=row.received_at,
        )
        for row in connection.execute(asked)
    )


def events_by_site(connection: Connection) -> dict[str, int]:
    """How many second draws and forks were noticed, for each site that has any."""
    asked = select(CHAIN_EVENTS.c.site, func.count().label("times")).group_by(CHAIN_EVENTS.c.site)
    return {row.site: row.times for row in connection.execute(asked)}


def refused_messages(connection: Connection) -> dict[str, int]:
    """How often messages were refused, for each reason."""
    asked = (
        select(REFUSALS.c.refusal, func.sum(REFUSALS.c.times).label("times"))
        .group_by(REFUSALS.c.refusal)
        .order_by(REFUSALS.c.refusal)
    )
    return {row.refusal: int(row.times) for row in connection.execute(asked)}


def order_of_sites(came: Iterable[Came], events: dict[str, int]) -> tuple[SiteOrder, ...]:
    """One entry for each site that sent anything."""
    by_site: defaultdict[str, list[Came]] = defaultdict(list)
    for each in came:
        by_site[each.site].append(each)
    return tuple(
        _order(site, messages, events.get(site, 0)) for site, messages in sorted(by_site.items())
    )


def _order(site: str, messages: list[Came], events: int) -> SiteOrder:
    numbers = {each.number for each in messages}
    gaps = tuple(number for number in range(1, max(numbers) + 1) if number not in numbers)
    return SiteOrder(
        site=site,
        last_period=max(messages, key=lambda each: each.period.last_day).period,
        missing_numbers=gaps,
        late=sum(each.is_late for each in messages),
        early=sum(each.is_early for each in messages),
        without_numbers=sum(each.state is PeriodState.MISSING for each in messages),
        withdrawn=sum(each.state is PeriodState.WITHDRAWN for each in messages),
        events=events,
    )
