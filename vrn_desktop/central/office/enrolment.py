"""Enrolling sites: an offer to read in, a key that asks, six words compared by people, an end if need be."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select, update

from vrn_desktop.central.clock import Clock
from vrn_desktop.central.office.device_rows import (
    device_row,
    end_device,
    end_replaced,
    has_approved,
)
from vrn_desktop.central.office.key_ring import KeyRing
from vrn_desktop.central.office.message_state import DeviceState
from vrn_desktop.central.office.spoken_words import words_of
from vrn_desktop.central.store.office_log import write_down
from vrn_desktop.central.store.site_tables import DEVICES, SITES
from vrn_desktop.domain.programme_period import Quarter
from vrn_desktop.exchange.enrolment import Offer, read_offer, signed_offer
from vrn_desktop.exchange.errors import MessageRefusedError


class EnrolmentError(Exception):
    """Something about a site's enrolment cannot be done; the text says what to do instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingKey:
    """A key that asks to speak for a site, with the words that both sides must hear alike."""

    fingerprint: str
    site: str
    organisation: str
    asked_at: datetime
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """The office's side of enrolling; `who` is the person at the centre who does it."""

    engine: Engine
    ring: KeyRing
    clock: Clock

    def offer(
        self, site: str, *, organisation: str, starts: Quarter, address: str, who: str
    ) -> bytes:
        """The `.vrnoffer` file for a site; again for the same site after its laptop was lost.

        Args:
            site: the site's name in the network.
            organisation: who answers for it, as the office calls it.
            starts: the first quarter it counts.
            address: where it sends by network, `https://...`; empty for a site by stick only.
            who: the person at the centre.

        Raises:
            KeysLockedError: the keys are locked.
            EnrolmentError: the site's name or the address has another form.
        """
        pair = self.ring.opened().in_force
        offer = Offer(
            site=site,
            starts=starts,
            address=address.rstrip("/"),
            box=pair.box.public,
            signer=pair.signer.public,
        )
        raw = signed_offer(offer, pair.signer)
        _refuse_unreadable(raw)
        with self.engine.begin() as connection:
            known = connection.scalar(select(SITES.c.site).where(SITES.c.site == site))
            values = {"organisation": organisation, "address": offer.address, "ends": None}
            if known is None:
                first = {"site": site, "starts": str(starts), "offered_at": self.clock()}
                connection.execute(insert(SITES).values(**values, **first))
            else:
                connection.execute(update(SITES).where(SITES.c.site == site).values(**values))
            self._note(connection, who, "site_offered", site)
        return raw

    def waiting(self) -> tuple[WaitingKey, ...]:
        """The keys that ask to be enrolled, the first to ask first.

        Raises:
            NotFoundedError: the office has no keys yet.
        """
        signer = self.ring.public_in_force().signer
        asked = (
            select(DEVICES, SITES.c.organisation)
            .join(SITES, SITES.c.site == DEVICES.c.site)
            .where(DEVICES.c.state == DeviceState.WAITING)
            .order_by(DEVICES.c.asked_at, DEVICES.c.fingerprint)
        )
        with self.engine.connect() as connection:
            return tuple(
                WaitingKey(
                    fingerprint=row.fingerprint,
                    site=row.site,
                    organisation=row.organisation,
                    asked_at=row.asked_at,
                    words=words_of(device=row.public, centre_signer=signer, site=row.site),
                )
                for row in connection.execute(asked)
            )

    def approve(self, fingerprint: str, *, who: str) -> None:
        """Enrol a key after a person heard the same six words from the site.

        Raises:
            EnrolmentError: the key does not wait, or its site has a key in force already.
        """
        with self.engine.begin() as connection:
            site = self._waiting_site(connection, fingerprint)
            if has_approved(connection, site):
                raise EnrolmentError("this site has a key in force: revoke that one first")
            connection.execute(
                update(DEVICES)
                .where(DEVICES.c.fingerprint == fingerprint)
                .values(state=DeviceState.APPROVED, approved_at=self.clock())
            )
            self._note(connection, who, "key_approved", f"{site} {fingerprint}")

    def refuse(self, fingerprint: str, *, who: str) -> None:
        """Turn a key away: the words differed, or nobody knows of it.

        Raises:
            EnrolmentError: the key does not wait.
        """
        with self.engine.begin() as connection:
            site = self._waiting_site(connection, fingerprint)
            end_device(connection, fingerprint, DeviceState.REFUSED, self.clock())
            self._note(connection, who, "key_refused", f"{site} {fingerprint}")

    def revoke(self, site: str, *, who: str, leaves_after: Quarter | None = None) -> None:
        """Take nothing more that the site's key or one before it signs, from now on; its numbers stay.

        Whoever had a stolen key may have replaced it themselves, so replaced keys end with it.

        Args:
            site: the site's name.
            who: the person at the centre.
            leaves_after: the last quarter it is expected in; None if it will be enrolled again.

        Raises:
            EnrolmentError: the site has no key in force.
        """
        with self.engine.begin() as connection:
            fingerprint = connection.scalar(
                select(DEVICES.c.fingerprint).where(
                    DEVICES.c.site == site, DEVICES.c.state == DeviceState.APPROVED
                )
            )
            if fingerprint is None:
                raise EnrolmentError("this site has no key in force")
            end_device(connection, fingerprint, DeviceState.REVOKED, self.clock())
            end_replaced(connection, site, self.clock())
            if leaves_after is not None:
                connection.execute(
                    update(SITES).where(SITES.c.site == site).values(ends=str(leaves_after))
                )
            self._note(connection, who, "key_revoked", f"{site} {fingerprint}")

    def _waiting_site(self, connection: Connection, fingerprint: str) -> str:
        row = device_row(connection, fingerprint)
        if row is None or row.state != DeviceState.WAITING:
            raise EnrolmentError("no such key waits to be approved")
        return str(row.site)

    def _note(self, connection: Connection, who: str, act: str, about: str) -> None:
        write_down(connection, at=self.clock(), who=who, act=act, about=about)


def _refuse_unreadable(raw: bytes) -> None:
    try:
        read_offer(raw)
    except MessageRefusedError as error:
        raise EnrolmentError(
            "a site's name is letters, digits, - and _ (at most 32); an address begins with https://"
        ) from error
