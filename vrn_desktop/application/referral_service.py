"""What became of a service: news by whoever brings it, the first call agreed, a reply found by its code."""

from dataclasses import dataclass
from datetime import date, time

from vrn_desktop.application.contact_of_today import contact_of_today
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.loop_repositories import ReferralRow
from vrn_desktop.application.ports.store import UnitOfWork
from vrn_desktop.application.screening_service import Session
from vrn_desktop.domain.audit_entry import Act
from vrn_desktop.domain.follow_up import FollowUp, FollowUpKind
from vrn_desktop.domain.handover import Caller, Handover
from vrn_desktop.domain.helping import HelpingAnswer
from vrn_desktop.domain.identifiers import (
    FollowUpId,
    ReferralEventId,
    SignpostId,
    YoungPersonId,
)
from vrn_desktop.domain.outdated_contact import ContactToday
from vrn_desktop.domain.referral import HowWeKnow, Referral, ReferralEvent, ReferralState
from vrn_desktop.domain.safe_contact import SafeContact


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralMatter:
    """Everything the page of one referral shows."""

    row: ReferralRow
    handover: Handover | None
    helping: tuple[HelpingAnswer, ...]
    safe_contact: SafeContact | None
    contact_now: ContactToday


class ReferralService:
    """Use cases around one referral."""

    def __init__(
        self, session: Session, content: ContentLibrary, clock: Clock, new_id: NewId
    ) -> None:
        self._session = session
        self._content = content
        self._clock = clock
        self._new_id = new_id

    def matter(self, signpost_id: SignpostId) -> ReferralMatter:
        """One referral with its news, its agreed call and what was said of it."""
        with self._session.store.read() as work:
            row = work.referrals.get(signpost_id)
            said = work.referrals.helping(row.young_person_id)
            return ReferralMatter(
                row=row,
                handover=work.referrals.handover(signpost_id),
                helping=tuple(each for each in said if each.signpost_id == signpost_id),
                safe_contact=work.safe_contacts.latest(row.young_person_id),
                contact_now=contact_of_today(work, self._content, row.referral.signpost.service_id),
            )

    def of_person(self, person_id: YoungPersonId) -> tuple[Referral, ...]:
        """All referrals of one young person, the first offered first."""
        with self._session.store.read() as work:
            return work.referrals.of_person(person_id)

    def open_rows(self) -> tuple[ReferralRow, ...]:
        """Referrals from which news may still come: one's own, for a reviewer everybody's."""
        me = self._session.practitioner
        with self._session.store.read() as work:
            return tuple(
                row
                for row in work.referrals.rows()
                if row.referral.is_open and (me.role.may_review or row.practitioner_id == me.id)
            )

    def record(
        self,
        signpost_id: SignpostId,
        state: ReferralState,
        *,
        on: date,
        how: HowWeKnow,
        contact: str = "",
    ) -> Referral:
        """A piece of news, kept beside all earlier ones; what it answers is no longer due.

        Raises:
            DomainError: it does not follow from where things stand.
        """
        event = self._event(signpost_id, state=state, on=on, how=how, contact=contact)
        with self._session.store.change(Act.REFERRAL_RECORDED, signpost_id) as work:
            row = work.referrals.get(signpost_id)
            changed = row.referral.with_event(event, today=self._clock().date())
            work.referrals.add_event(event)
            for kind in _answered_by(state, how):
                self._no_longer_due(work, row.young_person_id, signpost_id, kind)
        return changed

    def take_back(self, signpost_id: SignpostId, event_id: ReferralEventId) -> Referral:
        """It was recorded by mistake; both stay to be read.

        Raises:
            DomainError: this news does not stand.
        """
        back = ReferralEvent(
            id=ReferralEventId(self._new_id()),
            signpost_id=signpost_id,
            state=None,
            on=self._clock().date(),
            at=self._clock(),
            by=self._session.practitioner.id,
            how=HowWeKnow.SEEN,
            takes_back=event_id,
        )
        with self._session.store.change(Act.REFERRAL_RECORDED, signpost_id) as work:
            referral = work.referrals.get(signpost_id).referral
            changed = referral.with_event(back, today=self._clock().date())
            work.referrals.add_event(back)
        return changed

    def agree_handover(
        self,
        signpost_id: SignpostId,
        caller: Caller,
        *,
        on: date,
        at_time: time | None = None,
        contact: str = "",
    ) -> Handover:
        """Who makes the first call and when (SP-08); it comes due on that day, in place of an earlier one."""
        handover = Handover(
            signpost_id=signpost_id,
            caller=caller,
            on=on,
            at_time=at_time,
            contact=contact,
            at=self._clock(),
            by=self._session.practitioner.id,
        )
        with self._session.store.change(Act.REFERRAL_RECORDED, signpost_id) as work:
            row = work.referrals.get(signpost_id)
            work.referrals.add_handover(handover)
            self._no_longer_due(work, row.young_person_id, signpost_id, FollowUpKind.HANDOVER)
            due = self._due(row, FollowUpKind.HANDOVER, on, at_time)
            work.follow_ups.add(due)
            work.note(Act.FOLLOW_UP_RECORDED, due.id)
        return handover

    def expect_reply(self, signpost_id: SignpostId, due_on: date) -> None:
        """A service was asked to answer by a day; it comes due unless a reply came before."""
        with self._session.store.change(Act.FOLLOW_UP_RECORDED, signpost_id) as work:
            row = work.referrals.get(signpost_id)
            self._no_longer_due(work, row.young_person_id, signpost_id, FollowUpKind.REPLY_DUE)
            work.follow_ups.add(self._due(row, FollowUpKind.REPLY_DUE, due_on, None))

    def _event(
        self,
        signpost_id: SignpostId,
        *,
        state: ReferralState,
        on: date,
        how: HowWeKnow,
        contact: str,
    ) -> ReferralEvent:
        return ReferralEvent(
            id=ReferralEventId(self._new_id()),
            signpost_id=signpost_id,
            state=state,
            on=on,
            at=self._clock(),
            by=self._session.practitioner.id,
            how=how,
            contact=contact,
        )

    def _due(
        self, row: ReferralRow, kind: FollowUpKind, on: date, at_time: time | None
    ) -> FollowUp:
        return FollowUp(
            id=FollowUpId(self._new_id()),
            young_person_id=row.young_person_id,
            screening_id=row.referral.signpost.screening_id,
            practitioner_id=row.practitioner_id,
            kind=kind,
            due_on=on,
            signpost_id=row.referral.signpost.id,
            at_time=at_time,
        )

    def _no_longer_due(
        self, work: UnitOfWork, person: YoungPersonId, signpost: SignpostId, kind: FollowUpKind
    ) -> None:
        for each in work.follow_ups.of_person(person):
            if each.done_at is None and each.kind is kind and each.signpost_id == signpost:
                work.follow_ups.mark_done(each.id, self._clock())


def _answered_by(state: ReferralState, how: HowWeKnow) -> tuple[FollowUpKind, ...]:
    """What need not be looked for any more: a reply that came, or both once it is over."""
    if state in (ReferralState.DECLINED, ReferralState.ENDED):
        return FollowUpKind.REPLY_DUE, FollowUpKind.HANDOVER
    by_phone = how is HowWeKnow.PHONE_CALL and state is not ReferralState.COULD_NOT_REACH
    return (FollowUpKind.REPLY_DUE,) if by_phone or how is HowWeKnow.REPLY_SLIP else ()
