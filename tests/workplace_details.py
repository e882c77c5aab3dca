"""The page of organisation and safeguarding lead over fakes."""

from tests.fake_vault import FakeUnlockedVault
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM, Invented
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.workplace_service import WorkplaceService
from vrn_desktop.domain.practitioner import Practitioner
from vrn_desktop.domain.setting import Workplace
from vrn_desktop.presenters.workplace.workplace_presenter import WorkplacePresenter


class Details:
    def __init__(self, me: Practitioner = PRIYA) -> None:
        self.invented = Invented(person=me)
        self.vault = FakeUnlockedVault(me, (PRIYA, SAM))
        self.heard: list[Workplace] = []
        self.presenter = WorkplacePresenter(
            WorkplaceService(self.invented),
            PeopleService(OpenFile(vault=self.vault, records=self.invented.store)),
            runner=ImmediateTaskRunner(),
            changed=self.heard.append,
        )
