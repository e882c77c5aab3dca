"""An office that holds an invented network of 60 sites: numbers that came, and releases of them."""

from datetime import UTC, datetime, time, timedelta
from functools import cache
from hashlib import sha256

from sqlalchemy import Engine, insert

from tests.central.estimates.invented_network import InventedNetwork, invented_network
from tests.central.office_clock import OfficeClock
from tests.central.office_people import add_person
from tests.exchange_packs import shipped_pack
from vrn_desktop.central.accounts.roles import Role
from vrn_desktop.central.estimates import network_tables
from vrn_desktop.central.office.message_state import DeviceState, MessageState
from vrn_desktop.central.published_table import Release
from vrn_desktop.central.publishing.release_text import release_as_text
from vrn_desktop.central.store.message_tables import CONTRIBUTIONS, SEALED_MESSAGES
from vrn_desktop.central.store.release_tables import RELEASES
from vrn_desktop.central.store.site_tables import DEVICES, SITES
from vrn_desktop.domain.programme_period import Period, ProgrammeYear, Quarter
from vrn_desktop.exchange.payload import PeriodState
from vrn_desktop.exchange.period_drawing import kind_for

Q3, Q4, Q1, Q2 = Quarter(2025, 3), Quarter(2025, 4), Quarter(2026, 1), Quarter(2026, 2)
Y25 = ProgrammeYear(2025)
PUBLISHED: tuple[Period, ...] = (Q3, Q4, Y25, Q1)
LATE_SITE = "S007"
PACKS = {shipped_pack().spec: shipped_pack()}


@cache
def the_network() -> InventedNetwork:
    return invented_network(quarters=(Q3, Q4, Q1, Q2), years=(Y25,), seed=7)


@cache
def the_releases() -> tuple[Release, ...]:
    """Three quarters and a year are published; the last quarter is not."""
    return tuple(
        Release(
            id=sha256(str(period).encode()).hexdigest()[:32],
            period=period,
            edition=1,
            tables=network_tables(the_network(), period, PACKS),
            drafted_by="Sam Example",
            published_by="Pat Example",
            published_at=_closed(period) + timedelta(days=21 + place),
        )
        for place, period in enumerate(PUBLISHED)
    )


def fill(engine: Engine, clock: OfficeClock) -> None:
    """Put the invented network in."""
    drafter = add_person(engine, clock, "Sam Example", [Role.STATISTICIAN])
    publisher = add_person(engine, clock, "Pat Example", [Role.PUBLISHER])
    sites = [f"S{number:03}" for number in range(1, 61)]
    with engine.begin() as connection:
        connection.execute(
            insert(SITES),
            [
                {
                    "site": site,
                    "organisation": f"Invented Organisation {site}",
                    "address": "",
                    "starts": "2025-Q1",
                    "offered_at": _closed(Q3),
                }
                for site in sites
            ],
        )
        connection.execute(
            insert(DEVICES),
            [
                {
                    "fingerprint": _digest(site)[:32],
                    "public": b"invented",
                    "site": site,
                    "state": DeviceState.APPROVED.value,
                    "asked_at": _closed(Q3),
                    "approved_at": _closed(Q3),
                }
                for site in sites
            ],
        )
        messages, contributions = _messages()
        connection.execute(insert(SEALED_MESSAGES), messages)
        connection.execute(insert(CONTRIBUTIONS), contributions)
        connection.execute(
            insert(RELEASES),
            [
                {
                    "id": release.id,
                    "period": str(release.period),
                    "edition": release.edition,
                    "text": release_as_text(release),
                    "drafted_by": drafter,
                    "published_by": publisher,
                    "published_at": release.published_at,
                }
                for release in the_releases()
            ],
        )


def _messages() -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Every site's messages in the order of closing; one site's came late, one of its numbers is missing."""
    messages: list[dict[str, object]] = []
    contributions: list[dict[str, object]] = []
    numbers: dict[str, int] = {}
    for period in sorted(the_network().kept, key=lambda each: (_closed(each), str(each))):
        for sent in the_network().kept[period]:
            number = numbers[sent.site] = numbers.get(sent.site, 0) + 1
            if sent.site == LATE_SITE and number == 3:
                number = numbers[sent.site] = 4
            digest = _digest(f"{sent.site} {period}")
            late = timedelta(days=20 if sent.site == LATE_SITE else 1)
            messages.append(
                {
                    "digest": digest,
                    "device": _digest(sent.site)[:32],
                    "raw": b"invented",
                    "received_at": _closed(period) + late,
                    "state": MessageState.ACCEPTED.value,
                }
            )
            contributions.append(
                {
                    "digest": digest,
                    "site": sent.site,
                    "kind": kind_for(period).value,
                    "period": str(period),
                    "state": PeriodState.OK.value,
                    "number": number,
                    "previous": "0" * 64,
                    "spec": sent.spec,
                    "tables": {name: list(cells) for name, cells in sent.tables.items()},
                    "scale": dict(sent.scale),
                }
            )
    return messages, contributions


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _closed(period: Period) -> datetime:
    return datetime.combine(period.closed_from, time(9), UTC)
