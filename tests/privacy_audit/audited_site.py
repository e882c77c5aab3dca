"""A site under audit: the use cases, the real office of counts, and a file in memory; only its noise is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from hashlib import sha256
from itertools import count
from types import SimpleNamespace
from typing import Any

from tests.exchange_packs import shipped_pack
from tests.fake_store import FakeStore
from tests.invented_services import PRIYA
from vrn_desktop.application import counting_service, week_of_approval
from vrn_desktop.application.ports.counts import SealedPeriod
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.counted_person import PersonQuarter
from vrn_desktop.domain.counts_sent import Enrolment, EnrolmentStep, OfficeReceipt
from vrn_desktop.domain.identifiers import ScreeningId, YoungPersonId
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.domain.programme_period import Period, Quarter
from vrn_desktop.domain.young_person import YoungPerson
from vrn_desktop.exchange.message_keys import OpeningKey, SigningKey
from vrn_desktop.exchange.payload import PADDED_BYTES, Contribution, unpadded
from vrn_desktop.noise.discrete_laplace import RandomBits
from vrn_desktop.sync import count_office

SITE = "S001"
_MORNING = time(9, tzinfo=UTC)
_CENTRE = OpeningKey.from_private(sha256(b"an invented centre").digest())
_RECEIPTS = SigningKey.from_private(sha256(b"an invented centre's receipts").digest())
_DEVICE = SigningKey.from_private(sha256(b"an invented site").digest())


@dataclass(frozen=True, slots=True)
class Sent:
    """One message as the whole world may see it, and what the centre reads in it."""

    raw: bytes
    says: Contribution


class _OfficeUnderAudit(count_office.SealingCountOffice):
    """`noise_of` gives each period its own chance, whatever was drawn before."""

    noise_of: Callable[[Period], RandomBits] | None = None

    def draw(self, period: Period, *about: Any, **more: Any) -> SealedPeriod:
        if self.noise_of is not None:
            self._bits = self.noise_of(period)
        return super().draw(period, *about, **more)


class AuditedSite:
    """One laptop whose supervisor approves and closes; `bits` is where its noise comes from."""

    practitioner: Practitioner = PRIYA

    def __init__(
        self,
        bits: RandomBits,
        *,
        starts: Quarter,
        trusted_day: date = date(2999, 1, 1),
        noise_of: Callable[[Period], RandomBits] | None = None,
    ) -> None:
        self.store = FakeStore()
        self.today = self._centres_day = starts.first_day
        numbers = count(1)
        self._office = _OfficeUnderAudit(
            pack=shipped_pack,
            words=tuple,
            app="0.1",
            new_id=lambda: f"{next(numbers):032x}",
            bits=bits,
        )
        self._office.noise_of = noise_of
        self._closing = counting_service.CountingService(self, self._office, self._now)
        with self.store.change(Act.ENROLMENT_CHANGED, "") as work:
            work.counts.put_enrolment(_enrolment(starts, trusted_day))

    def approve(self, facts: PersonQuarter, held_on: date) -> None:
        """A conversation's level is confirmed today; `facts.week` becomes the week it counts in."""
        records = self.store.records.counts
        screening = ScreeningId(f"conversation {len(records.people) + 1}")
        started = datetime.combine(held_on, _MORNING)
        with self.store.change(Act.LEVEL_DECIDED, screening) as work:
            week_of_approval.keep_week_of_approval(
                _looking_up(work.counts, started),
                _confirmed(screening),
                self.today,
            )
        records = self.store.records.counts
        records.people.append(replace(facts, week=records.weeks[screening]))

    def register(self, people: Iterable[YoungPersonId]) -> None:
        """Put young people into the file, so that a restored one knows who was there."""
        for person in people:
            with self.store.change(Act.YOUNG_PERSON_ADDED, person) as work:
                work.young_people.add(
                    YoungPerson(
                        id=person,
                        reference=work.young_people.next_reference(),
                        chosen_name="Invented",
                        age=15,
                        age_recorded_on=self.today,
                        practitioner_id=PRIYA.id,
                    )
                )

    def close(self) -> None:
        """What the program does every day: draw and seal what is due."""
        self._closing.close_due_periods()

    def hear_from_the_centre(self) -> None:
        """A receipt of the centre's day for the last message; the centre's clock never goes back."""
        self._centres_day = max(self._centres_day, self.today)
        with self.store.change(Act.ENROLMENT_CHANGED, "") as work:
            known = work.counts.enrolment()
            assert known is not None
            day = max(self._centres_day, known.trusted_day)
            work.counts.put_enrolment(replace(known, trusted_day=day))
            for last in work.counts.ledger()[:1]:
                receipt = OfficeReceipt(
                    message_id=last.message_id, digest=last.digest, accepted=True, day=day
                )
                work.counts.add_receipt(last.number, receipt, day.isoformat().encode(), self._now())

    def sent(self) -> list[Sent]:
        """Every message that leaves, in order."""
        records = self.store.records.counts
        return [
            Sent(raw=records.sealed[entry.number], says=unpadded(entry.content.ljust(PADDED_BYTES)))
            for entry in records.ledger
        ]

    def _now(self) -> datetime:
        return datetime.combine(self.today, _MORNING)


def _enrolment(starts: Quarter, trusted_day: date) -> Enrolment:
    return Enrolment(
        site=SITE,
        starts=starts,
        address="",
        box=_CENTRE.public,
        centre_signer=_RECEIPTS.public,
        device_public=_DEVICE.public,
        step=EnrolmentStep.IN_FORCE,
        trusted_day=trusted_day,
        device_private=_DEVICE.private,
    )


def _looking_up(counts: Any, started: datetime) -> Any:
    """A unit of work in which the conversation at hand was held at that moment."""
    screening = SimpleNamespace(started_at=started)
    return SimpleNamespace(counts=counts, screenings=SimpleNamespace(get=lambda _: screening))


def _confirmed(screening: ScreeningId) -> Any:
    return SimpleNamespace(screening_id=screening, state=DecisionState.CONFIRMED)
