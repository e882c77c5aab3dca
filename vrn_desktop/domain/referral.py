"""What became of a service that was offered: dated news that is only ever added, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.identifiers import PractitionerId, ReferralEventId, SignpostId
from vrn_desktop.domain.signposting import Signpost, SignpostState


class ReferralState(StrEnum):
    """Where a young person and a service stand with each other; each of them is fine to say."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CONTACTED = "contacted"
    FIRST_APPOINTMENT = "first_appointment"
    STILL_ENGAGED = "still_engaged"
    ENDED = "ended"
    COULD_NOT_REACH = "could_not_reach"


class HowWeKnow(StrEnum):
    """Where a piece of news comes from."""

    YOUNG_PERSON = "young_person"
    REPLY_SLIP = "reply_slip"
    PHONE_CALL = "phone_call"
    SEEN = "seen"
    CHOSEN_TOGETHER = "chosen_together"


class Reached(StrEnum):
    """A referral as the yearly table of referrals counts it (decisions.md 19, table S)."""

    DECLINED = "declined"
    WAITING = "waiting"
    CONTACTED = "contacted"
    REACHED = "reached"
    COULD_NOT_REACH = "could_not_reach"


WAY = (
    ReferralState.OFFERED,
    ReferralState.ACCEPTED,
    ReferralState.CONTACTED,
    ReferralState.FIRST_APPOINTMENT,
    ReferralState.STILL_ENGAGED,
)
"""How far a referral can come (AG-14); the other states end a way or bend it, they are no part of it."""

REACHED_STATES = frozenset({ReferralState.FIRST_APPOINTMENT, ReferralState.STILL_ENGAGED})
_AFTER_YES = (
    ReferralState.CONTACTED,
    ReferralState.FIRST_APPOINTMENT,
    ReferralState.STILL_ENGAGED,
    ReferralState.COULD_NOT_REACH,
    ReferralState.DECLINED,
    ReferralState.ENDED,
)
STEPS: dict[ReferralState, tuple[ReferralState, ...]] = {
    ReferralState.OFFERED: (ReferralState.ACCEPTED, ReferralState.DECLINED),
    ReferralState.ACCEPTED: _AFTER_YES,
    ReferralState.CONTACTED: _AFTER_YES,
    ReferralState.COULD_NOT_REACH: _AFTER_YES,
    ReferralState.FIRST_APPOINTMENT: (
        ReferralState.STILL_ENGAGED,
        ReferralState.ENDED,
        ReferralState.COULD_NOT_REACH,
    ),
    ReferralState.STILL_ENGAGED: (
        ReferralState.STILL_ENGAGED,
        ReferralState.ENDED,
        ReferralState.COULD_NOT_REACH,
    ),
    ReferralState.DECLINED: (ReferralState.ACCEPTED,),
    ReferralState.ENDED: (ReferralState.ACCEPTED, ReferralState.STILL_ENGAGED),
}
"""What may come next; a mind can be changed both ways."""

