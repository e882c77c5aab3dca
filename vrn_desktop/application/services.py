"""The use cases of an open file, as one bundle handed to presenters."""

from dataclasses import dataclass

from vrn_desktop.application.aftertalk_service import AftertalkService
from vrn_desktop.application.escalation_service import EscalationService
from vrn_desktop.application.feed_services import FeedServices
from vrn_desktop.application.follow_up_service import FollowUpService
from vrn_desktop.application.letter_giving_service import LetterGivingService
from vrn_desktop.application.level_service import LevelService
from vrn_desktop.application.loop_services import LoopServices
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.clock import Clock
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.screening_service import ScreeningService
from vrn_desktop.application.service_search_service import ServiceSearchService
from vrn_desktop.application.signposting_service import SignpostingService
from vrn_desktop.application.sync_service import SyncService
from vrn_desktop.application.workplace_service import WorkplaceService
from vrn_desktop.application.young_person_service import YoungPersonService
from vrn_desktop.domain.practitioner import Practitioner


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a signed-in person can do. Calls that touch the file go through `runner`."""

    practitioner: Practitioner
    clock: Clock
    runner: TaskRunner
    content: ContentLibrary
    people: PeopleService
    workplaces: WorkplaceService
    young_people: YoungPersonService
    screenings: ScreeningService
    escalations: EscalationService
    levels: LevelService
    directory: ServiceSearchService
    feeds: FeedServices
    signposting: SignpostingService
    letters: LetterGivingService
    follow_ups: FollowUpService
    aftertalk: AftertalkService
    loop: LoopServices
    counts: SyncService
