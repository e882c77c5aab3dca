"""The ways from a site to the centre, with delays and losses: a bad line, and a stick every other week."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import TypeAlias

from vrn_desktop.central.simulation.simulated_site import SimulatedSite, Waiting
from vrn_desktop.domain.sending_pause import pause_before_next_try

LOST_ON_THE_WAY = 0.2
ANSWER_LOST = 0.1
STICK_EVERY_DAYS = 14
STICK_LOST = 0.1
_BITS_OF_A_PAUSE = 40

Intake: TypeAlias = Callable[[bytes, datetime], bytes]
"""The centre's door: a message and the moment it arrives, for a signed receipt."""


class OtherReceiptError(Exception):
    """The centre answered the same message in two ways; a fault of the program."""


@dataclass(slots=True)
class Journeys:
    """What became of messages on their way, and nothing of what they say."""

    intake: Intake
    luck: Random
    arrived: int = 0
    again: int = 0
    """Of these, the ones that the centre had already."""
    lost: int = 0
    answers_lost: int = 0
    hours_to_receipt: list[float] = field(default_factory=list)
    receipts: dict[str, bytes] = field(default_factory=dict)

    def of(self, site: SimulatedSite, day_number: int, morning: datetime) -> None:
        """What travels from one site within one day."""
        if site.about.by_stick:
            if (
                day_number + len(site.about.name) + site.about.practitioners
            ) % STICK_EVERY_DAYS == 0:
                self._by_stick(site, morning)
            return
        evening = morning + timedelta(days=1)
        for waiting in site.outbox:
            while not waiting.delivered and waiting.next_try_at < evening:
                self._by_network(site, waiting)

    def _by_network(self, site: SimulatedSite, waiting: Waiting) -> None:
        at = waiting.next_try_at
        answer = None
        if self.luck.random() < LOST_ON_THE_WAY:
            self.lost += 1
        else:
            answer = self._arrives(waiting, at)
            if self.luck.random() < ANSWER_LOST:
                self.answers_lost += 1
                answer = None
        if answer is not None:
            self._receipted(site, waiting, answer, at)
            return
        waiting.failures += 1
        pause = pause_before_next_try(waiting.failures, self.luck.getrandbits(_BITS_OF_A_PAUSE))
        waiting.next_try_at = at + pause

    def _by_stick(self, site: SimulatedSite, at: datetime) -> None:
        """Everything without a receipt, in any order, and once in a while what was there already."""
        on_the_stick = [
            w for w in site.outbox if not w.delivered or self.luck.random() < ANSWER_LOST
        ]
        self.luck.shuffle(on_the_stick)
        if self.luck.random() < STICK_LOST:
            self.lost += len(on_the_stick)
            return
        for waiting in on_the_stick:
            answer = self._arrives(waiting, at)
            if not waiting.delivered:
                self._receipted(site, waiting, answer, at)

    def _arrives(self, waiting: Waiting, at: datetime) -> bytes:
        self.arrived += 1
        self.again += waiting.digest in self.receipts
        answer = self.intake(waiting.raw, at)
        if self.receipts.setdefault(waiting.digest, answer) != answer:
            raise OtherReceiptError("the same message was answered with other bytes")
        return answer

    def _receipted(
        self, site: SimulatedSite, waiting: Waiting, answer: bytes, at: datetime
    ) -> None:
        site.receive(answer)
        self.hours_to_receipt.append((at - waiting.drawn_at) / timedelta(hours=1))
