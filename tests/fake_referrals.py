"""Referrals, own goals, gaps and contacts put right, in memory."""

from dataclasses import replace
from datetime import datetime

from tests.fake_records import FakeRecords
from vrn_desktop.application.ports.loop_repositories import ReferralRow
from vrn_desktop.domain.handover import Handover
from vrn_desktop.domain.helping import HelpingAnswer
from vrn_desktop.domain.identifiers import (
    OwnGoalId,
    PractitionerId,
    ScreeningId,
    ServiceId,
    SignpostId,
    UnmetNeedId,
    YoungPersonId,
)
from vrn_desktop.domain.outdated_contact import OutdatedContact
from vrn_desktop.domain.own_goal import GoalStep, OwnGoal
from vrn_desktop.domain.referral import Referral, ReferralEvent
from vrn_desktop.domain.signposting import Signpost
from vrn_desktop.domain.unmet_need import UnmetNeed


class FakeReferrals:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add_event(self, event: ReferralEvent) -> None:
        self._records.referral_events.append(event)

    def get(self, signpost_id: SignpostId) -> ReferralRow:
        return self._row(self._records.signposts[signpost_id])

    def rows(self) -> tuple[ReferralRow, ...]:
        return tuple(map(self._row, self._records.signposts.values()))

    def of_person(self, person_id: YoungPersonId) -> tuple[Referral, ...]:
        return tuple(row.referral for row in self.rows() if row.young_person_id == person_id)

    def of_screening(self, screening_id: ScreeningId) -> tuple[Referral, ...]:
        found = (row.referral for row in self.rows())
        return tuple(each for each in found if each.signpost.screening_id == screening_id)

    def add_handover(self, handover: Handover) -> None:
        self._records.handovers.append(handover)

    def handover(self, signpost_id: SignpostId) -> Handover | None:
        found = [each for each in self._records.handovers if each.signpost_id == signpost_id]
        return found[-1] if found else None

    def handovers(self) -> tuple[Handover, ...]:
        return tuple(self._records.handovers)

    def add_helping(self, answer: HelpingAnswer) -> None:
        self._records.helping.append(answer)

    def helping(self, person_id: YoungPersonId) -> tuple[HelpingAnswer, ...]:
        mine = {each.signpost.id for each in self.of_person(person_id)}
        return tuple(each for each in self._records.helping if each.signpost_id in mine)

    def _row(self, signpost: Signpost) -> ReferralRow:
        screening = self._records.screenings[signpost.screening_id]
        person = self._records.people[screening.young_person_id]
        events = (e for e in self._records.referral_events if e.signpost_id == signpost.id)
        return ReferralRow(
            referral=Referral(signpost=signpost, events=tuple(events)),
            young_person_id=person.id,
            reference=person.reference,
            chosen_name=person.chosen_name,
            practitioner_id=screening.practitioner_id,
        )


class FakeOwnGoals:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, goal: OwnGoal) -> None:
        self._records.goals[goal.id] = goal

    def add_step(self, goal_id: OwnGoalId, step: GoalStep) -> None:
        kept = self._records.goals[goal_id]
        self._records.goals[goal_id] = replace(kept, steps=(*kept.steps, step))

    def stop(self, goal_id: OwnGoalId, at: datetime) -> None:
        self._records.goals[goal_id] = replace(self._records.goals[goal_id], stopped_at=at)

    def of_person(self, person_id: YoungPersonId) -> tuple[OwnGoal, ...]:
        return tuple(g for g in self._records.goals.values() if g.young_person_id == person_id)


class FakeUnmetNeeds:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def put(self, need: UnmetNeed) -> None:
        self._records.gaps[need.id] = need

    def remove(self, need_id: UnmetNeedId) -> None:
        self._records.gaps.pop(need_id, None)

    def of_screening(self, screening_id: ScreeningId) -> tuple[UnmetNeed, ...]:
        return tuple(n for n in self._records.gaps.values() if n.screening_id == screening_id)

    def every(self) -> tuple[UnmetNeed, ...]:
        return tuple(self._records.gaps.values())


class FakeContactsPutRight:
    def __init__(self, records: FakeRecords) -> None:
        self._records = records

    def add(self, contact: OutdatedContact, at: datetime, by: PractitionerId) -> None:
        given = contact.given
        self._records.put_right.append((given.young_person_id, given.service_id, contact.mark))

    def marks(self) -> frozenset[tuple[YoungPersonId, ServiceId, str]]:
        return frozenset(self._records.put_right)
