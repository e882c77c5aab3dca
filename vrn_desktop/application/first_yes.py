"""What a yes or a no to a service brings with it: a piece of news, and the askings whether it helps."""

from collections.abc import Callable
from datetime import datetime

from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.helping import ASKED_AFTER
from vrn_desktop.domain.identifiers import (
    FollowUpId,
    PractitionerId,
    ReferralEventId,
    UnmetNeedId,
)
from vrn_desktop.domain.local_service import CRISIS
from vrn_desktop.domain.referral import HowWeKnow, ReferralEvent, ReferralState
from vrn_desktop.domain.signposting import Signpost, SignpostState
from vrn_desktop.domain.unmet_need import GapReason, UnmetNeed

_NEWS = {
    SignpostState.ACCEPTED: ReferralState.ACCEPTED,
    SignpostState.DECLINED: ReferralState.DECLINED,
}


def is_asked_about(signpost: Signpost) -> bool:
    """Whether they said yes and it is more than a line for a hard moment: nobody is asked about those."""
    return signpost.state is SignpostState.ACCEPTED and signpost.category != CRISIS


class AnswerToOffer:
    """Keeps what follows from an answer, inside the change that keeps the answer itself."""

    def __init__(
        self, work: UnitOfWork, *, now: datetime, by: PractitionerId, new_id: Callable[[], str]
    ) -> None:
        self._work = work
        self._now = now
        self._by = by
        self._new_id = new_id

    def keep(self, signpost: Signpost, contact: str) -> None:
        """News of the answer, the askings after a first yes, and a gap where nothing was to be had."""
        self._tell(signpost, contact)
        self._ask_later(signpost)
        self._note_gap(signpost)

    def _tell(self, signpost: Signpost, contact: str) -> None:
        standing = self._work.referrals.get(signpost.id).referral.standing
        news = _NEWS.get(signpost.state)
        if standing and standing[-1].state is news:
            return
        if news is not None:
            self._add(signpost, state=news, contact=contact)
            return
        for event in standing:
            if event.how is HowWeKnow.CHOSEN_TOGETHER:
                self._add(signpost, takes_back=event.id)

    def _add(
        self,
        signpost: Signpost,
        *,
        state: ReferralState | None = None,
        contact: str = "",
        takes_back: ReferralEventId | None = None,
    ) -> None:
        self._work.referrals.add_event(
            ReferralEvent(
                id=ReferralEventId(self._new_id()),
                signpost_id=signpost.id,
                state=state,
                on=self._now.date(),
                at=self._now,
                by=self._by,
                how=HowWeKnow.CHOSEN_TOGETHER,
                contact=contact,
                takes_back=takes_back,
            )
        )

    def _ask_later(self, signpost: Signpost) -> None:
        """Once in a conversation, at its first yes; without any yes left there is nothing to ask."""
        screening = self._work.screenings.get(signpost.screening_id)
        asked = [
            each
            for each in self._work.follow_ups.of_person(screening.young_person_id)
            if each.screening_id == screening.id and each.kind is FollowUpKind.IS_IT_HELPING
        ]
        waiting = [each for each in asked if each.done_at is None]
        offers = self._work.signposts.of_screening(screening.id)
        if not any(is_asked_about(each) for each in offers):
            for each in waiting:
                self._work.follow_ups.mark_done(each.id, self._now)
        elif not waiting and not any(each.due_on <= self._now.date() for each in asked):
            for after in ASKED_AFTER:
                self._work.follow_ups.add(
                    FollowUp(
                        id=FollowUpId(self._new_id()),
                        young_person_id=screening.young_person_id,
                        screening_id=screening.id,
                        practitioner_id=screening.practitioner_id,
                        kind=FollowUpKind.IS_IT_HELPING,
                        due_on=self._now.date() + after,
                    )
                )

    def _note_gap(self, signpost: Signpost) -> None:
        """Not available is a gap until somebody says why (SP-07, AG-09)."""
        known = [
            need
            for need in self._work.unmet_needs.of_screening(signpost.screening_id)
            if need.service_id == signpost.service_id
        ]
        if signpost.state is not SignpostState.NOT_AVAILABLE:
            for need in known:
                self._work.unmet_needs.remove(need.id)
        elif not known:
            self._work.unmet_needs.put(
                UnmetNeed(
                    id=UnmetNeedId(self._new_id()),
                    screening_id=signpost.screening_id,
                    category=signpost.category,
                    reason=GapReason.NO_SERVICE,
                    at=self._now,
                    by=self._by,
                    service_id=signpost.service_id,
                )
            )
