"""From noisy numbers to what the file keeps in one transaction: the ledger's line and the sealed bytes."""

from collections.abc import Mapping
from datetime import datetime

from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.application.sync_calendar import first_try_at
from vrn_desktop.domain.counts_sent import (
    ChainPlace,
    Delivery,
    Enrolment,
    LedgerEntry,
    NumbersState,
)
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.exchange.message_chain import ChainHead
from vrn_desktop.exchange.message_keys import SigningKey
from vrn_desktop.exchange.payload import Contribution, padded
from vrn_desktop.exchange.sealed_message import message_digest, sealed_message


def head_of(place: ChainPlace) -> ChainHead:
    """The place in the chain as the exchange names it."""
    return ChainHead(number=place.number, digest=place.digest)


def sealed_period(
    contribution: Contribution,
    *,
    newly_counted: Mapping[YoungPersonId, Week],
    enrolment: Enrolment,
    device_private: bytes,
    at: datetime,
) -> SealedPeriod:
    """The numbers sealed to this enrolment's centre, once: every try sends these bytes."""
    signer = SigningKey.from_private(device_private)
    raw = sealed_message(contribution, centre=enrolment.box, signer=signer)
    return SealedPeriod(
        entry=LedgerEntry(
            number=contribution.number,
            message_id=contribution.id,
            period=contribution.period,
            state=NumbersState(contribution.state.value),
            drawn_at=at,
            digest=message_digest(raw),
            content=padded(contribution).rstrip(),
            delivery=Delivery.WAITING,
            next_try_at=first_try_at(enrolment.site, contribution.period),
        ),
        raw=raw,
        newly_counted=newly_counted,
    )
