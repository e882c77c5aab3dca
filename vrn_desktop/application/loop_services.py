"""The use cases that close the loop, as one bundle: did help arrive, and is it still right?"""

from dataclasses import dataclass

from vrn_desktop.application.calendar_service import CalendarService
from vrn_desktop.application.freshness_service import FreshnessService
from vrn_desktop.application.helping_service import HelpingService
from vrn_desktop.application.own_goal_service import OwnGoalService
from vrn_desktop.application.ports.calendar_file import CalendarRenderer
from vrn_desktop.application.ports.clock import Clock, NewId
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.referral_service import ReferralService
from vrn_desktop.application.reply_service import ReplyService
from vrn_desktop.application.screening_service import Session
from vrn_desktop.application.unmet_need_service import UnmetNeedService


@dataclass(frozen=True, slots=True, kw_only=True)
class LoopServices:
    """What a signed-in person can do about what was offered."""

    referrals: ReferralService
    replies: ReplyService
    helping: HelpingService
    goals: OwnGoalService
    unmet_needs: UnmetNeedService
    freshness: FreshnessService
    calendar: CalendarService


def loop_services(
    session: Session,
    *,
    content: ContentLibrary,
    calendar: CalendarRenderer,
    clock: Clock,
    new_id: NewId,
) -> LoopServices:
    """All of them over one session."""
    return LoopServices(
        referrals=ReferralService(session, content, clock, new_id),
        replies=ReplyService(session),
        helping=HelpingService(session, clock, new_id),
        goals=OwnGoalService(session, clock, new_id),
        unmet_needs=UnmetNeedService(session, clock, new_id),
        freshness=FreshnessService(session, content, clock),
        calendar=CalendarService(session, calendar, clock),
    )
