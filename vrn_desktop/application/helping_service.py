"""Is it helping? Asked some weeks after the first yes, of each service they said yes to; all of it can be skipped."""

from collections.abc import Sequence
from dataclasses import dataclass

from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.errors import DomainError
from vrn_desktop.domain.follow_up import FollowUp
from vrn_desktop.domain.helping import HelpingAnswer, StillGoing
from vrn_desktop.domain.identifiers import FollowUpId, ReferralEventId
from vrn_desktop.domain.local_service import CRISIS
from vrn_desktop.domain.referral import HowWeKnow, Referral, ReferralEvent, ReferralState
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.young_person import YoungPerson

_NEWS = {
    StillGoing.YES: ReferralState.STILL_ENGAGED,
    StillGoing.STOPPED: ReferralState.ENDED,
}
"""What an answer says about the referral itself; the others say nothing new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInMatter:
    """Everything the check-in page shows."""

    follow_up: FollowUp
    person: YoungPerson
    safe_contact: SafeContact | None
    referrals: tuple[Referral, ...]
    said_before: tuple[HelpingAnswer, ...]


class HelpingService:
    """Use cases of the check-in page."""

    def __init__(self, session: Session, clock: Clock, new_id: NewId) -> None:
        self._session = session
        self._clock = clock
        self._new_id = new_id

    def matter(self, follow_up_id: FollowUpId) -> CheckInMatter:
        """What is to be asked, and how it is safe to ask it."""
        with self._session.store.read() as work:
            follow_up = work.follow_ups.get(follow_up_id)
            person = work.young_people.get(follow_up.young_person_id)
            return CheckInMatter(
                follow_up=follow_up,
                person=person,
                safe_contact=work.safe_contacts.latest(person.id),
                referrals=tuple(
                    each
                    for each in work.referrals.of_screening(follow_up.screening_id)
                    if each.first_yes is not None
                    and each.current is not ReferralState.DECLINED
                    and each.signpost.category != CRISIS
                ),
                said_before=work.referrals.helping(person.id),
            )

    def keep(self, follow_up_id: FollowUpId, answers: Sequence[HelpingAnswer]) -> None:
        """What they said, with the news it brings of each service; the asking is done, all in one change."""
        now = self._clock()
        with self._session.store.change(Act.REFERRAL_RECORDED, follow_up_id) as work:
            for answer in answers:
                if answer.says_nothing:
                    continue
                work.referrals.add_helping(answer)
                event = self._news(answer)
                referral = work.referrals.get(answer.signpost_id).referral
                if event is not None and _follows(referral, event):
                    work.referrals.add_event(event)
            work.follow_ups.mark_done(follow_up_id, now)
            work.note(Act.FOLLOW_UP_RECORDED, follow_up_id)

    def _news(self, answer: HelpingAnswer) -> ReferralEvent | None:
        state = _NEWS.get(answer.still_going) if answer.still_going is not None else None
        if state is None:
            return None
        return ReferralEvent(
            id=ReferralEventId(self._new_id()),
            signpost_id=answer.signpost_id,
            state=state,
            on=answer.on,
            at=answer.at,
            by=answer.by,
            how=HowWeKnow.YOUNG_PERSON,
        )


def _follows(referral: Referral, event: ReferralEvent) -> bool:
    """Whether it is news at all; what does not follow from where things stand is only kept as said."""
    try:
        referral.with_event(event, today=event.on)
    except DomainError:
        return False
    return True
