"""The real office of counts over an invented centre, which also writes down what it was asked to draw."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from itertools import count

from tests.exchange_packs import shipped_pack
from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.counts_sent import ChainPlace, Enrolment, EnrolmentStep
from vrn_desktop.domain.errors import RefusedByOfficeError
from vrn_desktop.domain.identifiers import YoungPersonId
from vrn_desktop.domain.programme_period import Period, Quarter, Week
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey
from vrn_desktop.sync.count_office import SealingCountOffice

CENTRE = OpeningKey.new()
CENTRE_SIGNER = SigningKey.new()
DEVICE = SigningKey.new()


STARTS = Quarter(2026, 4)


def enrolled(
    step: EnrolmentStep = EnrolmentStep.IN_FORCE,
    starts: Quarter = STARTS,
    trusted_day: date = date(2026, 11, 20),
) -> Enrolment:
    """This file's enrolment with the invented centre, with its key."""
    return Enrolment(
        site="S001",
        starts=starts,
        address="",
        box=CENTRE.public,
        centre_signer=CENTRE_SIGNER.public,
        device_public=DEVICE.public,
        step=step,
        trusted_day=trusted_day,
        device_private=DEVICE.private,
    )


class WatchedCountOffice(SealingCountOffice):
    """`drawn` are the periods in the order of drawing; `rows` and `before` what each was drawn from.

    `refuses` is a period that it draws under no circumstances.
    """

    def __init__(self, first_id: int = 1) -> None:
        numbers = count(first_id)
        super().__init__(
            pack=shipped_pack, words=tuple, app="0.1", new_id=lambda: f"{next(numbers):032x}"
        )
        self.drawn: list[Period] = []
        self.refuses: Period | None = None
        self.rows: dict[Period, tuple[PersonQuarter, ...]] = {}
        self.before: dict[Period, dict[YoungPersonId, frozenset[Week]]] = {}

    def draw(
        self,
        period: Period,
        rows: Iterable[PersonQuarter],
        counted_before: Mapping[YoungPersonId, Collection[Week]],
        *,
        enrolment: Enrolment,
        device_private: bytes,
        place: ChainPlace,
        at: datetime,
    ) -> SealedPeriod:
        if period == self.refuses:
            raise RefusedByOfficeError("this period is refused here")
        self.drawn.append(period)
        self.rows[period] = tuple(rows)
        self.before[period] = {who: frozenset(weeks) for who, weeks in counted_before.items()}
        return super().draw(
            period,
            self.rows[period],
            counted_before,
            enrolment=enrolment,
            device_private=device_private,
            place=place,
            at=at,
        )
