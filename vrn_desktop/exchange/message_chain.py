"""What a message means beside those that came before: again, a second drawing, a fork, or simply new."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from vrn_desktop.domain.programme_period import Period
from vrn_desktop.exchange.payload import FIRST_PREV, Contribution, PeriodState
from vrn_desktop.exchange.sealed_message import message_digest
from vrn_desktop.exchange.table_pack import MessageKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodKey:
    """What may have numbers once only, whatever message or specification asks (the idempotency key)."""

    site: str
    kind: MessageKind
    period: Period

    def __str__(self) -> str:
        return f"{self.site}/{self.kind.value}/{self.period}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainHead:
    """A site's last message: its number (0 before the first) and digest, for chaining the next one."""

    number: int = 0
    digest: str = FIRST_PREV

    def after(self, raw: bytes) -> "ChainHead":
        """The head once these bytes are the last message."""
        return ChainHead(number=self.number + 1, digest=message_digest(raw))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A message as the centre remembers it; the numbers themselves are not needed to judge."""

    key: PeriodKey
    state: PeriodState
    number: int
    previous: str
    digest: str


class Outcome(StrEnum):
    """What the centre does with a message."""

    ACCEPTED = "accepted"
    """Keep it; its numbers count unless the period is withdrawn."""
    DUPLICATE = "duplicate"
    """It is there already: give the same receipt again, byte for byte."""
    CONFLICT = "conflict"
    """Other numbers of this period were there first: keep none of these."""


class ChainEvent(StrEnum):
    """What an office should look into; never a reason to lose numbers that came first."""

    SECOND_DRAW = "second_draw"
    """A period was drawn twice: a copied database, most likely."""
    FORK = "fork"
    """Two messages stand at one place of a site's chain: a copied or restored database."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What to do with one message and what to write down about it."""

    outcome: Outcome
    events: frozenset[ChainEvent] = frozenset()


def arrival_of(contribution: Contribution, digest: str) -> Arrival:
    """What the centre remembers of an opened message."""
    return Arrival(
        key=PeriodKey(site=contribution.site, kind=contribution.kind, period=contribution.period),
        state=contribution.state,
        number=contribution.number,
        previous=contribution.previous,
        digest=digest,
    )


def concerns(arrival: Arrival, known: Arrival) -> bool:
    """Whether an earlier message matters for judging this one; a store looks these up, no others."""
    return known.key.site == arrival.key.site and (
        known.digest == arrival.digest
        or known.key == arrival.key
        or known.previous == arrival.previous
        or abs(known.number - arrival.number) <= 1
    )


def judged(arrival: Arrival, known: Iterable[Arrival]) -> Judgement:
    """Judge a message beside all accepted ones of its site, in whatever order they came.

    Messages in conflict are not among the known ones: whoever keeps receipts looks a digest up
    there first, so that a conflict, too, is answered with the same bytes again.
    """
    others = [other for other in known if concerns(arrival, other)]
    if any(other.digest == arrival.digest for other in others):
        return Judgement(outcome=Outcome.DUPLICATE)
    events = {ChainEvent.FORK} if any(_forks(arrival, other) for other in others) else set()
    drawn_before = any(
        other.key == arrival.key and other.state is PeriodState.OK for other in others
    )
    if arrival.state is PeriodState.OK and drawn_before:
        events.add(ChainEvent.SECOND_DRAW)
        return Judgement(outcome=Outcome.CONFLICT, events=frozenset(events))
    return Judgement(outcome=Outcome.ACCEPTED, events=frozenset(events))


def numbers_count(period: Collection[Arrival]) -> bool:
    """Whether a period's numbers may be used: they came, and nobody withdrew them."""
    states = {arrival.state for arrival in period}
    return PeriodState.OK in states and PeriodState.WITHDRAWN not in states


def _forks(one: Arrival, other: Arrival) -> bool:
    """Whether two different messages cannot both stand in one chain."""
    if one.number == other.number or one.previous == other.previous:
        return True
    first, second = sorted((one, other), key=lambda arrival: arrival.number)
    return second.number == first.number + 1 and second.previous != first.digest