PATIENCE = {
    ReferralState.ACCEPTED: timedelta(days=14),
    ReferralState.CONTACTED: timedelta(days=28),
    ReferralState.COULD_NOT_REACH: timedelta(days=14),
}
"""How long no news is fine; after that somebody should ask (a professional judgement, domain.md 5)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralEvent:
    """One piece of news: what happened on which day, who wrote it down when, how we know.

    `contact` is the number or page as it was given at that time. An event without a state takes
    back the one it names in `takes_back`, which stays to be read.
    """

    id: ReferralEventId
    signpost_id: SignpostId
    state: ReferralState | None
    on: date
    at: datetime
    by: PractitionerId
    how: HowWeKnow
    contact: str = ""
    takes_back: ReferralEventId | None = None

    def __post_init__(self) -> None:
        if (self.state is None) != (self.takes_back is not None):
            raise DomainError("an event says a state, or takes back another one")


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral:
    """One service offered to a young person, with everything that was heard of it, as it was recorded."""

    signpost: Signpost
    events: tuple[ReferralEvent, ...] = ()

    @property
    def offered_on(self) -> date:
        """The day on the wall on which it was offered."""
        return self.signpost.offered_at.astimezone().date()

    @property
    def standing(self) -> tuple[ReferralEvent, ...]:
        """The news nobody has taken back, in the order in which it happened."""
        gone = {event.takes_back for event in self.events if event.takes_back is not None}
        kept = (e for e in self.events if e.state is not None and e.id not in gone)
        return tuple(sorted(kept, key=lambda event: event.on))

    @property
    def current(self) -> ReferralState:
        """Where it stands now: the latest news, else the answer in the conversation."""
        standing = self.standing
        if standing and standing[-1].state is not None:
            return standing[-1].state
        return answered_state(self.signpost.state)

    @property
    def furthest(self) -> ReferralState:
        """How far it ever came on the way from offered to still engaged (AG-14)."""
        states = {event.state for event in self.standing}
        states.add(answered_state(self.signpost.state))
        return max((state for state in WAY if state in states), key=WAY.index, default=WAY[0])

    @property
    def reached(self) -> Reached | None:
        """As table S counts it; None is an offer without an answer, which is no referral.

        Who was once reached stays so. Otherwise the latest news counts; an ending before anybody
        was reached counts as far as it came.
        """
        if self.furthest in REACHED_STATES:
            return Reached.REACHED
        counted = self.furthest if self.current is ReferralState.ENDED else self.current
        return _COUNTED.get(counted)

    @property
    def first_yes(self) -> date | None:
        """The day of the first yes that stands."""
        yes = [event.on for event in self.standing if event.state is ReferralState.ACCEPTED]
        if self.signpost.state is SignpostState.ACCEPTED:
            yes.append(self.offered_on)
        return min(yes, default=None)

    @property
    def is_open(self) -> bool:
        """Whether news may still come: they said yes and it has not ended."""
        over = (ReferralState.OFFERED, ReferralState.DECLINED, ReferralState.ENDED)
        return self.current not in over

    @property
    def awaits_first_call(self) -> bool:
        """Whether somebody may still agree to make the first call (SP-08): they have not been there yet."""
        been = (ReferralState.FIRST_APPOINTMENT, ReferralState.STILL_ENGAGED)
        return self.is_open and self.furthest not in been

    def last_news_on(self) -> date:
        """The day of the latest news; the day of the offer before there is any."""
        return self.standing[-1].on if self.standing else self.offered_on

    def days_without_news(self, today: date) -> int:
        """How long ago the latest news is."""
        return max(0, (today - self.last_news_on()).days)

    def waits_too_long(self, today: date) -> bool:
        """Whether somebody should ask what became of it."""
        patience = PATIENCE.get(self.current)
        return patience is not None and self.days_without_news(today) > patience.days

    def next_steps(self) -> tuple[ReferralState, ...]:
        """What may be recorded next."""
        return STEPS[self.current]

    def with_event(self, event: ReferralEvent, *, today: date) -> "Referral":
        """The referral with one more piece of news.

        News heard late, from before the latest, is taken as it comes: it bends nothing that
        happened since.

        Raises:
            DomainError: it belongs to another offer, lies ahead or before the offer, does not
                follow from where things stand, or takes back what does not stand.
        """
        if event.signpost_id != self.signpost.id:
            raise DomainError("this news belongs to another offer")
        if event.on > today or event.on < self.offered_on:
            raise DomainError("news lies between the offer and today")
        if event.takes_back is not None:
            if event.takes_back not in {each.id for each in self.standing}:
                raise DomainError("there is nothing to take back")
        elif event.on >= self.last_news_on() and event.state not in self.next_steps():
            raise DomainError("this does not follow from where things stand")
        return replace(self, events=(*self.events, event))


_COUNTED = {
    ReferralState.DECLINED: Reached.DECLINED,
    ReferralState.ACCEPTED: Reached.WAITING,
    ReferralState.CONTACTED: Reached.CONTACTED,
    ReferralState.COULD_NOT_REACH: Reached.COULD_NOT_REACH,
}
_FURTHEST_FIRST = (
    Reached.REACHED,
    Reached.CONTACTED,
    Reached.WAITING,
    Reached.COULD_NOT_REACH,
    Reached.DECLINED,
)


def answered_state(answer: SignpostState) -> ReferralState:
    """The answer given in a conversation, read as a state; known or not available stays an offer."""
    if answer is SignpostState.ACCEPTED:
        return ReferralState.ACCEPTED
    if answer is SignpostState.DECLINED:
        return ReferralState.DECLINED
    return ReferralState.OFFERED


def furthest_of(referrals: Sequence[Referral]) -> Reached | None:
    """What table S counts for one young person: the furthest referral, the first offered of equals.

    Equals count alike, so their order only matters to whoever looks the referral itself up.
    """
    counted = [referral.reached for referral in referrals]
    return next((reached for reached in _FURTHEST_FIRST if reached in counted), None)
