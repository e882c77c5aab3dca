"""Everything a file holds, in memory."""

from dataclasses import dataclass, field
from datetime import datetime

from tests.fake_counts import FakeCountRecords
from tests.fake_directory_records import FakeDirectoryRecords
from vrn_desktop.domain.agreement import AgreementToTalk, LawfulBasisRecord, ReferralConsent
from vrn_desktop.domain.equality import EqualityAnswers
from vrn_desktop.domain.escalation import Escalation
from vrn_desktop.domain.feedback import Feedback, WorkerCheck
from vrn_desktop.domain.follow_up import FollowUp, FollowUpEvent
from vrn_desktop.domain.handover import Handover
from vrn_desktop.domain.helping import HelpingAnswer
from vrn_desktop.domain.identifiers import (
    EscalationId,
    FollowUpId,
    ItemId,
    LetterId,
    OwnGoalId,
    ScreeningId,
    ServiceId,
    UnmetNeedId,
    YoungPersonId,
)
from vrn_desktop.domain.letter_record import LetterRecord
from vrn_desktop.domain.level_decision import LevelDecision
from vrn_desktop.domain.own_goal import OwnGoal
from vrn_desktop.domain.place_concern import PlaceConcern
from vrn_desktop.domain.referral import ReferralEvent
from vrn_desktop.domain.safe_contact import SafeContact
from vrn_desktop.domain.screening import Addendum, Screening
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.domain.signposting import Signpost
from vrn_desktop.domain.unmet_need import UnmetNeed
from vrn_desktop.domain.young_person import YoungPerson


@dataclass
class FakeRecords:
    """Everything a file holds, as plain dictionaries and lists."""

    people: dict[YoungPersonId, YoungPerson] = field(default_factory=dict)
    screenings: dict[ScreeningId, Screening] = field(default_factory=dict)
    given_at: dict[tuple[ScreeningId, ItemId, str], datetime] = field(default_factory=dict)
    addenda: list[Addendum] = field(default_factory=list)
    agreements: list[AgreementToTalk] = field(default_factory=list)
    consents: list[ReferralConsent] = field(default_factory=list)
    bases: dict[ScreeningId, LawfulBasisRecord] = field(default_factory=dict)
    escalations: dict[EscalationId, Escalation] = field(default_factory=dict)
    decisions: list[LevelDecision] = field(default_factory=list)
    signposts: dict[str, Signpost] = field(default_factory=dict)
    contacts: dict[YoungPersonId, SafeContact] = field(default_factory=dict)
    contacts_said: list[tuple[YoungPersonId, datetime, SafeContact]] = field(default_factory=list)
    letters: dict[LetterId, tuple[LetterRecord, bytes]] = field(default_factory=dict)
    follow_ups: dict[FollowUpId, FollowUp] = field(default_factory=dict)
    follow_up_events: list[FollowUpEvent] = field(default_factory=list)
    referral_events: list[ReferralEvent] = field(default_factory=list)
    handovers: list[Handover] = field(default_factory=list)
    helping: list[HelpingAnswer] = field(default_factory=list)
    goals: dict[OwnGoalId, OwnGoal] = field(default_factory=dict)
    gaps: dict[UnmetNeedId, UnmetNeed] = field(default_factory=dict)
    put_right: list[tuple[YoungPersonId, ServiceId, str]] = field(default_factory=list)
    feedback: list[Feedback] = field(default_factory=list)
    checks: list[WorkerCheck] = field(default_factory=list)
    equality: dict[YoungPersonId, EqualityAnswers] = field(default_factory=dict)
    places: list[PlaceConcern] = field(default_factory=list)
    workplace: Workplace | None = None
    contents: dict[str, str] = field(default_factory=dict)
    directory: FakeDirectoryRecords = field(default_factory=FakeDirectoryRecords)
    counts: FakeCountRecords = field(default_factory=FakeCountRecords)
