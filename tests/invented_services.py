"""All use cases over a store in memory, with invented people, a fixed clock and the shipped content."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from tests.counts_without_network import counts_without_network
from tests.fake_feeds import FakeFeedDownload, FakeFeedReader, FakeFeedWriter
from tests.fake_store import FakeStore
from tests.fake_vault import FakeUnlockedVault
from tests.immediate_task_runner import ImmediateTaskRunner
from vrn_desktop.application.aftertalk_service import AftertalkService
from vrn_desktop.application.directory_export_service import DirectoryExportService
from vrn_desktop.application.directory_import_service import DirectoryImportService
from vrn_desktop.application.directory_sources_service import DirectorySourcesService
from vrn_desktop.application.escalation_service import EscalationService
from vrn_desktop.application.feed_services import FeedServices
from vrn_desktop.application.follow_up_service import FollowUpService
from vrn_desktop.application.letter_giving_service import LetterGivingService
from vrn_desktop.application.level_service import LevelService
from vrn_desktop.application.loop_services import loop_services
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.letter_renderer import LetterRenderer
from vrn_desktop.application.ports.task_runner import TaskRunner
from vrn_desktop.application.screening_service import ScreeningService
from vrn_desktop.application.service_search_service import ServiceSearchService
from vrn_desktop.application.services import Services
from vrn_desktop.application.signposting_service import SignpostingService
from vrn_desktop.application.workplace_service import WorkplaceService
from vrn_desktop.application.young_person_service import YoungPersonService
from vrn_desktop.content.content_library import ShippedContentLibrary
from vrn_desktop.content.letter_templates import ShippedLetterWordings
from vrn_desktop.content.place_list import ShippedPlaces
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.letter import Letter
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.domain.setting import SafeguardingLead, SettingKind, Workplace
from vrn_desktop.reports.calendar_ics import IcsCalendarRenderer

SAM = Practitioner(
    id=PractitionerId("sam"),
    name="Sam Invented",
    role=Role.PRACTITIONER,
    trained=True,
    signing_key=b"",
)
PRIYA = Practitioner(
    id=PractitionerId("priya"),
    name="Priya Invented",
    role=Role.SUPERVISOR,
    trained=True,
    signing_key=b"",
)
WORKPLACE = Workplace(
    organisation="Invented Youth Trust",
    setting_name="Harbour Street Project",
    setting_kind=SettingKind.YOUTH_OUTREACH,
    place="Harbour Street",
    lead=SafeguardingLead(name="Alex Made-Up", numbers=("01632 960001", "07700 900001")),
    phone="01632 960002",
)


@dataclass
class FixedClock:
    """A clock that stands still until a test moves it."""

    now: datetime = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, by: timedelta) -> None:
        self.now += by


class PlainRenderer:
    """Stands for the PDF: the letter's own text as bytes."""

    def render(self, letter: Letter) -> bytes:
        return letter.as_plain_text().encode()

    def unprintable_characters(self, letter: Letter) -> tuple[str, ...]:
        return ()

    def prepare(self) -> None:
        return None


@dataclass
class Invented:
    """One signed-in person over one store; `as_person` signs in another one over the same store."""

    person: Practitioner = SAM
    store: FakeStore = field(default_factory=FakeStore)
    clock: FixedClock = field(default_factory=FixedClock)
    runner: TaskRunner = field(default_factory=ImmediateTaskRunner)
    ids: "count[int]" = field(default_factory=lambda: count(1))
    renderer: LetterRenderer = field(default_factory=PlainRenderer)
    reader: FakeFeedReader = field(default_factory=FakeFeedReader)
    writer: FakeFeedWriter = field(default_factory=FakeFeedWriter)
    download: FakeFeedDownload = field(default_factory=FakeFeedDownload)

    def __post_init__(self) -> None:
        if self.store.records.workplace is None:
            self.store.records.workplace = WORKPLACE

    @property
    def practitioner(self) -> Practitioner:
        return self.person

    def new_id(self) -> str:
        return f"id-{next(self.ids)}"

    def as_person(self, person: Practitioner) -> "Invented":
        return Invented(
            person=person, store=self.store, clock=self.clock, runner=self.runner, ids=self.ids
        )

    def services(self) -> Services:
        content = ShippedContentLibrary()
        screenings = ScreeningService(self, content, self.clock, self.new_id)
        return Services(
            practitioner=self.person,
            clock=self.clock,
            runner=self.runner,
            content=content,
            people=PeopleService(
                OpenFile(vault=FakeUnlockedVault(self.person, (SAM, PRIYA)), records=self.store)
            ),
            workplaces=WorkplaceService(self),
            young_people=YoungPersonService(self, self.clock, self.new_id),
            screenings=screenings,
            escalations=EscalationService(self),
            levels=LevelService(self, screenings, self.clock),
            directory=ServiceSearchService(self, content, ShippedPlaces(), self.clock, self.new_id),
            feeds=self._feeds(),
            signposting=SignpostingService(self, screenings, content, self.clock, self.new_id),
            letters=LetterGivingService(
                self,
                content=content,
                wordings=ShippedLetterWordings(),
                renderer=self.renderer,
                clock=self.clock,
                new_id=self.new_id,
            ),
            follow_ups=FollowUpService(self, self.clock, self.new_id),
            aftertalk=AftertalkService(self, self.clock),
            loop=loop_services(
                self,
                content=content,
                calendar=IcsCalendarRenderer(),
                clock=self.clock,
                new_id=self.new_id,
            ),
            counts=counts_without_network(self, self.clock),
        )

    def _feeds(self) -> FeedServices:
        return FeedServices(
            imports=DirectoryImportService(
                self,
                reader=self.reader,
                download=self.download,
                clock=self.clock,
                new_id=self.new_id,
                feeds_folder=Path("feeds"),
            ),
            sources=DirectorySourcesService(self),
            exports=DirectoryExportService(self, self.writer),
        )
