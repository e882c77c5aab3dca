"""What one unit of work can read and change of the loop: referrals, own goals, gaps, contacts put right."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

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
from vrn_desktop.domain.unmet_need import UnmetNeed


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferralRow:
    """A referral with whom it is about and who had the conversation."""

    referral: Referral
    young_person_id: YoungPersonId
    reference: str
    chosen_name: str
    practitioner_id: PractitionerId


class Referrals(Protocol):
    """Every service offered, with its news; news is only ever added."""

    def add_event(self, event: ReferralEvent) -> None: ...
    def get(self, signpost_id: SignpostId) -> ReferralRow: ...
    def rows(self) -> tuple[ReferralRow, ...]:
        """All of the file, the first offered first."""
        ...

    def of_person(self, person_id: YoungPersonId) -> tuple[Referral, ...]:
        """One person's, the first offered first."""
        ...

    def of_screening(self, screening_id: ScreeningId) -> tuple[Referral, ...]: ...
    def add_handover(self, handover: Handover) -> None: ...
    def handover(self, signpost_id: SignpostId) -> Handover | None:
        """The latest one agreed."""
        ...

    def handovers(self) -> tuple[Handover, ...]:
        """Every one of the file, oldest first."""
        ...

    def add_helping(self, answer: HelpingAnswer) -> None: ...
    def helping(self, person_id: YoungPersonId) -> tuple[HelpingAnswer, ...]:
        """What one person said, oldest first."""
        ...


class OwnGoals(Protocol):
    """Goals in young people's own words, with the steps they named."""

    def add(self, goal: OwnGoal) -> None: ...
    def add_step(self, goal_id: OwnGoalId, step: GoalStep) -> None: ...
    def stop(self, goal_id: OwnGoalId, at: datetime) -> None: ...
    def of_person(self, person_id: YoungPersonId) -> tuple[OwnGoal, ...]:
        """Stopped ones too, the first named first."""
        ...


class UnmetNeeds(Protocol):
    """Help that was wanted and could not be had."""

    def put(self, need: UnmetNeed) -> None: ...
    def remove(self, need_id: UnmetNeedId) -> None:
        """It was recorded by mistake, or could be met after all."""
        ...

    def of_screening(self, screening_id: ScreeningId) -> tuple[UnmetNeed, ...]: ...
    def every(self) -> tuple[UnmetNeed, ...]: ...


class ContactsPutRight(Protocol):
    """Who was told that a contact they were given has changed."""

    def add(self, contact: OutdatedContact, at: datetime, by: PractitionerId) -> None: ...
    def marks(self) -> frozenset[tuple[YoungPersonId, ServiceId, str]]:
        """Person, service and `OutdatedContact.mark` of everything handled."""
        ...
