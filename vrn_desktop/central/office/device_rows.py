"""The keys of sites as rows: asked, in force, ended."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from vrn_desktop.central.office.message_state import DeviceState
from vrn_desktop.central.store.site_tables import DEVICES, SITES
from vrn_desktop.exchange.message_keys import fingerprint


def device_row(connection: Connection, device: str) -> Row[Any] | None:
    """A key as it stands; None if it never asked."""
    return connection.execute(select(DEVICES).where(DEVICES.c.fingerprint == device)).one_or_none()


def has_approved(connection: Connection, site: str) -> bool:
    """Whether a site has a key in force."""
    return (
        connection.scalar(
            select(DEVICES.c.fingerprint).where(
                DEVICES.c.site == site, DEVICES.c.state == DeviceState.APPROVED
            )
        )
        is not None
    )


def keys_waiting(connection: Connection, site: str) -> int:
    """How many keys ask to speak for a site."""
    asked = (
        select(func.count())
        .select_from(DEVICES)
        .where(DEVICES.c.site == site, DEVICES.c.state == DeviceState.WAITING)
    )
    return connection.scalar(asked) or 0


def is_offered(connection: Connection, site: str) -> bool:
    """Whether a site was ever offered a place."""
    return connection.scalar(select(SITES.c.site).where(SITES.c.site == site)) is not None


def add_device(
    connection: Connection, *, public: bytes, site: str, state: DeviceState, now: datetime
) -> None:
    """A key that asks, or takes the place of another."""
    connection.execute(
        insert(DEVICES).values(
            fingerprint=fingerprint(public),
            public=public,
            site=site,
            state=state,
            asked_at=now,
            approved_at=now if state is DeviceState.APPROVED else None,
        )
    )


def end_device(
    connection: Connection,
    device: str,
    state: DeviceState,
    now: datetime,
    *,
    replaced_by: str | None = None,
) -> None:
    """A key is not in force any more."""
    connection.execute(
        update(DEVICES)
        .where(DEVICES.c.fingerprint == device)
        .values(state=state, ended_at=now, replaced_by=replaced_by)
    )


def end_replaced(connection: Connection, site: str, now: datetime) -> None:
    """A site's replaced keys, which could still send what they had signed, are revoked too."""
    connection.execute(
        update(DEVICES)
        .where(DEVICES.c.site == site, DEVICES.c.state == DeviceState.REPLACED)
        .values(state=DeviceState.REVOKED, ended_at=now)
    )
