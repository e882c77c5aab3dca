"""Builds the use cases of an open file; imported only once somebody has signed in."""

from pathlib import Path

from vrn_desktop.application.aftertalk_service import AftertalkService
from vrn_desktop.application.escalation_service import EscalationService
from vrn_desktop.application.follow_up_service import FollowUpService
from vrn_desktop.application.letter_giving_service import LetterGivingService
from vrn_desktop.application.level_service import LevelService
from vrn_desktop.application.loop_services import loop_services
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.content_library import ContentLibrary
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.screening_service import ScreeningService
from vrn_desktop.application.service_search_service import ServiceSearchService
from vrn_desktop.application.services import Services
from vrn_desktop.application.signposting_service import SignpostingService
from vrn_desktop.application.workplace_service import WorkplaceService
from vrn_desktop.application.young_person_service import YoungPersonService
from vrn_desktop.bootstrap.count_building import build_sync_service
from vrn_desktop.bootstrap.feed_building import build_feed_services
from vrn_desktop.bootstrap.time_and_identifiers import new_id, now
from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.content.place_list import ShippedPlaces
from vrn_desktop.reports.calendar_ics import IcsCalendarRenderer
from vrn_desktop.reports.letter_pdf import LetterPdfRenderer

_CONTENT = ShippedContentLibrary()
_PLACES = ShippedPlaces()


def build_services(
    opened: OpenFile, runner: TaskRunner, folder: Path, content: ContentLibrary = _CONTENT
) -> Services:
    """The use cases for the signed-in person; the content is the shipped one unless given.

    `folder` is the data folder, in which pages of feeds lie while they are needed.
    """
    screenings = ScreeningService(opened, content, now, new_id)
    return Services(
        practitioner=opened.practitioner,
        clock=now,
        runner=runner,
        content=content,
        people=PeopleService(opened),
        workplaces=WorkplaceService(opened),
        young_people=YoungPersonService(opened, now, new_id),
        screenings=screenings,
        escalations=EscalationService(opened),
        levels=LevelService(opened, screenings, now),
        directory=ServiceSearchService(opened, content, _PLACES, now, new_id),
        feeds=build_feed_services(opened, folder),
        signposting=SignpostingService(opened, screenings, content, now, new_id),
        letters=LetterGivingService(
            opened,
            content=content,
            wordings=ShippedLetterWordings(),
            renderer=LetterPdfRenderer(),
            clock=now,
            new_id=new_id,
        ),
        follow_ups=FollowUpService(opened, now, new_id),
        aftertalk=AftertalkService(opened, now),
        loop=loop_services(
            opened, content=content, calendar=IcsCalendarRenderer(), clock=now, new_id=new_id
        ),
        counts=build_sync_service(opened),
    )


def read_content() -> None:
    """Read and check the shipped content ahead of the first page that needs it."""
    _CONTENT.instrument()
    _CONTENT.texts()
    _CONTENT.services()
