"""The page of people over a vault in memory."""

from dataclasses import replace
from datetime import date

from tests.fake_store import FakeStore
from tests.fake_vault import FakeUnlockedVault
from tests.immediate_task_runner import ImmediateTaskRunner
from tests.invented_services import PRIYA, SAM, FixedClock
from vrn_desktop.application.open_file import OpenFile
from vrn_desktop.application.people_service import PeopleService
from vrn_desktop.application.ports.vault import NewPerson, RecoverySheet
from vrn_desktop.domain.errors import NotAllowedError
from vrn_desktop.domain.identifiers import PractitionerId
from vrn_desktop.domain.practitioner import Practitioner, Role
from vrn_desktop.presenters.people.people_presenter import PeoplePresenter
from vrn_desktop.presenters.people.people_state import PeopleState
from vrn_desktop.presenters.recovery.new_passphrase import NewPassphrase
from vrn_desktop.presenters.recovery.sheet_handover import SheetPrinting

IVY = Practitioner(
    id=PractitionerId("ivy"),
    name="Ivy Invented",
    role=Role.ADMINISTRATOR,
    trained=False,
    signing_key=b"",
)
SECOND_SUPERVISOR = replace(PRIYA, id=PractitionerId("rowan"), name="Rowan Example")
CHOSEN = NewPassphrase(own=True, typed="velvet anchor muffin", again="velvet anchor muffin")


class SheetAsText:
    def render(self, sheet: RecoverySheet, *, organisation: str, made_on: date) -> bytes:
        return f"{sheet.sheet_name} {organisation} {made_on}".encode()


class RefusingVault(FakeUnlockedVault):
    """Says no to whoever is to be added, with `refuses`."""

    refuses: Exception = NotAllowedError()

    def add_person(self, person: NewPerson) -> Practitioner:
        raise self.refuses


class Office:
    def __init__(
        self,
        me: Practitioner = PRIYA,
        people: tuple[Practitioner, ...] = (PRIYA, SAM, IVY),
        vault: type[FakeUnlockedVault] = FakeUnlockedVault,
    ) -> None:
        self.vault = vault(me, people)
        self.store = FakeStore()
        self.locked_with: list[OpenFile] = []
        self.refuses_locks: Exception | None = None
        self.printed: list[bytes] = []
        records = self.store if me.role.may_read_records else None
        runner = ImmediateTaskRunner()
        self.presenter = PeoplePresenter(
            PeopleService(OpenFile(vault=self.vault, records=records)),
            me,
            runner=runner,
            clock=FixedClock(),
            new_id=lambda: "new",
            suggest_phrase=lambda: "maple lantern quiet river",
            printing=SheetPrinting(SheetAsText, runner=runner, print_pages=self._print),
            organisation="Invented Youth Trust",
            change_locks=self._change_locks,
            lock_with=self.locked_with.append,
            draw=lambda _number: 1,
        )

    def state(self) -> PeopleState:
        return self.presenter.state

    def _change_locks(self) -> OpenFile:
        if self.refuses_locks is not None:
            raise self.refuses_locks
        return OpenFile(vault=self.vault, records=self.store)

    def _print(self, pages: bytes) -> bool:
        self.printed.append(pages)
        return True
