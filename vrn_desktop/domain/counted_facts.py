"""From the record of a conversation to the flat facts that may be counted: how far help came, and no words."""

from collections.abc import Sequence
from dataclasses import dataclass

from vrn_desktop.domain.counted_person import (
    CountedOutcome,
    CountedReferral,
    EthnicGroup,
    PersonQuarter,
    ReferralProgress,
)
from vrn_desktop.domain.identifiers import LevelName, LifeStageId, YoungPersonId
from vrn_desktop.domain.level_decision import DecisionState
from vrn_desktop.domain.programme_period import Week
from vrn_desktop.domain.referral import Reached, Referral
from vrn_desktop.domain.setting import SettingKind
from vrn_desktop.domain.signposting import SignpostState

APPROVING = frozenset({DecisionState.CONFIRMED, DecisionState.APPROVED, DecisionState.DECLINED})
"""A worker confirmed a level, or a second person answered a wish for another one, whichever way."""

_PROGRESS = {
    Reached.DECLINED: ReferralProgress.DECLINED,
    Reached.WAITING: ReferralProgress.WAITING,
    Reached.COULD_NOT_REACH: ReferralProgress.COULD_NOT_REACH,
    Reached.CONTACTED: ReferralProgress.CONTACTED,
    Reached.REACHED: ReferralProgress.REACHED,
}
_SAID_YES = frozenset(
    {ReferralProgress.WAITING, ReferralProgress.COULD_NOT_REACH, ReferralProgress.CONTACTED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedConversation:
    """What the record says of one conversation with a confirmed level, as it stands when asked.

    `level` is what the last confirmation says, `gap` whether help was wanted that could not be had,
    `own_words_group` the code of the broad heading under which they described themselves, if they did.
    """

    person: YoungPersonId
    week: Week
    level: LevelName
    escalated: bool
    life_stage: LifeStageId
    setting: SettingKind
    referrals: tuple[Referral, ...] = ()
    gap: bool = False
    own_words_group: str = ""


def counted_facts(conversation: ApprovedConversation) -> PersonQuarter:
    """The flat facts of a conversation; offers and referrals stay in the order in which they were made."""
    progress = [(referral, progress_of(referral)) for referral in conversation.referrals]
    return PersonQuarter(
        person=conversation.person,
        week=conversation.week,
        level=conversation.level,
        escalated=conversation.escalated,
        life_stage=conversation.life_stage,
        setting=conversation.setting,
        outcome=outcome_of(conversation.referrals, gap=conversation.gap),
        offered=tuple(referral.signpost.category for referral in conversation.referrals),
        referrals=tuple(
            CountedReferral(category=referral.signpost.category, progress=far)
            for referral, far in progress
            if far is not None
        ),
        ethnic_group=counted_group(conversation.own_words_group),
    )


def progress_of(referral: Referral) -> ReferralProgress | None:
    """How far a referral counts as having come; None is an offer nobody has answered, so no referral."""
    reached = referral.reached
    return None if reached is None else _PROGRESS[reached]


def outcome_of(referrals: Sequence[Referral], *, gap: bool) -> CountedOutcome:
    """How it stands with help (decisions.md 19): the best that is known of all services together.

    Somebody who said no to one service and has yet to answer another may still want it, so that
    counts as not recorded.
    """
    far = [progress_of(referral) for referral in referrals]
    unanswered = [
        referral.signpost.state
        for referral, progress in zip(referrals, far, strict=True)
        if progress is None
    ]
    if ReferralProgress.REACHED in far:
        return CountedOutcome.REACHED
    if not _SAID_YES.isdisjoint(far):
        return CountedOutcome.ACCEPTED
    if gap or SignpostState.NOT_AVAILABLE in unanswered:
        return CountedOutcome.NONE_AVAILABLE
    if ReferralProgress.DECLINED in far and SignpostState.OFFERED not in unanswered:
        return CountedOutcome.NONE_WANTED
    return CountedOutcome.NOT_RECORDED


def counted_group(code: str) -> EthnicGroup:
    """The heading they chose; not asked, left empty and rather not said all count as not known."""
    known = {group.value: group for group in EthnicGroup}
    return known.get(code, EthnicGroup.NOT_KNOWN)
